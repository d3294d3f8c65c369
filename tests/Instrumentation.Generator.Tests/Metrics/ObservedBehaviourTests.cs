using System.Runtime.CompilerServices;
using System.Text.Json;
using Instrumentation.Testing;

namespace Instrumentation.Generator.Tests.Metrics;

/// <summary>Values that are asked for when somebody collects.</summary>
public sealed class ObservedBehaviourTests
{
    private const string Source = """
        public enum State { Idle, Busy }
        public record Load(double? Share, State State);
        public static class Program
        {
            public static int Asked;
            public static void Run() { Length(); Fails(); }
            [BusinessMetric("queue.length", Kind = MetricKind.Gauge, Observe = true, Tags = ["queue='mail'"])] public static int Length() => ++Asked;
            [BusinessMetric("queue.length", Kind = MetricKind.Gauge, Observe = true, Tags = ["queue='print'"])] internal static int Other() => 70;
            [BusinessMetric("load", Kind = MetricKind.Gauge, Observe = true, Value = "return.Share", Tags = ["return.State"])] public static Load? Load() => new(0.5, State.Busy);
            [BusinessMetric("nothing", Kind = MetricKind.Gauge, Observe = true, Value = "return.Share")] public static Load? Nothing() => null;
            [BusinessMetric("age", Kind = MetricKind.UpDownCounter, Observe = true, Value = "-return", Unit = "ms")] public static TimeSpan Age() => TimeSpan.FromSeconds(2);
            [BusinessMetric("observed.fails", Observe = true)] public static long Fails() => throw new InvalidOperationException();
        }
        """;

    [Fact]
    public void TheMethodIsAskedWhenSomebodyCollectsAndNotMeasuredWhenItIsCalled()
    {
        using var program = Generation.Of(Source).Load();
        RuntimeHelpers.RunModuleConstructor(program.Assembly.ManifestModule.ModuleHandle);
        using var recorder = new TelemetryRecorder(program.Name);
        Assert.Throws<InvalidOperationException>(() => program.Call("Run"));
        Assert.Empty(recorder.Measurements);

        recorder.Collect();

        Assert.Equal(
            ["age=-2000", "load=0.5 state=Busy", "queue.length=2 queue=mail", "queue.length=70 queue=print"],
            recorder.Measurements.Select(static m => string.Join(' ', m.Tags.Select(static tag => $"{tag.Key}={tag.Value}").Prepend($"{m.Instrument}={m.Value}"))).Order(StringComparer.Ordinal));
        Assert.Equal("ms", recorder.Of("age").Single().Unit);
        Assert.Equal(["observed.fails"], recorder.Skipped.Where(static metric => metric == "observed.fails"));
    }

    [Fact]
    public async Task TheCatalogListsItAndNothingIsReported()
    {
        var generated = Generation.Of([new SourceFile("/app/Program.cs", Source)], assemblyName: "Observed");
        using var program = generated.Load();

        using var catalog = JsonDocument.Parse(((InstrumentationCatalogAttribute)program.Assembly.GetCustomAttributes(typeof(InstrumentationCatalogAttribute), false).Single()).Json);
        var metric = catalog.RootElement.GetProperty("metrics").EnumerateArray().Single(static metric => metric.GetProperty("name").GetString() == "queue.length");

        Assert.Equal(2, metric.GetProperty("series").GetDouble());
        Assert.All(metric.GetProperty("recordedBy").EnumerateArray(), static recorder => Assert.Equal("observed", recorder.GetProperty("when").GetString()));
        Assert.Equal("Observed", ((InstrumentationManifestAttribute)program.Assembly.GetCustomAttributes(typeof(InstrumentationManifestAttribute), false).Single()).Source);
        Assert.Empty(await AnalyzedProgram.Diagnose(generated));
    }
}
