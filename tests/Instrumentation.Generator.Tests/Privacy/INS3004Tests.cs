using Verifier = Instrumentation.Testing.RuleVerifier<Instrumentation.Generator.Privacy.PiiReviewAnalyzer>;

namespace Instrumentation.Generator.Tests.Privacy;

/// <summary>Reviews that say nothing.</summary>
public sealed class INS3004Tests
{
    [Fact]
    public Task ReviewsWithoutAReasonOrWithAWrongDayAreReportedAtTheArgument() => Verifier.Verify("""
        public class Service
        {
            [PiiReviewed({|INS3004:""|})] public Service() { }
            [PiiReviewed({|INS3004:"  "|}, Ticket = "SEC-1")] public void A() { }
            [PiiReviewed({|INS3004:null!|})] public int B => 1;
            [PiiReviewed("Reason.", {|INS3004:Expires = "31.12.2030"|})] public void C() { }
            [PiiReviewed("Reason.", {|INS3004:Expires = "2030-02-30"|})] public void D() { }
        }
        """);

    [Fact]
    public Task CompleteReviewsAreSilent() => Verifier.Verify("""
        public class Service
        {
            [PiiReviewed("Shown to the user only.")] public void A() { }
            [PiiReviewed("Shown to the user only.", Ticket = "SEC-1", Expires = "2030-12-31")] public int B => 1;
        }
        """);

    [Theory]
    [InlineData("{|#0:\"\"|}", "This review cannot be relied on: it gives no reason, so it accepts nothing; say why the flow is acceptable")]
    [InlineData("\"Reason.\", {|#0:Expires = \"soon\"|}", "This review cannot be relied on: 'soon' is not a day; write it as yyyy-MM-dd")]
    public Task TheMessageSaysWhatToDo(string arguments, string message) =>
        Verifier.VerifyMessage($"public class C {{ [PiiReviewed({arguments})] public void M() {{ }} }}", "INS3004", message);
}
