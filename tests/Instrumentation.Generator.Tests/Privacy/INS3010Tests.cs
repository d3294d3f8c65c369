using Verifier = Instrumentation.Testing.RuleVerifier<Instrumentation.Generator.Privacy.PiiReviewAnalyzer>;

namespace Instrumentation.Generator.Tests.Privacy;

/// <summary>Reviews that say nothing.</summary>
public sealed class INS3010Tests
{
    [Fact]
    public Task ReviewsWithoutAReasonOrWithAWrongDayAreReportedAtTheArgument() => Verifier.Verify("""
        public class Service
        {
            [PiiReviewed({|INS3010:""|})] public Service() { }
            [PiiReviewed({|INS3010:"  "|}, Ticket = "SEC-1")] public void A() { }
            [PiiReviewed({|INS3010:null!|})] public int B => 1;
            [PiiReviewed("Reason.", {|INS3010:Expires = "31.12.2030"|})] public void C() { }
            [PiiReviewed("Reason.", {|INS3010:Expires = "2030-02-30"|})] public void D() { }
            [PiiReviewed("Reason.", {|INS3010:Expires = "2020-01-01"|})] public void E() { }
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
    [InlineData("2026-06-30", "")]
    [InlineData("2026-07-01", "")]
    [InlineData("2026-07-02", "INS3010")]
    public async Task TheDayIsTheOneThatTheProjectNames(string today, string expected)
    {
        var source = "public class C { [PiiReviewed(\"Reason.\", " + (expected == "" ? "Expires = \"2026-07-01\"" : "{|INS3010:Expires = \"2026-07-01\"|}") + ")] public void M() { } }";

        await Verifier.Verify(source, new Testing.RuleSetting(GlobalConfig: $"instrumentation_review_date = {today}"));
    }

    [Theory]
    [InlineData("{|#0:\"\"|}", "This review cannot be relied on: it gives no reason, so it accepts nothing; say why the flow is acceptable")]
    [InlineData("\"Reason.\", {|#0:Expires = \"soon\"|}", "This review cannot be relied on: 'soon' is not a day; write it as yyyy-MM-dd")]
    public Task TheMessageSaysWhatToDo(string arguments, string message) =>
        Verifier.VerifyMessage($"public class C {{ [PiiReviewed({arguments})] public void M() {{ }} }}", "INS3010", message);
}
