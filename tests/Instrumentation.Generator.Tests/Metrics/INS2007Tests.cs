using Instrumentation.Generator.Metrics;
using Instrumentation.Testing;
using Verifier = Instrumentation.Testing.RuleVerifier<Instrumentation.Generator.Metrics.BusinessMetricUsageAnalyzer>;

namespace Instrumentation.Generator.Tests.Metrics;

/// <summary>Units of metrics.</summary>
public sealed class INS2007Tests
{
    [Theory]
    [InlineData("bytes", "By")]
    [InlineData("B", "By")]
    [InlineData("MB", "MBy")]
    [InlineData("KiB", "KiBy")]
    [InlineData("seconds", "s")]
    [InlineData("sec", "s")]
    [InlineData("milliseconds", "ms")]
    [InlineData("hrs", "h")]
    [InlineData("percent", "%")]
    [InlineData("ratio", "1")]
    [InlineData("count", "{item}")]
    [InlineData("files", "{file}")]
    [InlineData("file", "{file}")]
    [InlineData("entries", "{entry}")]
    [InlineData("processes", "{process}")]
    [InlineData("address", "{address}")]
    [InlineData("EUR", "{EUR}")]
    [InlineData("bytes/second", "By/s")]
    [InlineData("requests/s", "{request}/s")]
    public void AnUnknownUnitIsReportedWithWhatIsMeant(string unit, string better)
    {
        Assert.Equal($"'{unit}' is not a UCUM unit; write '{better}'", MetricUnits.Problem(unit));
        Assert.Null(MetricUnits.Problem(better));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("{a b}")]
    [InlineData("{a")]
    [InlineData("a}")]
    [InlineData("s/")]
    [InlineData("s//s")]
    [InlineData("M")]
    [InlineData("{{file}}")]
    public void WhatNothingCanBeMadeOfIsReportedWithoutASuggestion(string unit) => Assert.Equal($"'{unit}' is not a UCUM unit", MetricUnits.Problem(unit));

    [Theory]
    [InlineData("s")]
    [InlineData("ms")]
    [InlineData("us")]
    [InlineData("min")]
    [InlineData("By")]
    [InlineData("kBy")]
    [InlineData("MiBy")]
    [InlineData("bit")]
    [InlineData("1")]
    [InlineData("%")]
    [InlineData("{file}")]
    [InlineData("{file}/s")]
    [InlineData("{a/b.c}")]
    [InlineData("By/s")]
    [InlineData("1/s")]
    [InlineData("/min")]
    [InlineData("s{cpu}")]
    [InlineData("m/s2")]
    [InlineData("m.s-2")]
    [InlineData("Cel")]
    [InlineData("kW.h")]
    [InlineData("[ppm]")]
    [InlineData("10*3")]
    [InlineData("dam")]
    public void UnitsOfUcumAreSilent(string unit) => Assert.Null(MetricUnits.Problem(unit));

    [Fact]
    public Task TheUnitIsReportedWhereItStands() => Verifier.Verify("""
        public class Store
        {
            [BusinessMetric("a", {|INS2007:Unit = "bytes"|}, Value = "size")] public void A(int size) { }
            [BusinessMetric("b", {|INS2007:Unit = ""|})] public void B() { }
            [BusinessMetric("c", Unit = "{file}"), BusinessMetric("d", Unit = "By", Value = "size"), BusinessMetric("e", Value = "time")] public void C(int size, TimeSpan time) { }
        }
        """);

    [Fact]
    public Task TheMessageSuggestsAUnit() => Verifier.VerifyMessage(
        """public class Store { [BusinessMetric("file.size", {|#0:Unit = "bytes"|})] public void M() { } }""",
        "INS2007",
        "Metric 'file.size' is against convention: 'bytes' is not a UCUM unit; write 'By'");

    [Fact]
    public Task NamesThatHoldWhatExportersAddAreReportedAtTheName() => Verifier.Verify("""
        public class Store
        {
            [BusinessMetric({|INS2007:"orders.total"|}), BusinessMetric({|INS2007:"orders_total"|}, Unit = "{order}")] public void A() { }
            [BusinessMetric({|INS2007:"file.size.bytes"|}, Unit = "By", Value = "size"), BusinessMetric({|INS2007:"file.bytes"|}, Value = "size"), BusinessMetric({|INS2007:"wait_seconds"|}, Value = "time")] public void B(int size, TimeSpan time) { }
            [BusinessMetric("total"), BusinessMetric("bytes"), BusinessMetric("orders.totalled"), BusinessMetric("price.total", Kind = MetricKind.UpDownCounter)] public void C() { }
            [BusinessMetric("seconds.lost", Unit = "s", Value = "time"), BusinessMetric("chunks.of.bytes", Unit = "{chunk}")] public void D(TimeSpan time) { }
        }
        """);

    [Theory]
    [InlineData("orders.total", "", "Metric 'orders.total' is against convention: its name ends with 'total', which exporters add to counters; write 'orders'")]
    [InlineData("file.bytes", "", "Metric 'file.bytes' is against convention: its name ends with a unit, which exporters add; write 'file' and Unit = \"By\"")]
    public Task TheMessageSuggestsAName(string name, string more, string message) =>
        Verifier.VerifyMessage($$"""public class Store { [BusinessMetric({|#0:"{{name}}"|}{{more}})] public void M() { } }""", "INS2007", message);

    [Fact]
    public void TheMetricIsRecordedAllTheSame()
    {
        using var program = Generation.Of("""public static class Program { public static void Run() => M(); [BusinessMetric("a", Unit = "bytes")] public static void M() { } }""").Load();
        using var recorder = new TelemetryRecorder(program.Name);

        program.Call("Run");

        Assert.Equal("bytes", recorder.Of("a").Single().Unit);
    }

    [Fact]
    public void ADurationHasAUnitWithoutSaying()
    {
        using var program = Generation.Of("""public static class Program { public static void Run() => M(TimeSpan.FromSeconds(2)); [BusinessMetric("a", Value = "time")] public static void M(TimeSpan time) { } }""").Load();
        using var recorder = new TelemetryRecorder(program.Name);

        program.Call("Run");

        Assert.Equal(("s", 2.0), recorder.Of("a").Select(static measurement => (measurement.Unit, measurement.Value)).Single());
    }
}
