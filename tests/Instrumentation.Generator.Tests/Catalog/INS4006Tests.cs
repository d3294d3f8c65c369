using Instrumentation.Testing;
using Verifier = Instrumentation.Testing.RuleVerifier<Instrumentation.Generator.Catalog.ResponsibilityAnalyzer>;

namespace Instrumentation.Generator.Tests.Catalog;

/// <summary>Owners and sources without a name.</summary>
public sealed class INS4006Tests
{
    private const string Wrong = """
        [assembly: TelemetryName({|INS4006:""|})]
        [assembly: OwnedBy({|INS4006:" "|})]
        [OwnedBy({|INS4006:""|})] public class Service { [Traced, OwnedBy({|INS4006:null!|})] public void M() { } }
        [OwnedBy({|INS4006:""|})] public interface IThing { }

        """;

    [Fact]
    public Task EmptyNamesAreReportedAtTheName() => Verifier.Verify(Wrong);

    [Fact]
    public Task NamesAreSilent() => Verifier.Verify("""
        [assembly: TelemetryName("Acme.Store")]
        [assembly: OwnedBy("platform")]
        [OwnedBy("storage team")] public class Service { [Traced, OwnedBy("on-call")] public void M() { } }
        """);

    [Theory]
    [InlineData("[assembly: OwnedBy({|#0:\"\"|})]", "The owner needs a name, and this one is empty")]
    [InlineData("[assembly: TelemetryName({|#0:\"\"|})]", "The telemetry source needs a name, and this one is empty")]
    public Task TheMessageSaysWhichNameIsMissing(string attribute, string message) => Verifier.VerifyMessage(attribute, "INS4006", message);

    [Fact]
    public void TheAssemblysNameStandsInAndNobodyIsTheOwner()
    {
        var generated = Generation.Of([new SourceFile("/app/Program.cs", System.Text.RegularExpressions.Regex.Replace(Wrong, @"\{\|INS4006:(.*?)\|\}", "$1"))], assemblyName: "Acme.Store");

        Assert.Contains("\"source\": \"Acme.Store\"", generated.File("Catalog.g.cs"));
        Assert.DoesNotContain("owner", generated.File("Catalog.g.cs"));
    }
}
