using System.Text;
using Instrumentation.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Instrumentation.Generator.Tests.Interception;

/// <summary>What can be said of the build's cost to the byte: the size of what is generated, and what an editor makes the generator do.</summary>
public sealed class BuildCostTests
{
    [Fact]
    public void AnAnnotatedMethodIsSoMuchCode()
    {
        var (one, two) = (Generated(types: 20, methods: 2, calls: 1), Generated(types: 20, methods: 3, calls: 1));

        // Of the file of bodies: what all methods of a type share is not in it.
        var bytes = (Bytes(two, ".Interceptors.g.cs") - Bytes(one, ".Interceptors.g.cs")) / 20;
        Assert.InRange(bytes, 400, 1060);
    }

    [Fact]
    public void ACallIsOneLine()
    {
        var (one, two) = (Generated(types: 20, methods: 2, calls: 10), Generated(types: 20, methods: 2, calls: 20));

        Assert.Equal(Bytes(one, ".Interceptors.g.cs"), Bytes(two, ".Interceptors.g.cs"));
        Assert.Equal(Bytes(one, "Catalog.g.cs"), Bytes(two, "Catalog.g.cs"));
        var calls = 20 * 2 * 10;
        Assert.Equal(calls, Lines(two, ".Locations.g.cs") - Lines(one, ".Locations.g.cs"));
        Assert.InRange((Bytes(two, ".Locations.g.cs") - Bytes(one, ".Locations.g.cs")) / calls, 40, 85);
    }

    [Fact]
    public void PlacesStayOutOfTheAssembly()
    {
        // They are base64 in the source; in the assembly there is not one of them.
        var generation = Generated(types: 2, methods: 2, calls: 10);
        var place = generation.Result.GeneratedSources.First(static file => file.HintName.EndsWith(".Locations.g.cs", StringComparison.Ordinal)).SourceText.ToString().Split('"')[1];

        Assert.Equal(40, place.Length);
        Assert.Equal(-1, generation.Emit().AsSpan().IndexOf(Encoding.UTF8.GetBytes(place)));
    }

    [Theory]
    [InlineData(10)]
    [InlineData(100)]
    [InlineData(200)]
    public void ThereAreNeverManyFilesWithPlaces(int types)
    {
        // Each has its attribute, and the compiler looks at all of one name for each place.
        var files = Generated(types, methods: 1, calls: 1).Result.GeneratedSources.Count(static file => file.HintName.EndsWith(".Locations.g.cs", StringComparison.Ordinal));

        Assert.InRange(files, Math.Min(types, 20), 40);
    }

    [Fact]
    public void ALargeProjectIsCoveredAsASmallOne()
    {
        var generation = Generated(types: 60, methods: 1, calls: 1);
        using var program = generation.Load();
        using var recorder = new TelemetryRecorder(program.Name);

        for (var type = 0; type < 60; type++) program.Assembly.GetType($"Acme.Caller{type}")!.GetMethod("Run")!.Invoke(null, null);

        Assert.Equal(60, recorder.Spans.Count);
        Assert.Equal(60, recorder.Spans.Select(static span => span.OperationName).Distinct().Count());
    }

    [Theory]
    [InlineData("an annotated method", "public int M0(int x) => x;", "public int M0(int x) => x + 1;", false)]
    [InlineData("a call", "M0(0)", "M0(7)", false)]
    [InlineData("an annotation", "[Traced] public int M0", "[Measured] public int M0", false)]
    [InlineData("a partial method's annotation", "[Traced] public partial", "[Measured] public partial", true)]
    public void AnEditorRunsNothingButPartialMethods(string edit, string from, string to, bool isPartial)
    {
        var sources = Sources(types: 3, methods: 2, calls: 2).Append(new SourceFile("/app/Parts.cs", "namespace Acme; public partial class Parts { [Traced] public partial int Work(int x); private int WorkCore(int x) => x; }")).ToList();
        var compilation = Generation.Of(sources).Input;
        var driver = Driver(compilation, IncrementalGeneratorOutputKind.Implementation).RunGenerators(compilation);
        var tree = compilation.SyntaxTrees.First(tree => tree.ToString().Contains(from, StringComparison.Ordinal));
        var edited = compilation.ReplaceSyntaxTree(tree, tree.WithChangedText(Microsoft.CodeAnalysis.Text.SourceText.From(tree.ToString().Replace(from, to, StringComparison.Ordinal), Encoding.UTF8)));

        var result = driver.RunGenerators(edited).GetRunResult().Results.Single();

        Assert.Equal(["Acme.Parts.Partial.g.cs"], result.GeneratedSources.Select(static source => source.HintName));
        Assert.DoesNotContain(TrackingNames.Interception_Calls, result.TrackedSteps.Keys);
        Assert.DoesNotContain(TrackingNames.Methods_Parse, result.TrackedSteps.Keys);
        var reasons = result.TrackedOutputSteps.SelectMany(static step => step.Value).SelectMany(static run => run.Outputs).Select(static output => output.Reason).ToList();
        Assert.NotEmpty(reasons);
        Assert.True(reasons.Contains(IncrementalStepRunReason.Modified) == isPartial, $"{edit}: {string.Join(", ", reasons)}");

        // The same edit where all outputs run: the other direction.
        var all = Driver(compilation, IncrementalGeneratorOutputKind.None).RunGenerators(compilation).RunGenerators(edited).GetRunResult().Results.Single();
        Assert.Contains(TrackingNames.Interception_Calls, all.TrackedSteps.Keys);
    }

    private static GeneratorDriver Driver(CSharpCompilation compilation, IncrementalGeneratorOutputKind disabled) => CSharpGeneratorDriver.Create(
        [new InstrumentationGenerator().AsSourceGenerator()],
        parseOptions: (CSharpParseOptions)compilation.SyntaxTrees[0].Options,
        driverOptions: new GeneratorDriverOptions(disabled, trackIncrementalGeneratorSteps: true));

    private static Generation Generated(int types, int methods, int calls) => Generation.Of(Sources(types, methods, calls), assemblyName: "Acme");

    // Each type has its methods, and a caller that calls each of them so many times.
    private static IEnumerable<SourceFile> Sources(int types, int methods, int calls)
    {
        for (var type = 0; type < types; type++)
        {
            var members = Enumerable.Range(0, methods).Select(static method => $"    [Traced] public int M{method}(int x) => x;");
            var statements = Enumerable.Range(0, methods).SelectMany(method => Enumerable.Range(0, calls).Select(call => $"        service.M{method}({call});"));
            yield return new SourceFile($"/app/Service{type}.cs", $"namespace Acme;\npublic class Service{type}\n{{\n{string.Join('\n', members)}\n}}\n");
            yield return new SourceFile($"/app/Caller{type}.cs", $"namespace Acme;\npublic static class Caller{type}\n{{\n    public static void Run()\n    {{\n        var service = new Service{type}();\n{string.Join('\n', statements)}\n    }}\n}}\n");
        }
    }

    private static long Bytes(Generation generation, string suffix) => Files(generation, suffix).Sum(static file => (long)file.SourceText.Length);

    private static long Lines(Generation generation, string suffix) => Files(generation, suffix).Sum(static file => (long)file.SourceText.Lines.Count);

    private static IEnumerable<GeneratedSourceResult> Files(Generation generation, string suffix) =>
        generation.Result.GeneratedSources.Where(file => file.HintName.EndsWith(suffix, StringComparison.Ordinal));
}
