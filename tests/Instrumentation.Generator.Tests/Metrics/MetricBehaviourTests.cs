using System.Diagnostics;
using Instrumentation.Testing;

namespace Instrumentation.Generator.Tests.Metrics;

/// <summary>Which measurements annotated programs make.</summary>
public sealed class MetricBehaviourTests
{
    [Fact]
    public async Task EveryKindOfInstrumentRecordsItsValue()
    {
        using var program = Generation.Of("""
            public enum Plan { Free, Paid }
            public record Stored(long Size);
            public static class Program { public static async Task Run() { var s = new Store(); await s.Save(new MemoryStream(new byte[10]), Plan.Paid); s.Drop(new Stored(4)); s.Took(TimeSpan.FromMilliseconds(250)); } }
            public class Store
            {
                internal int Count = 7;
                [BusinessMetric("files.uploaded", Unit = "{file}", Tags = ["plan", "large=return.Size"])]
                [BusinessMetric("storage.used", Kind = MetricKind.UpDownCounter, Unit = "By", Value = "return.Size")]
                [BusinessMetric("file.size", Kind = MetricKind.Histogram, Unit = "By", Value = "content.Length", Buckets = [1, 100])]
                [BusinessMetric("files.open", Kind = MetricKind.Gauge, Value = "this.Count")]
                public async Task<Stored> Save(Stream content, Plan plan) { await Task.Yield(); var size = content.Length; content.Dispose(); Count++; return new Stored(size); }
                [BusinessMetric("storage.used", Kind = MetricKind.UpDownCounter, Unit = "By", Value = "-file.Size")] public void Drop(Stored file) { }
                [BusinessMetric("wait", Kind = MetricKind.Histogram, Unit = "ms", Value = "time")] public void Took(TimeSpan time) { }
            }
            """).Load();
        using var recorder = new TelemetryRecorder(program.Name);

        await (Task)program.Call("Run")!;

        Assert.Equal((1, "{file}"), recorder.Of("files.uploaded").Select(static m => (m.Value, m.Unit)).Single());
        Assert.Equal("large=10 plan=Paid", Tags(recorder.Of("files.uploaded").Single()));
        Assert.Equal([10, -4], recorder.Of("storage.used").Select(static m => m.Value));
        // The parameter is read before the call, which disposes it; the instance after it.
        Assert.Equal(10, recorder.Of("file.size").Single().Value);
        Assert.Equal(8, recorder.Of("files.open").Single().Value);
        Assert.Equal(250, recorder.Of("wait").Single().Value);
        Assert.DoesNotContain("file.size", recorder.Skipped);
    }

    [Theory]
    [InlineData("Ok", "success always")]
    [InlineData("Fails", "failure always")]
    [InlineData("Cancels", "always")]
    [InlineData("OkAsync", "success always")]
    [InlineData("FailsAsync", "failure always")]
    [InlineData("CancelsAsync", "always")]
    [InlineData("FailsAtOnce", "failure always")]
    public async Task WhenDecidesAtWhichEndOfTheCallIsMeasured(string method, string expected)
    {
        const string Metrics = """[BusinessMetric("success"), BusinessMetric("failure", When = "failure"), BusinessMetric("always", When = "always")]""";
        using var program = Generation.Of($$"""
            public static class Program { public static Task Run(string m) { var s = new S(); switch (m) {
                case "Ok": s.Ok(); break; case "Fails": s.Fails(); break; case "Cancels": s.Cancels(); break;
                case "OkAsync": return s.OkAsync(); case "FailsAsync": return s.FailsAsync(); case "CancelsAsync": return s.CancelsAsync(); case "FailsAtOnce": return s.FailsAtOnce(); } return Task.CompletedTask; } }
            public class S
            {
                {{Metrics}} public void Ok() { }
                {{Metrics}} public void Fails() => throw new InvalidOperationException();
                {{Metrics}} public void Cancels() => throw new OperationCanceledException();
                {{Metrics}} public async Task OkAsync() => await Task.Yield();
                {{Metrics}} public async Task FailsAsync() { await Task.Yield(); throw new InvalidOperationException(); }
                {{Metrics}} public async Task CancelsAsync() { await Task.Yield(); throw new OperationCanceledException(); }
                {{Metrics}} public Task FailsAtOnce() => throw new InvalidOperationException();
            }
            """).Load();
        using var recorder = new TelemetryRecorder(program.Name);

        var exception = await Record.ExceptionAsync(() => (Task)program.Call("Run", method)!);

        Assert.Equal(method.StartsWith("Ok", StringComparison.Ordinal), exception is null);
        Assert.Equal(expected.Split(' ').Order(), recorder.Measurements.Select(static m => m.Instrument).Order());
    }

