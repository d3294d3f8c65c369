using System.Globalization;
using Instrumentation.Generator.Flow;

namespace Instrumentation.Generator.Privacy.Summaries;

/// <summary>A part of what a member returns, and the documentation id of the source that it is made of.</summary>
internal readonly record struct ReturnedSource(string Part, string Source);

/// <summary>An argument that a member writes somewhere.</summary>
internal readonly record struct WrittenArgument(int Ordinal, SinkFamily Family, TextFormat Format);

/// <summary>What a member of a library does with personal data, as far as its signature and its marks do not tell.</summary>
internal sealed class MemberSummary
{
    /// <summary>The value itself, and not a part of it.</summary>
    public const string Whole = "";

    private const char Separator = '=';

    private static readonly string[] s_families = ["log", "span", "metric", "exception", "console", "scope", "exposure"];

    private readonly SortedSet<int> _ignored = [];
    private readonly SortedDictionary<string, string> _returned = new(StringComparer.Ordinal);
    private readonly SortedDictionary<(int Ordinal, SinkFamily Family), TextFormat> _written = [];

    public bool IsEmpty => _ignored.Count + _returned.Count + _written.Count == 0;

    public IEnumerable<ReturnedSource> Returned => _returned.Select(static part => new ReturnedSource(part.Key, part.Value));

    public IEnumerable<WrittenArgument> Written => _written.Select(static written => new WrittenArgument(written.Key.Ordinal, written.Key.Family, written.Value));

    /// <summary>Whether what the member returns is certainly not made of that argument.</summary>
    public bool Ignores(int ordinal) => _ignored.Contains(ordinal);

    public void Ignore(int ordinal) => _ignored.Add(ordinal);

    public void IgnoreNothing() => _ignored.Clear();

    /// <summary>Of several sources the first by name is kept: one is enough to report.</summary>
    public void Return(string part, string source)
    {
        if (!_returned.TryGetValue(part, out var known) || string.CompareOrdinal(source, known) < 0) _returned[part] = source;
    }

    public void Write(int ordinal, SinkFamily family, TextFormat format) => _written[(ordinal, family)] = format;

    /// <summary>What holds for a member that this or the other one may stand behind.</summary>
    public void Join(MemberSummary other)
    {
        _ignored.IntersectWith(other._ignored);
        foreach (var (part, source) in other.Returned) Return(part, source);
        foreach (var (ordinal, family, format) in other.Written) Write(ordinal, family, format);
    }

    public MemberSummary Copy()
    {
        var copy = new MemberSummary();
        copy._ignored.UnionWith(_ignored);
        copy.Join(this);
        return copy;
    }

    /// <summary>The line of a member in the assembly's table.</summary>
    public string Describe(string id)
    {
        var facts = _written.Select(static written => $"{Number(written.Key.Ordinal)}>{s_families[(int)written.Key.Family]}{(written.Value == TextFormat.Json ? ":json" : "")}")
            .Concat(_ignored.Select(static ordinal => "!" + Number(ordinal)))
            .Concat(_returned.Select(static part => $"{part.Key}<{part.Value}"));
        return $"{id}{Separator}{string.Join(" ", facts)}";
    }

    /// <summary>Reads such a line. What a newer version has added is passed over.</summary>
    public static (string Id, MemberSummary Summary)? Parse(string line)
    {
        var end = line.IndexOf(Separator);
        if (end <= 0) return null;
        var summary = new MemberSummary();
        foreach (var fact in line.Substring(end + 1).Split(' ')) summary.Add(fact);
        return (line.Substring(0, end), summary);
    }

    private void Add(string fact)
    {
        if (fact.StartsWith("!", StringComparison.Ordinal))
        {
            if (Ordinal(fact.Substring(1)) is { } ignored) Ignore(ignored);
        }
        else if (fact.IndexOf('<') is >= 0 and var at)
        {
            Return(fact.Substring(0, at), fact.Substring(at + 1));
        }
        else if (fact.Split('>') is [var written, var sink] && Ordinal(written) is { } ordinal && SinkFamilies.Parse(sink.Split(':')[0]) is { } family)
        {
            Write(ordinal, family, sink.EndsWith(":json", StringComparison.Ordinal) ? TextFormat.Json : TextFormat.Listed);
        }
    }

    private static string Number(int ordinal) => ordinal.ToString(CultureInfo.InvariantCulture);

    private static int? Ordinal(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var ordinal) ? ordinal : null;
}
