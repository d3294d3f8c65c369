using Verifier = Instrumentation.Testing.RuleVerifier<Instrumentation.Generator.Metrics.BusinessMetricUsageAnalyzer>;

namespace Instrumentation.Generator.Tests.Metrics;

/// <summary>Names of metrics and of their tags.</summary>
public sealed class INS2003Tests
{
    [Fact]
    public Task NamesAgainstConventionAreReportedAtTheName() => Verifier.Verify($$"""
        public class Store
        {
            [BusinessMetric({|INS2003:"FilesUploaded"|})] public void A() { }
            [BusinessMetric({|INS2003:"files uploaded"|})] public void B() { }
            [BusinessMetric({|INS2003:"files-uploaded"|}, Unit = "{file}")] public void C() { }
            [BusinessMetric({|INS2003:"files..uploaded"|})] public void D() { }
            [BusinessMetric({|INS2003:"files."|})] public void E() { }
            [BusinessMetric({|INS2003:"1st"|})] public void F() { }
            [BusinessMetric({|INS2003:""|})] public void G() { }
            [BusinessMetric({|INS2003:"größe"|})] public void H() { }
            [BusinessMetric({|INS2003:"{{new string('a', 256)}}"|})] public void I() { }
            [BusinessMetric({|INS2003:name: "Upper"|})] public void J() { }
            [BusinessMetric({|INS2003:null!|})] public void K() { }
        }
        """);

    [Fact]
    public Task NamesThatAreTakenAreReported() => Verifier.Verify("""
        public class Store { [BusinessMetric({|INS2003:"operation.duration"|}), BusinessMetric({|INS2003:"operation.active"|})] public void M() { } }
        """);

    [Fact]
    public Task NamesOfTagsAreReportedAtTheTag() => Verifier.Verify("""
        public class Store
        {
            [BusinessMetric("a", Tags = [{|INS2003:"Plan=x"|}, {|INS2003:"=x"|}, {|INS2003:"a b=x"|}, "fine=x"])] public void A(bool x) { }
            [BusinessMetric("b", Tags = ["x", {|INS2003:"x=y"|}])] public void B(bool x, bool y) { }
            [BusinessMetric("c", Tags = ["return.Ok", {|INS2003:"this.Ok"|}])] public Store C() => this;
            public bool Ok { get; }
        }
        """);

    [Fact]
    public Task TextsWithoutANameOrAnEndAreReportedAtTheTag() => Verifier.Verify("""
        public class Store
        {
            [BusinessMetric("a", Tags = [{|INS2003:"'gold'"|}, {|INS2003:"tier='gold"|}, {|INS2003:"b=''"|}, {|INS2003:"c='a'b"|}, {|INS2003:"Tier='x'"|}, "fine='x y=z'"])] public void A() { }
        }
        """);

    [Fact]
    public Task TheMessageSaysHowATextIsWritten() => Verifier.VerifyMessage(
        """public class Store { [BusinessMetric("a", Tags = [{|#0:"tier='gold"|}])] public void M() { } }""",
        "INS2003",
        "Metric 'a' cannot be recorded: 'gold is not a text; it stands between two quotes, as in \"tier='gold'\"");

    [Fact]
    public Task ConventionalNamesAreSilent() => Verifier.Verify($$"""
        public class Store
        {
            [BusinessMetric("a"), BusinessMetric("files.uploaded"), BusinessMetric("files.uploaded_2.x1"), BusinessMetric("{{new string('a', 255)}}")] public void A() { }
            [BusinessMetric("operation.count", Tags = ["isOpen", "http.request.header.accept-language=x"])] public bool B(bool x, bool isOpen) => x;
            [BusinessMetric("b", Tags = ["return"])] public bool C() => true;
        }
        """);

    [Theory]
    [InlineData("\"FilesUploaded\"", "Metric 'FilesUploaded' cannot be recorded: 'FilesUploaded' must start with a lower-case letter; write 'files.uploaded'")]
    [InlineData("\"files-uploaded\"", "Metric 'files-uploaded' cannot be recorded: 'files-uploaded' holds '-'; names are lower case and dotted, of letters, digits and '_'; write 'files.uploaded'")]
    [InlineData("\"operation.duration\"", "Metric 'operation.duration' cannot be recorded: 'operation.duration' is what [Measured] records; choose another name")]
    public Task TheMessageSuggestsAName(string name, string message) =>
        Verifier.VerifyMessage($$"""public class Store { [BusinessMetric({|#0:{{name}}|})] public void M() { } }""", "INS2003", message);
}
