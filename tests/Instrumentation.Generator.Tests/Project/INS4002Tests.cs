using Instrumentation.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using Verifier = Instrumentation.Testing.RuleVerifier<Instrumentation.Generator.Project.ProjectSetupAnalyzer>;

namespace Instrumentation.Generator.Tests.Project;

/// <summary>Projects that do not let the generated namespace intercept.</summary>
public sealed class INS4002Tests
{
    private const string Annotated = "public class C { [Traced] public void M() { } }";

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Other.Generated;Instrumentation.GeneratedElsewhere")]
    public Task AnAnnotatedProjectThatDoesNotAllowTheNamespaceIsReported(string? namespaces) => Verifier.Verify(
        Annotated,
        new RuleSetting(Interceptors: namespaces),
        new DiagnosticResult("INS4002", DiagnosticSeverity.Warning).WithMessage(
            "No call is instrumented in this project: it does not let 'Instrumentation.Generated' intercept; add <InterceptorsNamespaces>$(InterceptorsNamespaces);Instrumentation.Generated</InterceptorsNamespaces>"));

    [Theory]
    [InlineData("Instrumentation.Generated")]
    [InlineData("Instrumentation")]
    [InlineData("Other.Generated; Instrumentation.Generated ;Third")]
    public Task AProjectThatAllowsItIsSilent(string namespaces) => Verifier.Verify(Annotated, new RuleSetting(Interceptors: namespaces));

    [Fact]
    public Task AProjectWithoutAnnotationsIsSilent() => Verifier.Verify("public class C { }", new RuleSetting(Interceptors: null));

    [Fact]
    public void NothingIsInterceptedInstead()
    {
        // Each interceptor would be an error of the compiler (CS9137).
        var generated = Generation.Of([new SourceFile("/app/Program.cs", "public static class Program { [Traced] public static void Run() => Run(); }")], interceptors: "Other");

        Assert.DoesNotContain(generated.Result.GeneratedSources, static source => source.HintName.Contains("Interceptors", StringComparison.Ordinal) || source.HintName.Contains("Locations", StringComparison.Ordinal));
        Assert.Contains(generated.Result.GeneratedSources, static source => source.HintName == "Catalog.g.cs");
        Assert.Empty(generated.Problems());
    }
}
