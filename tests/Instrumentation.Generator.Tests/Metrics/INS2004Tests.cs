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
    public Task MethodsThatCannotBeAskedAreReported() => Verifier.Verify("""
        public static class Store<T> { [BusinessMetric("g", {|INS2004:Observe = true|})] public static int G() => 1; }
        public class Queue
        {
            [BusinessMetric("a", {|INS2004:Observe = true|})] public int Instance() => 1;
            [BusinessMetric("b", {|INS2004:Observe = true|})] public static int Takes(int x) => x;
            [BusinessMetric("c", {|INS2004:Observe = true|})] public static void Nothing() { }
            [BusinessMetric("d", {|INS2004:Observe = true|})] public static Task<int> Later() => Task.FromResult(1);
            [BusinessMetric("e", {|INS2004:Observe = true|})] private static int Hidden() => 1;
            [BusinessMetric("f", {|INS2004:Observe = true|})] public static int Generic<T>() => 1;
            [BusinessMetric("h", Kind = MetricKind.Gauge, Observe = true)] internal static TimeSpan? Fine() => null;
            [BusinessMetric("i", Observe = true, Value = "return.Length", Tags = ["by='x'"])] public static string Text() => "";
        }
        """);

    [Fact]
    public Task TheMessageSaysWhatCanBeAsked() => Verifier.VerifyMessage(
        """public class Store { [BusinessMetric("a", {|#0:Observe = true|})] public int Count() => 1; }""",
        "INS2004",
        "Metric 'a' cannot be recorded by 'Count': only a static method can be asked for a value; of an instance, record it at a call");

    [Fact]
    public Task TheMessageSaysWhereItBelongs() => Verifier.VerifyMessage(
        """public interface IStore { [{|#0:BusinessMetric("files.uploaded")|}] void Save(); }""",
        "INS2004",
        "Metric 'files.uploaded' cannot be recorded by 'Save': an abstract method has no body to measure; put the metric on the implementation");
}
