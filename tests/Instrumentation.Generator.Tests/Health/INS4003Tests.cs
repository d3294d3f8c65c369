using Instrumentation.Testing;
using Verifier = Instrumentation.Testing.RuleVerifier<Instrumentation.Generator.Health.HealthCheckUsageAnalyzer>;

namespace Instrumentation.Generator.Tests.Health;

/// <summary>Methods that cannot be health checks.</summary>
public sealed class INS4003Tests
{
    private const string Wrong = """
        public class Health
        {
            [{|INS4003:HealthCheck("a")|}] public void Nothing() { }
            [{|INS4003:HealthCheck("b")|}] public int Number() => 1;
            [{|INS4003:HealthCheck("c")|}] public async Task Later() => await Task.Yield();
            [{|INS4003:HealthCheck("d")|}] public ValueTask<bool> Value() => default;
            [{|INS4003:HealthCheck("e")|}] public Task<Task<bool>> Nested() => null!;
            [{|INS4003:HealthCheck("f")|}] public bool Takes(string name) => true;
            [{|INS4003:HealthCheck("g")|}] public bool TakesTwo(CancellationToken a, CancellationToken b) => true;
            [{|INS4003:HealthCheck("h")|}] public bool TakesRef(ref CancellationToken a) => true;
            [{|INS4003:HealthCheck("i")|}] public bool Generic<T>() => true;
            [{|INS4003:HealthCheck("j")|}] public ref bool Ref(CancellationToken a) => throw new NotSupportedException();
            public bool Property { [{|INS4003:HealthCheck("k")|}] get; }
            [HealthCheck({|INS4003:""|})] public bool Unnamed() => true;
            [HealthCheck("l", {|INS4003:Tags = ["live", ""]|})] public bool Tag() => true;
            private class Hidden { [{|INS4003:HealthCheck("m")|}] public bool M() => true; }
        }
        public class Health<T> { [{|INS4003:HealthCheck("n")|}] public bool M() => true; }

        """;

    [Fact]
    public Task MethodsThatCannotBeCalledAsOneAreReportedAtTheAnnotation() => Verifier.Verify(Wrong);

    [Fact]
    public Task LocalFunctionsAreReported() => Verifier.Verify("""
        public class Health { public void M() { [{|INS4003:HealthCheck("a")|}] bool Local() => true; Local(); } }
        """);

    [Fact]
    public Task TheFourShapesAreSilent() => Verifier.Verify("""
        using Microsoft.Extensions.Diagnostics.HealthChecks;
        public class Health
        {
            [HealthCheck("a")] public bool A() => true;
            [HealthCheck("b", Tags = ["live"])] public static Task<bool> B(CancellationToken cancellation) => null!;
            [HealthCheck("c", Tags = [])] internal HealthCheckResult C(CancellationToken cancellation) => default;
            [HealthCheck("d")] public async Task<HealthCheckResult> D() { await Task.Yield(); return default; }
        }
        """);

    [Theory]
    [InlineData("[{|#0:HealthCheck(\"a\")|}] public ValueTask<bool> M() => default;", "'M' cannot be registered as a health check: it returns 'ValueTask<bool>'; return bool, Task<bool>, HealthCheckResult or Task<HealthCheckResult>")]
    [InlineData("[{|#0:HealthCheck(\"a\")|}] public bool M(string x) => true;", "'M' cannot be registered as a health check: it may take a CancellationToken and nothing else; let the constructor take what it needs")]
    public Task TheMessageSaysWhatToDo(string member, string message) => Verifier.VerifyMessage($"public class C {{ {member} }}", "INS4003", message);

    [Fact]
    public void TheCatalogListsOnlyWhatCanBeRegistered()
    {
        var source = System.Text.RegularExpressions.Regex.Replace(Wrong, @"\{\|INS4003:(.*?)\|\}", "$1") + """public class Fine { [HealthCheck("fine")] public bool M() => true; }""";

        var catalog = Generation.Of(source).File("Catalog.g.cs");

        Assert.Single(System.Text.RegularExpressions.Regex.Matches(catalog, "\"tags\": \\[\"ready\"\\]"));
        Assert.Contains("\"name\": \"fine\"", catalog);
    }

    [Fact]
    public Task PragmasAndSuppressMessageWork() => Verifier.Verify("""
        public class Health
        {
        #pragma warning disable INS4003 // the reason
            [HealthCheck("a")] public void A() { }
        #pragma warning restore INS4003
            [{|INS4003:HealthCheck("b")|}] public void B() { }
            [System.Diagnostics.CodeAnalysis.SuppressMessage("Instrumentation.Configuration", "INS4003", Justification = "The reason.")]
            [HealthCheck("c")] public void C() { }
        }
        """);

    [Fact]
    public Task EditorConfigTurnsTheRuleOff() => Verifier.Verify(
        "public class C { [HealthCheck(\"a\")] public void M() { } }", new RuleSetting(EditorConfig: "dotnet_diagnostic.INS4003.severity = none"));
}
