using Instrumentation.Testing;
using Verifier = Instrumentation.Testing.RuleVerifier<Instrumentation.Generator.Privacy.PiiFlowAnalyzer>;

namespace Instrumentation.Generator.Tests.Privacy;

/// <summary>The lists that projects bring along: what they do, and what is wrong with them.</summary>
public sealed class INS3015Tests
{
    private const string Program = """
        namespace Acme
        {
            public static class Audit { public static void Write(string text) { } public static void Write(int number) { } public static string Last = ""; }
            public static class Text { public static string Mask(string text) => text; }
            public class Vendor { public string Email = ""; public string Plan = ""; }
        }
        """;

    [Theory]
    [InlineData("sink logs M:Acme.Audit.Write", "a sink needs its family: log, span, metric, exception, console, scope or exposure")]
    [InlineData("sanitiser M:Acme.Text.Mask", "'sanitiser' is not a kind of line; write 'sink', 'sanitizer' or 'source'")]
    [InlineData("source Acme.Vendor.Email", "it needs one id, as in a documentation comment: 'M:Acme.Audit.Write(System.String)', without spaces")]
    [InlineData("source P:Acme.Vendor.Mail", "'Vendor' has no member 'Mail'")]
    [InlineData("sink log M:Acme.Audit.Write(System.Object)", "no 'Write' of 'Audit' has these parameters; leave them out to mean all overloads")]
    public async Task AWrongLineIsReportedAtIt(string line, string text)
    {
        var diagnostics = await AnalyzedProgram.Diagnose(Program, file: new ProjectFile("/app/acme.pii.txt", $"# ours\n{line}\n"));

        var diagnostic = Assert.Single(diagnostics, static diagnostic => diagnostic.Id == "INS3015");
        Assert.Equal($"This line has no effect: {text}", diagnostic.GetMessage(null));
        Assert.Equal(("/app/acme.pii.txt", 1), (diagnostic.Location.GetLineSpan().Path, diagnostic.Location.GetLineSpan().StartLinePosition.Line));
    }

    [Fact]
    public async Task ATypeThatIsNotReferencedIsNoError() => Assert.Empty(
        await AnalyzedProgram.Diagnose(Program, file: new ProjectFile("/app/acme.pii.txt", "sink log M:Other.Audit.Write(System.String) # shared\n\n")));

    [Fact]
    public Task ListedSinksSanitizersAndSourcesCount() => Verifier.Verify(Program + """
        public class User { [Pii] public string Email = ""; }
        public static class Program
        {
            public static void Run(User user, Acme.Vendor vendor, ILogger logger)
            {
                Acme.Audit.Write({|INS3001:user.Email|});
                Acme.Audit.Write(user.Email.Length);
                Acme.Audit.Last = {|INS3002:user.Email|};
                Acme.Audit.Write(Acme.Text.Mask(user.Email));
                logger.LogInformation("{A} {B}", {|INS3001:vendor.Email|}, vendor.Plan);
            }
        }
        """, new RuleSetting(Files: [("acme.pii.txt", "sink log M:Acme.Audit.Write\nsink span F:Acme.Audit.Last\nsanitizer M:Acme.Text.Mask(System.String)\nsource F:Acme.Vendor.Email\n")]));

    [Fact]
    public Task SettingsOfTheProjectDoTheSame() => Verifier.Verify(Program + """
        public class User { [Pii] public string Email = ""; }
        public static class Program { public static void Run(User user) { Acme.Audit.Write({|INS3005:user.Email|}); Acme.Audit.Write(Acme.Text.Mask(user.Email)); } }
        """, new RuleSetting(GlobalConfig: "instrumentation_pii_sinks = console M:Acme.Audit.Write\ninstrumentation_pii_sanitizers = M:Acme.Text.Mask"));
}
