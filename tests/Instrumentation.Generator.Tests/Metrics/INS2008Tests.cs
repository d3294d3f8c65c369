using Instrumentation.Testing;
using Verifier = Instrumentation.Testing.RuleVerifier<Instrumentation.Generator.Metrics.BusinessMetricUsageAnalyzer>;

namespace Instrumentation.Generator.Tests.Metrics;

/// <summary>Settings of a metric that contradict each other.</summary>
public sealed class INS2008Tests
{
    private const string Wrong = """
        public class Store
        {
            [BusinessMetric("a", {|INS2008:Kind = MetricKind.Histogram|})]
            [BusinessMetric("b", {|INS2008:Kind = MetricKind.Gauge|})]
            [BusinessMetric("c", {|INS2008:Kind = (MetricKind)9|})]
            [BusinessMetric("d", {|INS2008:Value = "-size"|})]
            [BusinessMetric("e", {|INS2008:Buckets = [1, 2]|})]
            [BusinessMetric("f", Kind = MetricKind.Histogram, Value = "size", {|INS2008:Buckets = [2, 1]|})]
            [BusinessMetric("g", Kind = MetricKind.Histogram, Value = "size", {|INS2008:Buckets = [1, 1]|})]
            [BusinessMetric("h", Kind = MetricKind.Histogram, Value = "size", {|INS2008:Buckets = [1, double.PositiveInfinity]|})]
            [BusinessMetric("i", Kind = MetricKind.Histogram, Value = "size", {|INS2008:Buckets = [double.NaN]|})]
            [BusinessMetric("j", {|INS2008:When = "failure"|}, Tags = ["return"])]
            [BusinessMetric("k", {|INS2008:When = "always"|}, Tags = ["return"])]
            [BusinessMetric("l", {|INS2008:PreBound = true|}, Kind = MetricKind.Histogram, Value = "size")]
            [BusinessMetric("m", {|INS2008:PreBound = true|}, Tags = ["size"], MaxSeries = 10)]
            [BusinessMetric("n", {|INS2008:MaxSeries = -1|})]
            public bool Save(int size) => true;

            [BusinessMetric("o", Observe = true, {|INS2008:Kind = MetricKind.Histogram|})]
            [BusinessMetric("p", Observe = true, {|INS2008:When = "failure"|})]
            public static int Asked() => 1;
        }
        """;

    [Fact]
    public Task ContradictionsAreReportedAtTheArgument() => Verifier.Verify(Wrong);

    [Fact]
    public Task SettingsThatFitAreSilent() => Verifier.Verify("""
        public class Store
        {
            [BusinessMetric("a", Kind = MetricKind.Histogram, Value = "size", Buckets = [-1, 0, 0.5]), BusinessMetric("b", Kind = MetricKind.Gauge, Value = "-size")]
            [BusinessMetric("c", Kind = MetricKind.UpDownCounter, Value = "-size"), BusinessMetric("d", Kind = MetricKind.UpDownCounter)]
            [BusinessMetric("e", When = "failure", Value = "size"), BusinessMetric("f", When = "always", Tags = ["flag"]), BusinessMetric("g", When = "success", Tags = ["return"])]
            public bool Save(int size, bool flag) => true;
        }
        """);

    [Fact]
    public void NothingOfItBreaksTheGeneratedCode()
    {
        var source = System.Text.RegularExpressions.Regex.Replace(Wrong, @"\{\|INS2008:(.*?)\|\}", "$1") + "public static class Program { public static void Run() => new Store().Save(1); }";

        Assert.Empty(Generation.Of(source).Problems());
    }

    [Theory]
    [InlineData("{|#0:Kind = MetricKind.Histogram|}", "Metric 'm' cannot be recorded: a histogram needs a Value: the member path of what it records")]
    [InlineData("{|#0:Value = \"-size\"|}", "Metric 'm' cannot be recorded: a counter only grows; use MetricKind.UpDownCounter")]
    [InlineData("{|#0:PreBound = true|}, Tags = [\"size\"], MaxSeries = 10", "Metric 'm' cannot be recorded: tag 'size' takes any value, so that its series are not known beforehand; use an enum, a bool or [Tag(Values = …)], or leave PreBound out")]
    [InlineData("{|#0:PreBound = true|}, Kind = MetricKind.Gauge, Value = \"size\"", "Metric 'm' cannot be recorded: the series of a gauge cannot be bound beforehand; leave PreBound out")]
    [InlineData("{|#0:Buckets = [1]|}", "Metric 'm' cannot be recorded: only a histogram has buckets; use MetricKind.Histogram")]
    [InlineData("{|#0:When = \"failure\"|}, Tags = [\"return\"]", "Metric 'm' cannot be recorded: a call that fails returns nothing to read; use When = \"success\" or another path")]
    public Task TheMessageSaysWhatToDo(string arguments, string message) => Verifier.VerifyMessage(
        $$"""public class Store { [BusinessMetric("m", {{arguments}})] public bool Save(int size) => true; }""", "INS2008", message);
}
