using Instrumentation.Testing;
using Verifier = Instrumentation.Testing.RuleVerifier<Instrumentation.Generator.Privacy.PiiNameAnalyzer>;

namespace Instrumentation.Generator.Tests.Privacy;

/// <summary>Names that look like personal data, in a project that asks for them.</summary>
public sealed class INS3013Tests
{
    private const string Program = """
        [Pii] public class Marked { public string Email = ""; }
        public class User
        {
            public string {|INS3013:Email|} { get; set; } = "";
            private readonly string {|INS3013:_iban|} = "";
            [Pii] public string Phone = "";
            public bool Password;
            public string Plan = "";
            public static string Secret = "";
            public int Length => _iban.Length;
        }
        """;

    [Fact]
    public Task UnmarkedTextsAreReported() => Verifier.Verify(Program, new RuleSetting(EditorConfig: "dotnet_diagnostic.INS3013.severity = suggestion"));

    [Fact]
    public async Task ItIsOffByDefault() => Assert.DoesNotContain(
        await AnalyzedProgram.Diagnose("public class User { public string Email = \"\"; }"), static diagnostic => diagnostic.Id == "INS3013");
}
