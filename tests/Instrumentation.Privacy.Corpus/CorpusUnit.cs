using System.Text.RegularExpressions;

namespace Instrumentation.Privacy.Corpus;

/// <summary>A small program of the corpus. Where a leak is expected, the line says so: <c>// LEAK INS3001</c>.</summary>
/// <param name="Topic">What it is about.</param>
/// <param name="Name">Its name.</param>
/// <param name="Text">Its code: members of a class, or of a namespace where <paramref name="IsWhole"/> says so.</param>
/// <param name="IsWhole">Whether it declares types at the top.</param>
public sealed record CorpusUnit(string Topic, string Name, string Text, bool IsWhole)
{
    private static readonly Regex s_head = new(@"^//// (?<name>\w+)(?<whole> !)?$", RegexOptions.Multiline);

    /// <summary>Whether a leak is expected in it.</summary>
    public bool IsLeak => Text.Contains("// LEAK ", StringComparison.Ordinal);

    /// <summary>Whether it is one of the quarter that is never looked at while the rules are worked on: decided by its name, once.</summary>
    public bool IsSetAside => Hash(Name) % 4 == 0;

    /// <summary>The code as a file.</summary>
    public string Source => IsWhole
        ? $"namespace Corpus.{Topic}_.{Name}_;\n{Text}"
        : $"namespace Corpus.{Topic}_.{Name}_; public class Unit {{\n{Text}\n}}";

    /// <summary>The path of the file.</summary>
    public string Path => $"/corpus/{Topic}/{Name}.cs";

    /// <summary>The lines of the file where something is to be reported, and what.</summary>
    public IEnumerable<(int Line, string Rule)> Expected => Source.Split('\n').SelectMany(static (line, i) =>
        Regex.Match(line, @"// LEAK(?<rules>( INS\d{4})+)").Groups["rules"].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(rule => (i + 1, rule)));

    /// <summary>The units in a file of <c>Units</c>.</summary>
    public static IReadOnlyList<CorpusUnit> Read(string file, string topic)
    {
        var text = File.ReadAllText(file).Replace("\r\n", "\n");
        var heads = s_head.Matches(text);
        return
        [
            .. heads.Select((head, i) => new CorpusUnit(
                topic, head.Groups["name"].Value, text[(head.Index + head.Length)..(i + 1 < heads.Count ? heads[i + 1].Index : text.Length)].Trim('\n'), head.Groups["whole"].Success)),
        ];
    }

    // FNV-1a: the same on every machine.
    private static uint Hash(string text) => text.Aggregate(2166136261u, static (hash, letter) => (hash ^ letter) * 16777619u);
}
