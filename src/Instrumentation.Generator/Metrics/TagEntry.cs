using Instrumentation.Generator.Text;

namespace Instrumentation.Generator.Metrics;

/// <summary>An element of <c>Tags</c> as it is written: <c>path</c>, <c>key=path</c> or <c>key='text'</c>.</summary>
/// <param name="Key">The tag's name.</param>
/// <param name="Path">Its member path, as far as it is one.</param>
/// <param name="Constant">Its text, where it is always the same.</param>
/// <param name="Problem">What is wrong with the key or the text.</param>
internal readonly record struct TagEntry(string Key, string Path, string? Constant, string? Problem)
{
    private const char Quote = '\'';

    public static TagEntry Parse(string entry)
    {
        if (entry.TrimStart().StartsWith("'", StringComparison.Ordinal))
            return new TagEntry("", entry, entry, $"a text needs a name, as in \"name={entry.Trim()}\"");

        var cut = entry.IndexOf('=');
        var path = entry.Substring(cut + 1).Trim();
        var key = cut < 0 ? TagNames.OfPath(path) : entry.Substring(0, cut).Trim();
        var problem = cut < 0 ? null : MetricNames.TagProblem(key);
        if (cut < 0 || path.Length == 0 || path[0] != Quote) return new TagEntry(key, path, null, problem);
        return path.Length > 2 && path.IndexOf(Quote, 1) == path.Length - 1
            ? new TagEntry(key, path, path.Substring(1, path.Length - 2), problem)
            : new TagEntry(key, path, path, problem ?? $"{path} is not a text; it stands between two quotes, as in \"{key}='gold'\"");
    }
}
