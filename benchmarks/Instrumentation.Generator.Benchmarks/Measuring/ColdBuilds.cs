using Instrumentation.Generator.Benchmarks.Compiler;
using Instrumentation.Generator.Benchmarks.Reporting;
using Instrumentation.Generator.Benchmarks.Synthetic;

namespace Instrumentation.Generator.Benchmarks.Measuring;

/// <summary>Builds from nothing, each in a process of its own: the SDK's compiler, as <c>dotnet build</c> starts it.</summary>
internal static class ColdBuilds
{
    // Above it a build takes minutes: it is made as `dotnet build` makes it, and not another time without the SDK's analyzers.
    private const int MostBare = 50_000;

    /// <summary>Adds the table.</summary>
    /// <param name="report">Where to.</param>
    /// <param name="sizes">Numbers of methods.</param>
    /// <param name="pairs">How often each is built.</param>
    public static void Measure(Report report, IReadOnlyList<int> sizes, Func<int, int> pairs)
    {
        report.Table(
            "Cold build",
            "The compiler in a process of its own, over the same program without the package. *project*: with the analyzers and generators that `dotnet build` gives every project, with and without. *bare*: nothing but the compiler on the other side.",
            "methods", "way", "processor time", "clock", "peak memory", "assembly");
        foreach (var size in sizes)
        {
            foreach (var isProject in size > MostBare ? [true] : (bool[])[true, false])
            {
                using var plain = new Csc(SyntheticSolution.Create(size, Flavor.Plain), withPackage: false, withDefaults: isProject);
                using var ours = new Csc(SyntheticSolution.Create(size, Flavor.Annotated), withPackage: true, withDefaults: isProject);
                using var logger = new Csc(SyntheticSolution.Create(size, Flavor.LoggerMessage), withPackage: false, withDefaults: isProject, Toolchain.LoggerMessage);
                var runs = Pairs.Interleaved(pairs(size), [plain.Run, ours.Run, logger.Run]);
                Row(report, size, isProject ? "project" : "bare", runs[1], runs[0]);
                Row(report, size, isProject ? "project, LoggerMessage" : "bare, LoggerMessage", runs[2], runs[0]);
            }
        }
    }

    private static void Row(Report report, int size, string way, IReadOnlyList<CompilerRun> runs, IReadOnlyList<CompilerRun> basis)
    {
        var row = $"cold build, {size} methods, {way}";
        report.Row(
            $"{size:N0}",
            way,
            report.Ratio(row, "processor time", runs.Min(static run => run.Cpu), basis.Min(static run => run.Cpu), "s"),
            report.Ratio(row, "clock", runs.Min(static run => run.Wall), basis.Min(static run => run.Wall), "s"),
            report.Ratio(row, "peak memory", runs.Min(static run => run.PeakMegabytes), basis.Min(static run => run.PeakMegabytes), "MB"),
            report.Ratio(row, "assembly", runs[0].AssemblyBytes / 1e6, basis[0].AssemblyBytes / 1e6, "MB"));
    }
}
