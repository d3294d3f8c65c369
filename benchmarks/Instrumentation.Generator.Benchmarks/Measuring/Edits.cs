using Instrumentation.Generator.Benchmarks.Compiler;
using Instrumentation.Generator.Benchmarks.Reporting;
using Instrumentation.Generator.Benchmarks.Synthetic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Instrumentation.Generator.Benchmarks.Measuring;

/// <summary>What a key costs: the generator has run, one file changes, it runs again.</summary>
internal static class Edits
{
    private const int Repetitions = 15;

    // What takes seconds is told by fewer.
    private const int LongRepetitions = 3;

    private static readonly (string Name, string From, string To)[] s_edits =
    [
        ("a body that is not annotated", "_items.Add(changed);", "_items.Add(changed); _count++;"),
        ("the body of an annotated method", "_names[id] = name;", "_names[id] = name; _count++;"),
        ("an annotation", "[Traced]", "[Traced(Name = \"edited\")]"),
    ];

    public static void Measure(Report report, IReadOnlyList<int> sizes)
    {
        report.Table(
            "Edits",
            $"The least of {Repetitions} in an editor and of {LongRepetitions} else, warm. *editor*: implementation outputs are off, as editors run generators; a project without the package pays nothing here. *all outputs*: as a build that keeps its generator's state.",
            "methods", "edit", "editor", "LoggerMessage's, editor", "all outputs", "steps that ran again");
        foreach (var size in sizes)
        {
            var files = SyntheticSolution.Create(size, Flavor.Annotated);
            var compilation = InMemory.Compile(files, withPackage: true);
            var logging = InMemory.Compile(SyntheticSolution.Create(size, Flavor.LoggerMessage), withPackage: false);
            var editor = InMemory.Driver(InMemory.Ours(), asEditor: true).RunGenerators(compilation);
            var logger = InMemory.Driver(InMemory.LoggerMessage(), asEditor: true).RunGenerators(logging);
            var build = InMemory.Driver(InMemory.Ours()).RunGenerators(compilation);
            var tracking = InMemory.Driver(InMemory.Ours(), tracks: true).RunGenerators(compilation);
            Row(report, size, "a file without annotations or calls", 0, static text => text + "// edited\n");
            foreach (var (name, from, to) in s_edits) Row(report, size, name, 1, text => text.Replace(from, to, StringComparison.Ordinal));

            void Row(Report report, int size, string name, int file, Func<string, string> edit)
            {
                var row = $"edit, {size} methods, {name}";
                report.Row(
                    $"{size:N0}",
                    name,
                    report.Absolute(row, "editor ms", Least(editor, compilation, file, edit, Repetitions), "ms"),
                    report.Absolute(row, "LoggerMessage editor ms", Least(logger, logging, file, edit, LongRepetitions), "ms"),
                    report.Absolute(row, "all outputs ms", Least(build, compilation, file, edit, LongRepetitions), "ms"),
                    Steps(tracking, compilation, file, edit));
            }
        }
    }

    private static double Least(GeneratorDriver driver, CSharpCompilation compilation, int file, Func<string, string> edit, int repetitions)
    {
        var least = double.MaxValue;
        for (var i = 0; i < repetitions; i++)
        {
            // A new text each time, as each key gives one.
            var number = i;
            var edited = Edited(compilation, file, text => $"{edit(text)}// {number}\n");
            least = Math.Min(least, Cost.Of(() => driver.RunGenerators(edited)).Wall);
        }

        return least * 1000;
    }

    private static string Steps(GeneratorDriver driver, CSharpCompilation compilation, int file, Func<string, string> edit)
    {
        var result = driver.RunGenerators(Edited(compilation, file, edit)).GetRunResult().Results[0];
        var ran = result.TrackedSteps.Where(static step => step.Key.Contains('_', StringComparison.Ordinal) && !step.Key.StartsWith("compilation", StringComparison.Ordinal) && !step.Key.StartsWith("result", StringComparison.Ordinal))
            .Where(static step => step.Value.Any(static run => run.Outputs.Any(static output => output.Reason is IncrementalStepRunReason.Modified or IncrementalStepRunReason.New)))
            .Select(static step => step.Key).Order(StringComparer.Ordinal);
        return string.Join(", ", ran) is { Length: > 0 } steps ? steps : "none";
    }

    private static CSharpCompilation Edited(CSharpCompilation compilation, int file, Func<string, string> edit)
    {
        var tree = compilation.SyntaxTrees[file];
        return compilation.ReplaceSyntaxTree(tree, InMemory.Parse(new SyntheticFile(tree.FilePath, edit(tree.ToString()))));
    }
}
