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
        "The unit of metric 'file.size' is against convention: 'bytes' is not a UCUM unit; write 'By'");

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
