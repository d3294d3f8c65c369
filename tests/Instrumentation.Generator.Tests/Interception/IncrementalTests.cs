using Instrumentation.Testing;
using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Tests.Interception;

/// <summary>What an edit reruns. Both directions are asserted, so each test is known to be able to fail.</summary>
public sealed class IncrementalTests
{
    private const string Service = """
        namespace Acme;
        public class Service
        {
            [Traced, Measured, BusinessMetric("calls")] public int Work(int x) => x;
        }
        """;

    private const string Caller = """
        namespace Acme;
        public static class Caller
        {
            public static int Call() => new Service().Work(1);

            public static int Below() => 2;
        }
        """;

    private const string Model = """
        namespace Acme;
        public class User { [Pii] public string Email = ""; public string Phone = ""; }
        public class Health { [HealthCheck("disk")] public bool Disk() => true; }
        """;

    private const string Other = "namespace Acme; public static class Other { public static int Nothing() => 1; }";

    private static readonly string[] s_outputSteps =
    [
        TrackingNames.Interception_Bodies, TrackingNames.Interception_Locations, TrackingNames.Telemetry_Emit, TrackingNames.Catalog_Emit,
    ];

    [Fact]
    public void AnUnrelatedEditLeavesEveryOutputCached()
    {
        var edited = Start().Edit("/app/Other.cs", static text => text.Replace("=> 1", "=> 1 + 1"));

        foreach (var step in s_outputSteps) AssertCached(edited, step);
        AssertNoOutputRan(edited);
    }

    [Fact]
    public void AnEditBelowTheCallInTheSameFileRewritesOnlyThePlacesOfItsCalls()
    {
        var before = Start();
        var edited = before.Edit("/app/Caller.cs", static text => text.Replace("=> 2", "=> 3"));

        AssertCached(edited, TrackingNames.Interception_Bodies);
        AssertCached(edited, TrackingNames.Telemetry_Emit);
        AssertCached(edited, TrackingNames.Catalog_Emit);

        // The compiler's name of a place holds a checksum of the whole file: an old place is an error (CS9234).
        AssertRan(edited, TrackingNames.Interception_Locations);
        Assert.NotEqual(before.File("Acme.Service.Locations.g.cs"), edited.File("Acme.Service.Locations.g.cs"));
        Assert.Equal(before.File("Acme.Service.Interceptors.g.cs"), edited.File("Acme.Service.Interceptors.g.cs"));
        Assert.Empty(edited.Problems());
    }

    [Fact]
    public void AnEditInTheBodyOfAnAnnotatedMethodLeavesEveryOutputCached()
    {
        var edited = Start().Edit("/app/Service.cs", static text => text.Replace("=> x;", "=> x + 1;"));

        foreach (var step in s_outputSteps) AssertCached(edited, step);
        AssertNoOutputRan(edited);
    }

    [Fact]
    public void AnEditOfAnAnnotationRewritesBodiesTelemetryAndCatalog()
    {
        var edited = Start().Edit("/app/Service.cs", static text => text.Replace("\"calls\"", "\"calls.made\""));

        AssertRan(edited, TrackingNames.Interception_Bodies);
        AssertRan(edited, TrackingNames.Telemetry_Emit);
        AssertRan(edited, TrackingNames.Catalog_Emit);
        AssertCached(edited, TrackingNames.Interception_Locations);
        Assert.Contains("calls.made", edited.File("Catalog.g.cs"));
    }

    [Theory]
    [InlineData("public string Phone", "[Pii] public string Phone", true)]
    [InlineData("[Pii] public string Email", "public string Email", false)]
    [InlineData("[Pii] public", "[Pii(PiiKind.Email)] public", true)]
    public void AnEditOfAMarkRewritesOnlyTheCatalog(string before, string after, bool isMarked)
    {
        var edited = Start().Edit("/app/Model.cs", text => text.Replace(before, after));

        AssertRan(edited, TrackingNames.Catalog_PersonalData);
        AssertRan(edited, TrackingNames.Catalog_Emit);
        AssertCached(edited, TrackingNames.Health_Parse);
        AssertCached(edited, TrackingNames.Interception_Bodies);
        AssertCached(edited, TrackingNames.Interception_Locations);
        AssertCached(edited, TrackingNames.Telemetry_Emit);
        Assert.Equal(isMarked, edited.File("Catalog.g.cs").Contains("\"member\"", StringComparison.Ordinal));
    }

    [Fact]
    public void AnEditOfAHealthCheckRewritesOnlyItsRegistrationAndTheCatalog()
    {
        var edited = Start().Edit("/app/Model.cs", static text => text.Replace("\"disk\"", "\"disk\", Tags = [\"live\"]"));

        AssertRan(edited, TrackingNames.Health_Parse);
        AssertRan(edited, TrackingNames.Health_Emit);
        AssertRan(edited, TrackingNames.Catalog_Emit);
        AssertCached(edited, TrackingNames.Catalog_PersonalData);
        AssertCached(edited, TrackingNames.Interception_Bodies);
        AssertCached(edited, TrackingNames.Interception_Locations);
        AssertCached(edited, TrackingNames.Telemetry_Emit);
        Assert.Contains("[\"live\"]", edited.File("Catalog.g.cs"));
    }

