using Instrumentation.Operations.Catalog;

namespace Instrumentation.Operations.Comparison;

/// <summary>Compares the tags of a span or a metric by key.</summary>
internal static class TagComparison
{
    public static IEnumerable<Difference> Compare(string what, IEnumerable<CatalogTag> before, IEnumerable<CatalogTag> after)
    {
        var old = before.ToLookup(static tag => tag.Key, StringComparer.Ordinal);
        var current = after.ToLookup(static tag => tag.Key, StringComparer.Ordinal);
        foreach (var tag in old)
        {
            if (!current.Contains(tag.Key)) yield return new Difference(Effect.Breaking, $"{what}: tag '{tag.Key}' is removed");
            else if (Types(tag) is var oldTypes && Types(current[tag.Key]) is var types && oldTypes != types)
                yield return new Difference(Effect.Changed, $"{what}: tag '{tag.Key}' of type {oldTypes} is now {types}");
        }

        foreach (var key in current.Select(static tag => tag.Key).Where(key => !old.Contains(key)))
            yield return new Difference(Effect.Added, $"{what}: tag '{key}'");
    }

    private static string Types(IEnumerable<CatalogTag> tags) => string.Join(", ", tags.Select(static tag => tag.Type).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
}
