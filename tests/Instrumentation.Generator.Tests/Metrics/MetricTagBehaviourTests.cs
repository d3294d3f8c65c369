using Instrumentation.Testing;

namespace Instrumentation.Generator.Tests.Metrics;

/// <summary>What the tags of measurements are.</summary>
public sealed class MetricTagBehaviourTests
{
    [Fact]
    public void ConstantsStandAmongTheOthersInTheirOrder()
    {
        using var program = Generation.Of("""
            public static class Program
            {
                public static void Run() { M(true); N("x"); }
                [BusinessMetric("a", Tags = ["tier='gold'", "flag", "note='a=b \" {x}'"]), BusinessMetric("b", Tags = ["only='one'"])] public static void M(bool flag) { }
                [BusinessMetric("c", Tags = ["tier='gold'", "text"])] public static void N(string text) { }
            }
            """).Load();
        using var recorder = new TelemetryRecorder(program.Name);

        program.Call("Run");

        Assert.Equal("tier=gold flag=True note=a=b \" {x}", Tags(recorder, "a"));
        Assert.Equal("only=one", Tags(recorder, "b"));
        Assert.Equal("tier=gold text=x", Tags(recorder, "c"));
    }

    [Theory]
    [InlineData("")]
    [InlineData(", PreBound = true")]
    public void ATextTakesTheValuesThatItsTagAllowsAndNoOther(string settings)
    {
        using var program = Generation.Of($$"""
            public enum Plan { Free, Paid }
            public record Order([property: Tag(Values = ["eu", "us"])] string? Region, Plan? Plan, bool? Flag);
            public static class Program
            {
                public static void Run() { M(new("eu", Plan.Free, true)); M(new("mars", (Plan)7, null)); M(new(null, null, false)); M(null); }
                [BusinessMetric("a", Tags = ["region=order.Region", "plan=order.Plan", "flag=order.Flag"]{{settings}})] public static void M(Order? order) { }
            }
            """).Load();
        using var recorder = new TelemetryRecorder(program.Name);

        program.Call("Run");
        recorder.Collect();

        Assert.Equal(
            ["region= plan= flag=", "region= plan= flag=False", "region=eu plan=Free flag=True", "region=other plan=other flag="],
            recorder.Of("a").Where(static measurement => measurement.Value == 1).Select(Tags).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("[BusinessMetric(\"a\", Tags = [\"region=x\"])] public static void M([Tag(Values = [\"eu\"])] string x) { }")]
    [InlineData("[BusinessMetric(\"a\", Tags = [\"region=x.Trim.Length\"])] public static void M([Tag(Path = \"Trim.Length\", Values = [\"eu\"])] Named x) { }")]
    [InlineData("[BusinessMetric(\"a\", Tags = [\"region=return\"])] [return: Tag(Values = [\"eu\"])] public static string M(string x) => x;")]
    [InlineData("[BusinessMetric(\"a\", Tags = [\"region=return\"])] [return: Tag(Values = [\"eu\"])] public static Task<string> M(string x) => Task.FromResult(x);")]
    public async Task ValuesAreFoundOnParametersPathsAndResults(string method)
    {
        var generated = Generation.Of($$"""
            public class Inner { public string Length => "mars"; }
            public class Named { public Inner Trim { get; } = new(); }
            public static class Program { public static object? Run() { {{(method.Contains("Named") ? "M(new Named()); return null;" : method.Contains("void") ? "M(\"mars\"); return null;" : "return M(\"mars\");")}} } {{method}} }
            """);
        using var program = generated.Load();
        using var recorder = new TelemetryRecorder(program.Name);

        if (program.Call("Run") is Task task) await task;

        Assert.Equal("region=other", Tags(recorder, "a"));
        Assert.Empty(await AnalyzedProgram.Diagnose(generated));
    }

    [Fact]
    public async Task PreBoundSumsAreCollectedAsTheyWereAddedUp()
    {
        using var program = Generation.Of("""
            public enum Plan { Free, Paid }
            public class Store
            {
                public bool IsOpen;
                [BusinessMetric("calls", PreBound = true, Tags = ["plan", "open=this.IsOpen", "ok=return", "by='store'"])]
                [BusinessMetric("bytes", Kind = MetricKind.UpDownCounter, Value = "size", PreBound = true)]
                [BusinessMetric("share", Kind = MetricKind.UpDownCounter, Value = "-part", PreBound = true, Tags = ["plan"])]
                [BusinessMetric("failures", PreBound = true, When = "failure")]
                public async Task<bool> Save(Plan plan, int size, double part) { await Task.Yield(); return size >= 0 ? size > 5 : throw new InvalidOperationException(); }
                [BusinessMetric("calls", PreBound = true, Tags = ["by='drop'", "plan"])] public void Drop(Plan plan) { }
            }
            public static class Program
            {
                public static async Task Run() { var s = new Store(); await s.Save(Plan.Paid, 10, 0.5); await s.Save(Plan.Paid, 10, 0.25); await s.Save(Plan.Free, 1, 1); try { await s.Save(Plan.Free, -1, 0); } catch (InvalidOperationException) { } s.Drop(Plan.Free); }
            }
            """).Load();
        using var recorder = new TelemetryRecorder(program.Name);

        await (Task)program.Call("Run")!;
        recorder.Collect();

        Assert.Equal(
            ["by=drop plan=Free: 1", "plan=Free open=False ok=False by=store: 1", "plan=Paid open=False ok=True by=store: 2"],
            recorder.Of("calls").Where(static measurement => measurement.Value != 0).Select(static measurement => $"{Tags(measurement)}: {measurement.Value}").Order(StringComparer.Ordinal));
        // Declared ones are there from the start: 2 plans, 2 flags, 2 flags, and 2 plans of the other method.
        Assert.Equal(10, recorder.Of("calls").Count);
        Assert.Equal(21, recorder.Of("bytes").Single().Value);
        Assert.Equal([-1, -0.75], recorder.Of("share").OrderBy(Tags).Select(static measurement => measurement.Value));
        Assert.Equal(1, recorder.Of("failures").Single().Value);
    }

    [Fact]
    public void TheAssemblyBindsWhatCanBeBound()
    {
        var generated = Generation.Of("""
            [assembly: PreBoundMetrics]
            public static class Program
            {
                [BusinessMetric("bound", Tags = ["flag"])] public static void A(bool flag) { }
                [BusinessMetric("any", Tags = ["text"], MaxSeries = 5)] public static void B(string text) { }
                [BusinessMetric("size", Kind = MetricKind.Histogram, Value = "size")] public static void C(int size) { }
                public static void Run() { A(true); B("x"); C(1); }
            }
            """);

        Assert.Contains("Scope.BoundCounter<long>(\"bound\")", generated.File("Telemetry.g.cs"));
        Assert.Contains("Scope.Counter<long>(\"any\")", generated.File("Telemetry.g.cs"));
        Assert.Contains("Scope.Histogram<long>(\"size\")", generated.File("Telemetry.g.cs"));
        Assert.Empty(generated.Problems());
    }

    [Fact]
    public void SeriesBeyondTheLimitAreFoldedAndCounted()
    {
        using var program = Generation.Of("""
            public static class Program
            {
                public static void Run() { for (var i = 0; i < 2; i++) { foreach (var user in new[] { "a", "b", "c", "d", "e" }) { One(user, user == "a"); } foreach (var n in new[] { 1000, 2000, 3000, 4000 }) Two(n, n / 1000.0); } One(null, true); }
                [BusinessMetric("folded.one", Tags = ["user", "flag"], MaxSeries = 6)] public static void One(string? user, bool flag) { }
                [BusinessMetric("folded.two", Tags = ["number", "real"], MaxSeries = 3)] public static void Two(int number, double real) { }
            }
            """).Load();
        using var recorder = new TelemetryRecorder(program.Name);

        program.Call("Run");

        // Six series: three texts, and one of 'other' for each flag and for none; the flag itself stays true to the call.
        Assert.Equal(
            ["user=a flag=True 2", "user=b flag=False 2", "user=c flag=False 2", "user=other flag=False 4", "user=other flag=True 1"],
            recorder.Of("folded.one").GroupBy(Tags).Select(static series => $"{series.Key} {series.Count()}").Order(StringComparer.Ordinal));
        Assert.Equal(
            ["number=1000 real=1 2", "number=2000 real=2 2", "number=other real=other 4"],
            recorder.Of("folded.two").GroupBy(Tags).Select(static series => $"{series.Key} {series.Count()}").Order(StringComparer.Ordinal));
        Assert.Equal(5, recorder.Folded.Count(static metric => metric == "folded.one"));
        Assert.Equal(4, recorder.Folded.Count(static metric => metric == "folded.two"));
    }

    [Fact]
    public void MoreCombinationsThanAreKeptAreRecordedAllTheSame()
    {
        var generated = Generation.Of("""
            public enum Letter { A, B, C, D, E, F, G, H, I, J, K, L, M, N, O, P }
            public static class Program
            {
                public static void Run() { M(Letter.P, Letter.A, (Letter)99, null, true, "x"); }
                [BusinessMetric("many", Tags = ["a", "b", "c", "d", "e", "f", "g='g'"], MaxSeries = 4000)] public static void M(Letter a, Letter b, Letter c, Letter? d, bool e, string f) { }
            }
            """);
        using var program = generated.Load();
        using var recorder = new TelemetryRecorder(program.Name);

        program.Call("Run");

        Assert.Equal("a=P b=A c=other d= e=True f=x g=g", Tags(recorder, "many"));
    }

    [Fact]
    public void SeriesThatAreKnownAreThereAtZeroWhenSomebodyCollects()
    {
        using var program = Generation.Of("""
            public enum Plan { Free, Paid }
            public static class Program
            {
                public static void Run() { }
                [BusinessMetric("plain")] public static void A() { }
                [BusinessMetric("tagged", Tags = ["plan", "maybe", "by='x'"])] public static void B(Plan plan, bool? maybe) { }
                [BusinessMetric("bound", Tags = ["plan"], PreBound = true)] public static void C(Plan plan) { }
                [BusinessMetric("any", Tags = ["text"], MaxSeries = 9)] public static void D(string text) { }
                [BusinessMetric("size", Kind = MetricKind.Histogram, Value = "size")] public static void E(int size) { }
                [Measured] public static void F() { }
            }
            """).Load();
        System.Runtime.CompilerServices.RuntimeHelpers.RunModuleConstructor(program.Assembly.ManifestModule.ModuleHandle);
        using var recorder = new TelemetryRecorder(program.Name);

        recorder.Collect();

        Assert.Equal(
            ["bound plan=Free", "bound plan=Paid", "operation.active code.function.name=Program.F", "plain ", .. from plan in (string[])["Free", "Paid"] from maybe in (string[])["", "False", "True"] select $"tagged plan={plan} maybe={maybe} by=x"],
            recorder.Measurements.Select(static measurement => $"{measurement.Instrument} {Tags(measurement)}").Order(StringComparer.Ordinal));
        Assert.All(recorder.Measurements, static measurement => Assert.Equal(0, measurement.Value));
    }

    private static string Tags(TelemetryRecorder recorder, string metric) => Tags(recorder.Of(metric).Single());

    // In the order in which they were recorded.
    private static string Tags(RecordedMeasurement measurement) => string.Join(' ', measurement.Tags.Select(static tag => $"{tag.Key}={tag.Value}"));
}
