using Instrumentation.Generator.Benchmarks.Compiler;
using Instrumentation.Generator.Benchmarks.Reporting;
using Instrumentation.Generator.Benchmarks.Synthetic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Instrumentation.Generator.Benchmarks.Measuring;

/// <summary>The parts of a build, in this process and warm: what the generator alone takes, the analyzers, the code that is generated.</summary>
internal static class Parts
{
    private static readonly Dictionary<int, double> s_generator = [];
    private static readonly Dictionary<int, double> s_generated = [];

    public static void Measure(Report report, IReadOnlyList<int> sizes, Func<int, int> pairs)
    {
        report.Table(
            "Parts of a build",
            "Warm, in one process, over compiling the same program without the package. *compile what is generated* is what compiling takes more; *analyzers* is what analyzing takes more than binding.",
            "methods", "generator", "LoggerMessage's", "compile what is generated", "analyzers", "generator's memory", "memory to compile what is generated");
        var sizesOfCode = new List<(int Size, IReadOnlyList<GeneratedSourceResult> Sources, long Bytes)>();
        foreach (var size in sizes)
        {
            var (plain, ours, logger) = (Files(size, Flavor.Plain), Files(size, Flavor.Annotated), Files(size, Flavor.LoggerMessage));
            IReadOnlyList<GeneratedSourceResult> sources = [];
            var emitted = (Plain: 0L, Ours: 0L);
            Func<Figures> once = () =>
            {
                var (without, with, logging) = (InMemory.Compile(plain, withPackage: false), InMemory.Compile(ours, withPackage: true), InMemory.Compile(logger, withPackage: false));
                var basis = Cost.Of(() => emitted.Plain = InMemory.Emit(without));
                Compilation output = with;
                var driver = InMemory.Driver(InMemory.Ours());
                var generate = Cost.Of(() => driver = driver.RunGeneratorsAndUpdateCompilation(with, out output, out _));
                var other = Cost.Of(() => InMemory.Driver(InMemory.LoggerMessage()).RunGeneratorsAndUpdateCompilation(logging, out _, out _));
                sources = driver.GetRunResult().Results[0].GeneratedSources;
                var all = Cost.Of(() => emitted.Ours = InMemory.Emit(output));
                return new Figures(basis, generate, other, all, Analyze(output));
            };
            // The first one of a process also loads what is compiled against: it is never the only one.
            var rounds = Pairs.Interleaved(Math.Max(2, pairs(size)), [once])[0];
            Row(report, size, rounds);
            sizesOfCode.Add((size, [.. sources], emitted.Ours - emitted.Plain));
        }

        report.Table("Size of what is generated", "Without the catalog, which is data.", "methods", "bytes of code per annotated method", "lines", "bytes of places per call", "bytes of the assembly per annotated method");
        foreach (var (size, sources, bytes) in sizesOfCode) Sizes(report, size, sources, bytes);
        if (sizes.Count > 1) Growth(report, sizes);
    }

    private static void Row(Report report, int size, IReadOnlyList<Figures> rounds)
    {
        var row = $"parts, {size} methods";
        var basis = Cost.Least(rounds.Select(static round => round.Plain));
        var generate = Cost.Least(rounds.Select(static round => round.Generate));
        var all = Cost.Least(rounds.Select(static round => round.Ours));
        s_generator[size] = generate.Megabytes;
        s_generated[size] = all.Megabytes - basis.Megabytes;
        report.Row(
            $"{size:N0}",
            report.Ratio(row, "generator", generate.Cpu, basis.Cpu, "s"),
            report.Ratio(row, "LoggerMessage generator", rounds.Min(static round => round.Logger.Cpu), basis.Cpu, "s"),
            report.Ratio(row, "compile what is generated", Math.Max(0, all.Cpu - basis.Cpu), basis.Cpu, "s"),
            report.Ratio(row, "analyzers", rounds.Min(static round => round.Analyzers), basis.Cpu, "s"),
            report.Ratio(row, "memory of the generator", generate.Megabytes, basis.Megabytes, "MB"),
            report.Ratio(row, "memory to compile what is generated", all.Megabytes - basis.Megabytes, basis.Megabytes, "MB"));
    }

    // Memory is the same in each run, whoever uses the machine. Twice the program may take twice of it.
    private static void Growth(Report report, IReadOnlyList<int> sizes)
    {
        report.Table("Growth", "Memory for each method of the largest program, over that of the smallest: 1 is linear.", "methods", "generator", "compile what is generated");
        report.Row(
            $"{sizes[^1]:N0} over {sizes[0]:N0}",
            report.Absolute("growth", "memory of the generator", PerMethod(s_generator, sizes[^1]) / PerMethod(s_generator, sizes[0]), ""),
            report.Absolute("growth", "memory to compile what is generated", PerMethod(s_generated, sizes[^1]) / PerMethod(s_generated, sizes[0]), ""));

        static double PerMethod(Dictionary<int, double> megabytes, int size) => megabytes[size] / size;
    }

    private static void Sizes(Report report, int size, IReadOnlyList<GeneratedSourceResult> sources, long bytes)
    {
        var row = $"code, {size} methods";
        var annotated = (double)size / SyntheticSolution.MethodsInAClass * SyntheticSolution.AnnotatedInAClass;
        var code = sources.Where(static source => !source.HintName.EndsWith(".Locations.g.cs", StringComparison.Ordinal) && source.HintName != "Catalog.g.cs").ToList();
        var places = sources.Where(static source => source.HintName.EndsWith(".Locations.g.cs", StringComparison.Ordinal)).ToList();
        report.Row(
            $"{size:N0}",
            report.Absolute(row, "bytes per annotated method", code.Sum(static source => (long)source.SourceText.Length) / annotated, ""),
            report.Absolute(row, "lines per annotated method", code.Sum(static source => (long)source.SourceText.Lines.Count) / annotated, ""),
            report.Absolute(row, "bytes per call", places.Sum(static source => (long)source.SourceText.Length) / (double)size, ""),
            report.Absolute(row, "assembly bytes per annotated method", bytes / annotated, ""));
    }

    // What it takes more to analyze the program than to bind it. The driver's own count is by the clock, which others on the machine push.
    private static double Analyze(Compilation output)
    {
        var (bound, analyzed) = (output.Clone(), output.Clone());
        var bind = Cost.Of(() => bound.GetDiagnostics());
        var options = new CompilationWithAnalyzersOptions(new AnalyzerOptions([]), onAnalyzerException: null, concurrentAnalysis: true, logAnalyzerExecutionTime: false);
        var analyze = Cost.Of(() =>
        {
            var diagnostics = analyzed.WithAnalyzers(InMemory.Analyzers, options).GetAllDiagnosticsAsync(CancellationToken.None).GetAwaiter().GetResult();
            if (diagnostics.FirstOrDefault(static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning) is { } problem) throw new InvalidOperationException(problem.ToString());
        });
        return Math.Max(0, analyze.Cpu - bind.Cpu);
    }

    private static IReadOnlyList<SyntheticFile> Files(int size, Flavor flavor) => SyntheticSolution.Create(size, flavor);

    private sealed record Figures(Cost Plain, Cost Generate, Cost Logger, Cost Ours, double Analyzers);
}
