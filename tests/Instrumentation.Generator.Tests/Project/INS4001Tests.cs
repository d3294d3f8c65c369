using Instrumentation.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Testing;
using Verifier = Instrumentation.Testing.RuleVerifier<Instrumentation.Generator.Project.ProjectSetupAnalyzer>;

namespace Instrumentation.Generator.Tests.Project;

/// <summary>Projects whose C# is too old.</summary>
public sealed class INS4001Tests
{
    private const string Annotated = "public class C { [Traced] public void M() { } }";

    [Fact]
    public Task AnAnnotatedProjectInAnOlderLanguageIsReported() => Verifier.Verify(
        Annotated,
        new RuleSetting(Language: LanguageVersion.CSharp11),
        new DiagnosticResult("INS4001", DiagnosticSeverity.Warning)
            .WithMessage("Nothing is instrumented in this project: generated code needs C# 12, and the project compiles as C# 11.0; set <LangVersion>12</LangVersion> or later"));

    [Fact]
    public Task AProjectWithoutAnnotationsIsSilent() => Verifier.Verify("public class C { }", new RuleSetting(Language: LanguageVersion.CSharp11));

    [Theory]
    [InlineData(LanguageVersion.CSharp12)]
    [InlineData(LanguageVersion.CSharp14)]
    public Task ALanguageThatIsNewEnoughIsSilent(LanguageVersion language) => Verifier.Verify(Annotated, new RuleSetting(Language: language));

    [Fact]
    public Task AGlobalConfigurationTurnsTheRuleOff() => Verifier.Verify(
        Annotated, new RuleSetting(Language: LanguageVersion.CSharp11, GlobalConfig: "dotnet_diagnostic.INS4001.severity = none"));
}
