using Verifier = Instrumentation.Testing.RuleVerifier<Instrumentation.Generator.Privacy.PiiFlowAnalyzer>;

namespace Instrumentation.Generator.Tests.Privacy;

/// <summary>Personal data in text that a serializer wrote and that is logged. The corpus has the breadth; here is where and what is reported.</summary>
public sealed class INS3007Tests
{
    private static string Program(string statements) => $$"""
        public class User { public int Id { get; set; } [Pii] public string Email { get; set; } = ""; }
        public static class Program { public static void Run(ILogger logger, User user) { {{statements}} } }
        """;

    [Fact]
    public Task LeaksAreReportedWhereTheyAreWrittenAndNothingElseIs() => Verifier.Verify(Program("""
        logger.LogInformation(System.Text.Json.JsonSerializer.Serialize({|INS3007:user|}));
        logger.LogInformation("{A}", System.Text.Json.JsonSerializer.Serialize(new { user.Id }));
        System.Text.Json.JsonSerializer.Serialize(user);
        """));

    [Fact]
    public Task TheMessageNamesTheDataAndTheSink() => Verifier.VerifyMessage(Program("""logger.LogInformation(System.Text.Json.JsonSerializer.Serialize({|#0:user|}));"""), "INS3007", "'User.Email' is personal data ([Pii]) and is in the text that 'LogInformation' would write to the log; log an id instead, or keep the member out of the text with [JsonIgnore]");
}
