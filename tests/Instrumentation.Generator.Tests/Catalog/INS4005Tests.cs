using System.Text.RegularExpressions;
using Instrumentation.Testing;
using Verifier = Instrumentation.Testing.RuleVerifier<Instrumentation.Generator.Catalog.ResponsibilityAnalyzer>;

namespace Instrumentation.Generator.Tests.Catalog;

/// <summary>Objectives that cannot be kept or measured.</summary>
public sealed class INS4005Tests
{
    private const string Wrong = """
        [assembly: Objective({|INS4005:Availability = 0|})]
        [Measured, Objective({|INS4005:Availability = 101|})] public class Whole { public void M() { } }
        public class Service
        {
            [Measured, Objective({|INS4005:Availability = -1|}, {|INS4005:LatencyMs = 0|})] public void A() { }
            [Measured, Objective({|INS4005:Availability = double.NaN|}, {|INS4005:LatencyMs = double.PositiveInfinity|})] public void B() { }
            [Measured, Objective(LatencyMs = 1, {|INS4005:Percentile = 0|})] public void C() { }
            [Measured, Objective(LatencyMs = 1, {|INS4005:Percentile = 100|})] public void D() { }
            [Measured, Objective(Availability = 99, {|INS4005:Percentile = 95|})] public void E() { }
            [Measured, {|INS4005:Objective|}] public void F() { }
        }

        """;

    [Fact]
    public Task PromisesThatNobodyCanKeepAreReportedAtTheArgument() => Verifier.Verify(Wrong);

    [Fact]
    public Task PromisesThatNothingMeasuresAreReported() => Verifier.Verify("""
        [{|INS4005:Objective(Availability = 99.9)|}] public class Plain { public void M() { } }
        public class Service
        {
            [{|INS4005:Objective(Availability = 99.9)|}] public void A() { }
            [BusinessMetric("a"), {|INS4005:Objective(Availability = 99.9)|}] public void B() { }
            public void C() { [{|INS4005:Objective(Availability = 99.9)|}] void Local() { } Local(); }
        }
        """);

    [Fact]
    public Task PromisesThatAreMeasuredAreSilent() => Verifier.Verify("""
        [assembly: Objective(Availability = 99)]
        [Objective(Availability = 100, LatencyMs = 0.5)] public class Whole { [Measured] internal void M() { } }
        [Traced, Objective(LatencyMs = 500, Percentile = 99.9)] public interface IThing { void M(); }
        [Objective(Availability = 0.1)] public class Outer { public class Inner { [Measured] public void M() { } } }
        public class Base { [Measured] public virtual void M() { } }
        public class Derived : Base { [Objective(Availability = 99)] public override void M() { } }
        """);

    [Theory]
    [InlineData("{|#0:Availability = 101|}", "No alert can be made of this objective: Availability is a share of calls in percent, above 0 and at most 100, as in 99.9")]
    [InlineData("LatencyMs = 1, {|#0:Percentile = 100|}", "No alert can be made of this objective: Percentile is a share of calls in percent, above 0 and below 100, as in 95")]
    public Task TheMessageSaysWhatIsPossible(string arguments, string message) =>
        Verifier.VerifyMessage($"public class C {{ [Measured, Objective({arguments})] public void M() {{ }} }}", "INS4005", message);

    [Fact]
    public Task TheMessageSaysWhatIsMissing() => Verifier.VerifyMessage(
        "public class C { [{|#0:Objective(Availability = 99)|}] public void M() { } }", "INS4005", "No alert can be made of this objective: nothing measures 'M'; add [Measured] to it");

    [Fact]
    public void TheCatalogLeavesThemOutAndKeepsTheRest()
    {
        var catalog = Generation.Of(Regex.Replace(Wrong, @"\{\|INS4005:(.*?)\|\}", "$1")).File("Catalog.g.cs");

        Assert.DoesNotContain("objective", catalog);
        Assert.Contains("Service.F", catalog);
    }
}
