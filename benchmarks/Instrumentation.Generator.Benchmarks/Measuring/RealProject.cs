using Instrumentation.Generator.Benchmarks.Compiler;
using Instrumentation.Generator.Benchmarks.Reporting;

namespace Instrumentation.Generator.Benchmarks.Measuring;

/// <summary>A project that exists, by the compiler's command line that its build prints: as it is, with the package's generator and analyzers, and without them.</summary>
internal static class RealProject
{
    /// <param name="report">Where to.</param>
    /// <param name="response">A file of arguments, in the folder where the compiler was started.</param>
    /// <param name="pairs">How often each is built.</param>
    public static void Measure(Report report, string response, int pairs)
    {
        report.Table("A real project", "Its own command line, with the package's generator and analyzers and without them.", "project", "processor time", "clock", "peak memory");
        var directory = Path.GetDirectoryName(Path.GetFullPath(response))!;
        var without = Arguments(File.ReadAllText(response)).Where(static argument => !argument.Contains("Instrumentation.Generator.dll", StringComparison.Ordinal) && !argument.Contains("Instrumentation.CodeFixes.dll", StringComparison.Ordinal)).ToList();
        List<string> with = [.. without, $"/analyzer:\"{Toolchain.Package}\"", "/features:InterceptorsNamespaces=Instrumentation.Generated"];
        if (!without.Any(static argument => argument.Contains("Instrumentation.Abstractions.dll", StringComparison.Ordinal))) with.Add($"/reference:\"{Toolchain.Abstractions}\"");

        using var plain = new Csc(without, directory);
        using var ours = new Csc(with, directory);
        var runs = Pairs.Interleaved(pairs, [plain.Run, ours.Run]);
        var name = Path.GetFileNameWithoutExtension(response);
        var row = $"real project, {name}";
        report.Row(
            name,
            report.Ratio(row, "processor time", runs[1].Min(static run => run.Cpu), runs[0].Min(static run => run.Cpu), "s"),
            report.Ratio(row, "clock", runs[1].Min(static run => run.Wall), runs[0].Min(static run => run.Wall), "s"),
            report.Ratio(row, "peak memory", runs[1].Min(static run => run.PeakMegabytes), runs[0].Min(static run => run.PeakMegabytes), "MB"));
    }

    // They are parted by white space that is not in quotation marks.
    private static IEnumerable<string> Arguments(string text) =>
        System.Text.RegularExpressions.Regex.Matches(text, "(?:[^\\s\"]|\"[^\"]*\")+").Select(static match => match.Value);
}
