using Verifier = Instrumentation.Testing.RuleVerifier<Instrumentation.Generator.Metrics.BusinessMetricUsageAnalyzer>;

namespace Instrumentation.Generator.Tests.Metrics;

/// <summary>One name for two instruments.</summary>
public sealed class INS2005Tests
{
    [Fact]
    public Task AnAnnotationThatDisagreesWithTheFirstIsReported() => Verifier.Verify("""
        public class Store
        {
            [BusinessMetric("files", Unit = "{file}")] public void First() { }
            [{|INS2005:BusinessMetric("files", Unit = "By")|}] public void Unit() { }
            [{|INS2005:BusinessMetric("files")|}] public void NoUnit() { }
            [{|INS2005:BusinessMetric("files", Kind = MetricKind.UpDownCounter, Unit = "{file}")|}] public void Kind() { }
            [{|INS2005:BusinessMetric("files", Unit = "{file}", Value = "x")|}] public void Type(double x) { }
            [BusinessMetric("size", Kind = MetricKind.Histogram, Value = "x", Buckets = [1, 2])] public void Buckets(int x) { }
            [{|INS2005:BusinessMetric("size", Kind = MetricKind.Histogram, Value = "x", Buckets = [1, 3])|}] public void OtherBuckets(int x) { }
        }
        """);

    [Fact]
    public Task BoundAndUnboundOrTwoLimitsAreReported() => Verifier.Verify("""
        public class Store
        {
            [BusinessMetric("a", PreBound = true)] public void A() { }
            [{|INS2005:BusinessMetric("a")|}] public void B() { }
            [BusinessMetric("b", MaxSeries = 5), BusinessMetric("b")] public void C() { }
            [{|INS2005:BusinessMetric("b", MaxSeries = 6)|}] public void D() { }
        }
        """);

    [Fact]
    public Task AnnotationsThatAgreeAreSilent() => Verifier.Verify("""
        public class Store
        {
            [BusinessMetric("files", Unit = "{file}", Description = "One.", Tags = ["x"])] public void First(bool x) { }
            [BusinessMetric("files", Unit = "{file}", When = "failure"), BusinessMetric("other", Unit = "By")] public void Second() { }
            [BusinessMetric("wait", Kind = MetricKind.Histogram, Value = "x", Buckets = [1, 2])] public void Buckets(TimeSpan x) { }
            [BusinessMetric("wait", Kind = MetricKind.Histogram, Value = "x", Unit = "s")] public void NoBuckets(TimeSpan x) { }
        }
        """);

    [Fact]
    public Task TheMessageDescribesBothAndNamesTheOther() => Verifier.VerifyMessage("""
        public class Store
        {
            [{|#1:BusinessMetric("files", Unit = "{file}")|}] public void Save() { }
            [{|#0:BusinessMetric("files", Kind = MetricKind.Histogram, Value = "x", Buckets = [0.5, 1])|}] public void Read(double x) { }
        }
        """,
        "INS2005",
        "Metric 'files' is a Histogram of double with buckets [0.5, 1] here and a Counter of long in {file} on 'Store.Save'; one name is one instrument, so use the same kind, unit, type of value and settings, or another name");
}
