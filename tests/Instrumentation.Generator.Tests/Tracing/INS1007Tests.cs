using Verifier = Instrumentation.Testing.RuleVerifier<Instrumentation.Generator.Tracing.TraceRuleAnalyzer>;

namespace Instrumentation.Generator.Tests.Tracing;

/// <summary>Trace rules that trace nothing.</summary>
public sealed class INS1007Tests
{
    [Theory]
    [InlineData("Acme.Ordres.**")]
    [InlineData("Acme.Orders.*")]
    [InlineData("acme.orders.**")]
    [InlineData("-Acme.Orders.Cart.Remove")]
    [InlineData("")]
    [InlineData("Acme..Cart")]
    public Task ARuleThatMatchesNothingIsReported(string pattern) => Verifier.Verify($$"""
        [assembly: TraceRule({|INS1007:"{{pattern}}"|})]
        namespace Acme.Orders { public class Cart { public void Add(int item) { } public class Line { public void Total() { } } } }
        """);

    [Theory]
    [InlineData("Acme.Orders.**")]
    [InlineData("Acme.Orders.Cart.Line.Total")]
    [InlineData("**.Add")]
    [InlineData("-**.Total")]
    [InlineData("Plain.*")]
    public Task ARuleThatMatchesIsSilent(string pattern) => Verifier.Verify($$"""
        [assembly: TraceRule("{{pattern}}")]
        namespace Acme.Orders { public class Cart { public void Add(int item) { } public class Line { public void Total() { } } } }
        public static class Plain { static void M() { } }
        """);

    [Fact]
    public Task TheMessageSaysHowPatternsAreWritten() => Verifier.VerifyMessage(
        "[assembly: TraceRule({|#0:\"Acme.**\"|})]",
        "INS1007",
        "This rule traces nothing: no method of this project matches 'Acme.**'; a name is 'Namespace.Type.Method', '*' stands for a part of one name and '**' for any number of names");
}
