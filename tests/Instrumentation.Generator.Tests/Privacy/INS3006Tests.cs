using Verifier = Instrumentation.Testing.RuleVerifier<Instrumentation.Generator.Privacy.PiiFlowAnalyzer>;

namespace Instrumentation.Generator.Tests.Privacy;

/// <summary>Personal data in a logging scope. The corpus has the breadth; here is where and what is reported.</summary>
public sealed class INS3006Tests
{
    private static string Program(string statements) => $$"""
        public class User { public int Id { get; set; } [Pii] public string Email { get; set; } = ""; }
        public static class Program { public static void Run(ILogger logger, User user) { {{statements}} } }
        """;

    [Fact]
    public Task LeaksAreReportedWhereTheyAreWrittenAndNothingElseIs() => Verifier.Verify(Program("""
        logger.BeginScope({|INS3006:user.Email|});
        logger.BeginScope("{Mail}", {|INS3006:user.Email|});
        logger.BeginScope(new Dictionary<string, object> { ["a"] = {|INS3006:user.Email|} });
        logger.BeginScope(user.Id);
        """));

    [Fact]
    public Task TheMessageNamesTheDataAndTheSink() => Verifier.VerifyMessage(Program("""logger.BeginScope({|#0:user.Email|});"""), "INS3006", "'User.Email' is personal data ([Pii]) and 'BeginScope' would attach it to every log entry of the scope; attach an id instead, or leave it out");

    /// <summary>An object without text of its own tells nothing, unless the logger is asked to write its members.</summary>
    [Fact]
    public Task AnObjectThatIsTakenApartTellsWhatIsInIt() => Verifier.Verify("""
        namespace Serilog { public interface ILogger { ILogger ForContext(string propertyName, object? value, bool destructureObjects = false); } }
        public class User { public int Id { get; set; } [Pii] public string Email { get; set; } = ""; }
        public static class Program
        {
            public static void Run(Serilog.ILogger logger, User user)
            {
                logger.ForContext("User", user);
                logger.ForContext("Id", user.Id, destructureObjects: true);
                logger.ForContext("User", {|INS3006:user|}, destructureObjects: true);
            }
        }
        """);
}