    [Fact]
    public void ConditionsAreMemberPaths()
    {
        using var program = Generation.Of("""
            public record Answer(bool? Hit);
            public static class Program { public static void Run() { foreach (var hit in new bool?[] { true, false, null }) { Ask(new Answer(hit)); Count(hit == true); } } 
                [BusinessMetric("hits", When = "return.Hit")] public static Answer Ask(Answer a) => a;
                [BusinessMetric("asked", When = "really")] public static void Count(bool really) { } }
            """).Load();
        using var recorder = new TelemetryRecorder(program.Name);

        program.Call("Run");

        Assert.Single(recorder.Of("hits"));
        Assert.Single(recorder.Of("asked"));
    }

    [Fact]
    public void MissingValuesAndThrowingGettersSkipTheMeasurementAndNotTheCall()
    {
        using var program = Generation.Of("""
            public class Closed { public long Length => throw new ObjectDisposedException("x"); public string? Name; }
            public static class Program { public static int Run() => A(null) + A("abc") + B(new Closed());
                [BusinessMetric("text.length", Kind = MetricKind.Histogram, Value = "text.Length")] public static int A(string? text) => 1;
                [BusinessMetric("closed.length", Kind = MetricKind.Histogram, Value = "closed.Length")] public static int B(Closed closed) => 1; }
            """).Load();
        using var recorder = new TelemetryRecorder(program.Name);

        Assert.Equal(3, program.Call("Run"));
        Assert.Equal([3], recorder.Of("text.length").Select(static m => m.Value));
        Assert.Empty(recorder.Of("closed.length"));
        Assert.Contains("closed.length", recorder.Skipped);
    }

    [Fact]
    public void ThreeMeasurementsThatReadTheSameFailingGetterCountThreeSkips()
    {
        using var program = Generation.Of("""
            public class Closed { public long Length => throw new ObjectDisposedException("x"); public bool Is => throw new ObjectDisposedException("x"); }
            public static class Program { public static int Run() => A(new Closed(), 1);
                [BusinessMetric("by.tag", Tags = ["closed.Is"]), BusinessMetric("by.condition", When = "closed.Is"), BusinessMetric("by.value", Value = "x", Tags = ["closed.Is"])]
                public static int A(Closed closed, int x) => x; }
            """).Load();
        using var recorder = new TelemetryRecorder(program.Name);

        Assert.Equal(1, program.Call("Run"));

        Assert.Equal(
            ["by.condition", "by.tag", "by.value"],
            recorder.Skipped.Where(static metric => metric.StartsWith("by.", StringComparison.Ordinal)).Order());
        Assert.DoesNotContain(recorder.Measurements, static measurement => measurement.Instrument.StartsWith("by.", StringComparison.Ordinal));
    }

    [Fact]
    public void NumbersOfAllTypesAreRecordedAndNegated()
    {
        using var program = Generation.Of("""
            public record All(int I, uint U, ulong L, float F, decimal D, byte? B);
            public static class Program
            {
                public static void Run() => M(new All(int.MinValue, 2, ulong.MaxValue, 1.5f, 2.5m, 3));
                [BusinessMetric("i", Kind = MetricKind.UpDownCounter, Value = "-return.I"), BusinessMetric("u", Kind = MetricKind.UpDownCounter, Value = "-return.U")]
                [BusinessMetric("l", Kind = MetricKind.Gauge, Value = "return.L"), BusinessMetric("f", Kind = MetricKind.UpDownCounter, Value = "-return.F")]
                [BusinessMetric("d", Kind = MetricKind.Histogram, Value = "all.D"), BusinessMetric("b", Value = "all.B")]
                [BusinessMetric("tags", Tags = ["all.I", "all.U", "all.F", "all.D", "all.B"])]
                public static All M(All all) => all;
            }
            """).Load();
        using var recorder = new TelemetryRecorder(program.Name);

        program.Call("Run");

        Assert.Equal("i=2147483648 u=-2 l=-1 f=-1.5 d=2.5 b=3", string.Join(' ', recorder.Measurements.Where(static m => m.Instrument != "tags").Select(static m => $"{m.Instrument}={m.Value}")));
        Assert.Equal("all.b=3 all.d=2.5 all.f=1.5 all.i=-2147483648 all.u=2", Tags(recorder.Of("tags").Single()));
    }

