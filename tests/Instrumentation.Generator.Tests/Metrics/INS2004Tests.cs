using Verifier = Instrumentation.Testing.RuleVerifier<Instrumentation.Generator.Metrics.BusinessMetricUsageAnalyzer>;

namespace Instrumentation.Generator.Tests.Metrics;

/// <summary>Metrics on methods that do nothing themselves.</summary>
public sealed class INS2004Tests
{
    [Fact]
    public Task MetricsOfAbstractMethodsAreReported() => Verifier.Verify("""
        public abstract class Base { [{|INS2004:BusinessMetric("a")|}] public abstract void M(); }
        public interface IThing { [{|INS2004:BusinessMetric("a")|}, {|INS2004:BusinessMetric("b", Unit = "By")|}] void M(); }
        """);

    [Fact]
    public Task MetricsOfMethodsWithABodyAreSilent() => Verifier.Verify("""
        public abstract class Base { [BusinessMetric("a")] public virtual void M() { } public abstract void N(); }
        public class Derived : Base { [BusinessMetric("b")] public override void N() { } }
        public interface IThing { [BusinessMetric("c")] void M() { } }
        """);

    [Fact]
    public Task TheMessageSaysWhereItBelongs() => Verifier.VerifyMessage(
        """public interface IStore { [{|#0:BusinessMetric("files.uploaded")|}] void Save(); }""",
        "INS2004",
        "Metric 'files.uploaded' cannot be recorded by 'Save': an abstract method has no body to measure; put the metric on the implementation");
}
