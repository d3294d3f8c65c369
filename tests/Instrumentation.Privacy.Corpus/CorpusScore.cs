using Instrumentation.Generator.Privacy;
using Instrumentation.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Instrumentation.Privacy.Corpus;

/// <summary>How a unit was judged.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="Found">How many of the expected leaks were reported.</param>
/// <param name="Missed">Those that were not.</param>
/// <param name="False">What was reported and not expected.</param>
/// <param name="IsGivenUp">Whether something in it could not be followed to the end, which is said.</param>
public sealed record UnitScore(CorpusUnit Unit, int Found, IReadOnlyList<string> Missed, IReadOnlyList<string> False, bool IsGivenUp);

/// <summary>Precision and recall over some units.</summary>
public sealed record CorpusScore(string Name, int Units, int Found, int Missed, int False)
{
    /// <summary>How many of the leaks are reported.</summary>
    public double Recall => Found + Missed == 0 ? 1 : (double)Found / (Found + Missed);

    /// <summary>How many of the reports are leaks.</summary>
    public double Precision => Found + False == 0 ? 1 : (double)Found / (Found + False);

    /// <inheritdoc />
    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Name,-16} {Units,4} units  {Found,4} found  {Missed,3} missed  {False,3} false  precision {Precision,6:P1}  recall {Recall,6:P1}");

    /// <summary>The score of some units together.</summary>
    public static CorpusScore Of(string name, IEnumerable<UnitScore> units)
    {
        var all = units.ToList();
        return new CorpusScore(name, all.Count, all.Sum(static unit => unit.Found), all.Sum(static unit => unit.Missed.Count), all.Sum(static unit => unit.False.Count));
    }

    /// <summary>Has the rules judge all units of a topic, compiled together as the files of one project.</summary>
    public static async Task<IReadOnlyList<UnitScore>> Judge(IReadOnlyList<CorpusUnit> units)
    {
        var shared = Directory.EnumerateFiles(Path.Combine(Corpus.Folder, "Shared"), "*.cs").Order(StringComparer.Ordinal).Select(static file => new SourceFile($"/corpus/Shared/{Path.GetFileName(file)}", File.ReadAllText(file)));
        var program = Generation.Of(units.Select(static unit => new SourceFile(unit.Path, unit.Source)).Concat(shared), s_web.Value);
        var broken = program.Output.GetDiagnostics().Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error && !diagnostic.Id.StartsWith("INS", StringComparison.Ordinal)).ToList();
        if (broken.Count > 0) throw new InvalidOperationException("The corpus does not compile:\n" + string.Join("\n", broken.Take(20)));

        var options = program.Output.Options.WithSpecificDiagnosticOptions([new("INS3008", ReportDiagnostic.Error)]);
        var reported = await program.Output.WithOptions(options).WithAnalyzers([new PiiFlowAnalyzer()]).GetAnalyzerDiagnosticsAsync();
        if (reported.FirstOrDefault(static diagnostic => diagnostic.Id is "AD0001") is { } failure) throw new InvalidOperationException(failure.ToString());
        return [.. units.Select(unit => Judge(unit, reported.Where(diagnostic => diagnostic.Location.SourceTree!.FilePath == unit.Path)))];
    }

    // What the harness leaves out, because few programs need it.
    private static readonly Lazy<IReadOnlyList<MetadataReference>> s_web = new(static () =>
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(static path => Path.GetFileName(path).StartsWith("Microsoft.AspNetCore.", StringComparison.Ordinal))
            .Select(static path => MetadataReference.CreateFromFile(path)),
    ]);

    private static UnitScore Judge(CorpusUnit unit, IEnumerable<Diagnostic> reported)
    {
        var isGivenUp = reported.Any(static diagnostic => diagnostic.Id == "INS3014");
        var actual = reported.Where(static diagnostic => diagnostic.Id != "INS3014").Select(static diagnostic => (Line: diagnostic.Location.GetLineSpan().StartLinePosition.Line + 1, Rule: diagnostic.Id)).ToHashSet();
        var expected = unit.Expected.ToHashSet();
        return new UnitScore(
            unit,
            expected.Count(actual.Contains),
            [.. expected.Where(leak => !actual.Contains(leak)).Select(leak => $"{unit.Topic}.{unit.Name}: missed {leak.Rule} in line {leak.Line - 1}")],
            [.. actual.Where(leak => !expected.Contains(leak)).Select(leak => $"{unit.Topic}.{unit.Name}: false {leak.Rule} in line {leak.Line - 1}")],
            isGivenUp);
    }
}