    [Theory]
    [InlineData("s", 0.0025)]
    [InlineData("ms", 2.5)]
    [InlineData("us", 2500)]
    [InlineData("ns", 2_500_000)]
    [InlineData("min", 0.0025 / 60)]
    public void ADurationIsRecordedInItsUnit(string unit, double expected)
    {
        using var program = Generation.Of($$"""
            public static class Program { public static void Run() { M(TimeSpan.FromTicks(25_000), null); }
                [BusinessMetric("wait", Kind = MetricKind.Histogram, Unit = "{{unit}}", Value = "time"), BusinessMetric("none", Kind = MetricKind.Histogram, Unit = "{{unit}}", Value = "nothing")]
                public static void M(TimeSpan time, TimeSpan? nothing) { } }
            """).Load();
        using var recorder = new TelemetryRecorder(program.Name);

        program.Call("Run");

        Assert.Equal(expected, recorder.Of("wait").Single().Value, 1e-12);
        Assert.Empty(recorder.Of("none"));
    }

    [Fact]
    public async Task MeasuredOperationsHaveDurationAndCallsUnderWay()
    {
        using var program = Generation.Of("""
            public static class Program
            {
                public static readonly TaskCompletionSource Gate = new();
                public static Task Start() => S.Work();
                public static void Fail() => S.Fail();
            }
            public static class S
            {
                [Measured] public static async Task Work() => await Program.Gate.Task;
                [Measured, Traced] public static void Fail() => throw new InvalidOperationException();
            }
            """).Load();
        using var recorder = new TelemetryRecorder(program.Name);

        var work = (Task)program.Call("Start")!;
        Assert.Equal(1, recorder.Of("operation.active").Sum(static m => m.Value));
        Assert.Empty(recorder.Of("operation.duration"));
        ((TaskCompletionSource)program.Assembly.GetType("Program")!.GetField("Gate")!.GetValue(null)!).SetResult();
        await work;
        Assert.Throws<InvalidOperationException>(() => program.Call("Fail"));

        Assert.Equal(0, recorder.Of("operation.active").Sum(static m => m.Value));
        Assert.Equal(
            ["code.function.name=S.Work", "code.function.name=S.Fail error.type=System.InvalidOperationException"],
            recorder.Of("operation.duration").Select(Tags));
        Assert.All(recorder.Of("operation.duration"), static m => Assert.Equal("s", m.Unit));
        // One clock for both: the span and the measurement agree to the tick.
        Assert.Equal(recorder.Span.Duration.TotalSeconds, recorder.Of("operation.duration")[1].Value);
    }

    [Fact]
    public void CountsAreExactUnderConcurrency()
    {
        using var program = Generation.Of("""public static class Program { public static void Run() => M(); [BusinessMetric("calls"), Measured] public static void M() { } }""").Load();
        var run = program.Method<Action>("Run");
        long count = 0;
        using var listener = new System.Diagnostics.Metrics.MeterListener
        {
            InstrumentPublished = (instrument, listener) => { if (instrument.Meter.Name == program.Name && instrument.Name == "calls") listener.EnableMeasurementEvents(instrument); },
        };
        listener.SetMeasurementEventCallback<long>((_, value, _, _) => Interlocked.Add(ref count, value));
        listener.Start();

        var threads = Enumerable.Range(0, 8).Select(_ => new Thread(() => { for (var i = 0; i < 100_000; i++) run(); })).ToList();
        threads.ForEach(static thread => thread.Start());
        threads.ForEach(static thread => thread.Join());

        Assert.Equal(800_000, count);
    }

    private static string Tags(RecordedMeasurement measurement) => string.Join(' ', measurement.Tags.Select(static tag => $"{tag.Key}={tag.Value}").Order());
}
