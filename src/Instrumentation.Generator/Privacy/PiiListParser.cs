using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Instrumentation.Generator.Privacy;

/// <summary>What a line of a list adds.</summary>
internal enum PiiListKind
{
    Sink,
    Sanitizer,
    Source,
}

/// <summary>A line of a list.</summary>
internal sealed record PiiListLine(PiiListKind Kind, SinkFamily Family, string Id, Location? Place);

/// <summary>
/// Reads what a project adds, from its additional files <c>*.pii.txt</c> and its options. A line is <c>sink log M:Acme.Audit.Write(System.String)</c>,
/// <c>sanitizer M:Acme.Text.Mask</c> or <c>source P:Vendor.Customer.Email</c>; what follows <c>#</c> is a comment.
/// </summary>
internal static class PiiListParser
{
    private const string Extension = ".pii.txt";
    private const string Families = "log, span, metric, exception, console, scope or exposure";

    private static readonly string[] s_options = ["instrumentation_pii_sinks", "instrumentation_pii_sanitizers", "instrumentation_pii_sources"];

    /// <summary>The lines that can be read, and what is wrong with the others.</summary>
    public static (IReadOnlyList<PiiListLine> Lines, IReadOnlyList<(Location? Place, string Text)> Problems) Parse(AnalyzerOptions options, CancellationToken cancellation) =>
        Parse(options.AdditionalFiles, options.AnalyzerConfigOptionsProvider.GlobalOptions, cancellation);

    /// <summary>Whether the file is a list.</summary>
    public static bool IsList(AdditionalText file) => file.Path.EndsWith(Extension, StringComparison.OrdinalIgnoreCase);

    /// <summary>As above, of the files and options themselves.</summary>
    public static (IReadOnlyList<PiiListLine> Lines, IReadOnlyList<(Location? Place, string Text)> Problems) Parse(IEnumerable<AdditionalText> files, AnalyzerConfigOptions settings, CancellationToken cancellation)
    {
        var lines = new List<PiiListLine>();
        var problems = new List<(Location?, string)>();
        foreach (var file in files)
        {
            if (!IsList(file) || file.GetText(cancellation) is not { } text) continue;
            foreach (var line in text.Lines)
            {
                var written = line.ToString();
                var comment = written.IndexOf('#');
                if (comment >= 0) written = written.Substring(0, comment);
                if (written.Trim().Length > 0) Add(written, Location.Create(file.Path, line.Span, text.Lines.GetLinePositionSpan(line.Span)));
            }
        }

        foreach (var option in s_options)
        {
            if (!settings.TryGetValue(option, out var value)) continue;
            var kind = option.Substring(option.LastIndexOf('_') + 1).TrimEnd('s');
            foreach (var entry in value.Split(';'))
            {
                if (entry.Trim().Length > 0) Add($"{kind} {entry.Trim()}", null);
            }
        }

        return (lines, problems);

        void Add(string written, Location? place)
        {
            if (ParseLine(written.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries), place, out var problem) is { } line) lines.Add(line);
            else problems.Add((place, problem!));
        }
    }

    /// <summary>What is wrong with a line that names nothing.</summary>
    public static string? Unknown(PiiListLine line, Compilation compilation)
    {
        var type = line.Id.Substring(2);
        if (line.Id[0] != 'T') type = type.Split('(')[0] is var name && name.LastIndexOf('.') is > 0 and var dot ? name.Substring(0, dot) : name;

        // A list may be shared by projects that do not all have the type.
        if (compilation.GetTypeByMetadataName(type.Replace(".#ctor", "")) is not { } known) return null;
        if (line.Id[0] == 'T' || DocumentationCommentId.GetSymbolsForDeclarationId(line.Id, compilation).Length > 0) return null;
        var member = line.Id.Split('(')[0];
        member = member.Substring(member.LastIndexOf('.') + 1).Replace("#ctor", ".ctor");
        if (known.GetMembers(member).IsEmpty) return $"'{known.Name}' has no member '{member}'";
        return line.Id.IndexOf('(') > 0 ? $"no '{member}' of '{known.Name}' has these parameters; leave them out to mean all overloads" : null;
    }

    private static PiiListLine? ParseLine(string[] words, Location? place, out string? problem)
    {
        problem = null;
        PiiListKind? kind = words[0] switch { "sink" => PiiListKind.Sink, "sanitizer" => PiiListKind.Sanitizer, "source" => PiiListKind.Source, _ => null };
        if (kind is null)
        {
            problem = $"'{words[0]}' is not a kind of line; write 'sink', 'sanitizer' or 'source'";
            return null;
        }

        var family = SinkFamily.Log;
        if (kind == PiiListKind.Sink)
        {
            if (words.Length < 2 || SinkFamilies.Parse(words[1]) is not { } given)
            {
                problem = $"a sink needs its family: {Families}";
                return null;
            }

            family = given;
        }

        var at = kind == PiiListKind.Sink ? 2 : 1;
        if (words.Length != at + 1 || words[at].Length < 3 || words[at][1] != ':' || "MPFT".IndexOf(words[at][0]) < 0)
        {
            problem = "it needs one id, as in a documentation comment: 'M:Acme.Audit.Write(System.String)', without spaces";
            return null;
        }

        return new PiiListLine(kind.Value, family, words[at], place);
    }
}
