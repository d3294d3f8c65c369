using Verifier = Instrumentation.Testing.RuleVerifier<Instrumentation.Generator.Tracing.TagUsageAnalyzer>;

namespace Instrumentation.Generator.Tests.Tracing;

/// <summary>Names of tags.</summary>
public sealed class INS1005Tests
{
    [Fact]
    public Task NamesAgainstConventionAreReported() => Verifier.Verify("""
        public class Service
        {
            [{|INS1005:Tag("Tenant")|}] public string Tenant => "";
            [Traced]
            [return: {|INS1005:Tag(Name = "result!")|}]
            public int M([{|INS1005:Tag("OrderId")|}] int a, [{|INS1005:Tag("order id")|}] int b, [{|INS1005:Tag("")|}] int c, [{|INS1005:Tag("a..b")|}] int d, [{|INS1005:Tag("a.")|}] int e) => 1;
        }
        """);

    [Fact]
    public Task ANameThatTheSpanHasAlreadyIsReported() => Verifier.Verify("""
        public class Service
        {
            [Tag("tenant")] public string Tenant => "";
            [Traced] public void A([Tag("order.id")] int x, [{|INS1005:Tag("order.id")|}] int y) { }
            [Traced] public void B([{|INS1005:Tag|}] string tenant) { }
            [Traced] [return: {|INS1005:Tag("x")|}] public int C([Tag] int x) => 1;
            [Traced] public void D([{|INS1005:Tag("error.type")|}] string x, [{|INS1005:Tag("code.function.name")|}] string y) { }
        }
        """);

    [Fact]
    public Task ConventionalNamesAreSilent() => Verifier.Verify("""
        public class Service
        {
            [Tag] public string ÄndertName => "";
            [Traced] [return: Tag("b.c_d.e1")] public int M([Tag("order.id")] int a, [Tag("http.request.header.content-type")] string b, [Tag] int orderKey, [Tag] int _x) => 1;
            [Traced] public void N([Tag("order.id")] int a) { }
        }
        """);

    [Theory]
    [InlineData("[{|#0:Tag(\"OrderId\")|}] int x", "The name of this tag is against convention: 'OrderId' must start with a lower-case letter; write 'order.id'")]
    [InlineData("[{|#0:Tag(\"order id\")|}] int x", "The name of this tag is against convention: 'order id' holds ' '; names are lower case and dotted, of letters, digits and '_'; write 'order.id'")]
    [InlineData("[{|#0:Tag(\"\")|}] int x", "The name of this tag is against convention: the name is empty")]
    [InlineData("[Tag(\"a\")] int x, [{|#0:Tag(\"a\")|}] int y", "The name of this tag is against convention: the span has two tags called 'a', and only one is kept")]
    public Task TheMessageSaysWhatToDo(string parameters, string message) => Verifier.VerifyMessage($"public class C {{ [Traced] public void M({parameters}) {{ }} }}", "INS1005", message);
}