    [Fact]
    public void ACommentInTheFileOfACallRewritesOnlyThePlacesOfItsCalls()
    {
        var edited = Start().Edit("/app/Caller.cs", static text => text + "// a comment");

        AssertRan(edited, TrackingNames.Interception_Locations);
        AssertCached(edited, TrackingNames.Interception_Bodies);
        AssertCached(edited, TrackingNames.Telemetry_Emit);
        AssertCached(edited, TrackingNames.Catalog_Emit);
        AssertCached(edited, TrackingNames.Catalog_PersonalData);
        AssertCached(edited, TrackingNames.Health_Parse);
        Assert.Empty(edited.Problems());
    }

    [Fact]
    public void ACommentBelowAnAnnotationLeavesEveryOutputCachedAndOneAboveRewritesOnlyItsLineInTheCatalog()
    {
        var below = Start().Edit("/app/Service.cs", static text => text + "// a comment");
        var above = Start().Edit("/app/Service.cs", static text => text.Replace("public class", "// a comment\npublic class"));

        AssertNoOutputRan(below);
        AssertRan(above, TrackingNames.Catalog_Emit);
        AssertCached(above, TrackingNames.Interception_Bodies);
        AssertCached(above, TrackingNames.Interception_Locations);
        AssertCached(above, TrackingNames.Telemetry_Emit);
    }

    [Fact]
    public void ANewCallRewritesThePlacesAndNotTheBody()
    {
        var edited = Start().Edit("/app/Other.cs", static text => text.Replace("=> 1", "=> new Service().Work(2)"));

        AssertRan(edited, TrackingNames.Interception_Locations);
        AssertCached(edited, TrackingNames.Interception_Bodies);
        AssertCached(edited, TrackingNames.Catalog_Emit);
        Assert.Empty(edited.Problems());
    }

    [Fact]
    public void TheOrderOfTheFilesDoesNotMatter()
    {
        SourceFile[] files = [new("/app/Service.cs", Service), new("/app/Caller.cs", Caller), new("/app/Other.cs", Other.Replace("=> 1", "=> new Service().Work(2)"))];

        var one = Generation.Of(files, assemblyName: "Same");
        var two = Generation.Of(files.Reverse(), assemblyName: "Same");

        Assert.Equal(Texts(one), Texts(two));
        Assert.NotEmpty(Texts(one));
    }

    [Fact]
    public void EveryStepYieldsAClass()
    {
        var steps = new HashSet<IncrementalGeneratorRunStep>();
        void Visit(IncrementalGeneratorRunStep step)
        {
            if (!steps.Add(step)) return;
            foreach (var input in step.Inputs) Visit(input.Source);
        }

        foreach (var step in Start().Result.TrackedSteps.Values.SelectMany(static runs => runs)) Visit(step);
        var values = steps.SelectMany(static step => step.Outputs).Select(static output => output.Value).OfType<object>().Select(static value => value.GetType()).Where(static type => type.IsValueType && type.ToString().Contains("Instrumentation.")).Distinct().ToList();

        // Only what the compiler's own Combine() and Collect() make of classes, which is there once for all.
        Assert.NotEmpty(values);
        Assert.All(values, static type => Assert.True(
            type.IsGenericType && (type.GetGenericTypeDefinition() == typeof(ValueTuple<,>) || type.GetGenericTypeDefinition() == typeof(System.Collections.Immutable.ImmutableArray<>))
            && type.GetGenericArguments().All(static argument => !argument.IsValueType), type.ToString()));
    }

    private static Generation Start() =>
        Generation.Of([new("/app/Service.cs", Service), new("/app/Caller.cs", Caller), new("/app/Model.cs", Model), new("/app/Other.cs", Other)]);

    private static IEnumerable<string> Texts(Generation generation) =>
        generation.Result.GeneratedSources.OrderBy(static source => source.HintName).Select(static source => source.SourceText.ToString());

    private static IReadOnlyList<IncrementalStepRunReason> Reasons(Generation generation, string step) =>
        [.. generation.Result.TrackedSteps[step].SelectMany(static run => run.Outputs).Select(static output => output.Reason)];

    private static void AssertCached(Generation generation, string step)
    {
        Assert.NotEmpty(Reasons(generation, step));
        Assert.All(Reasons(generation, step), reason => Assert.True(reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged, $"{step}: {reason}"));
    }

    private static void AssertRan(Generation generation, string step) =>
        Assert.Contains(Reasons(generation, step), static reason => reason is IncrementalStepRunReason.Modified or IncrementalStepRunReason.New);

    // The steps that write source: none of them was even asked.
    private static void AssertNoOutputRan(Generation generation)
    {
        var outputs = generation.Result.TrackedOutputSteps.SelectMany(static step => step.Value).SelectMany(static run => run.Outputs).ToList();
        Assert.NotEmpty(outputs);
        Assert.All(outputs, static output => Assert.Equal(IncrementalStepRunReason.Cached, output.Reason));
    }
}
