using Instrumentation.Generator.Privacy;
using Instrumentation.Testing;
using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Tests.Privacy;

/// <summary>Rows that cannot matter to a compilation cost it nothing, and no other is left out.</summary>
public sealed class SinkTableTests
{
    [Fact]
    public void SinksOfLibrariesThatAreNotThereAreLeftOut()
    {
        Assert.DoesNotContain(Types(""), static type => type.StartsWith("NLog.", StringComparison.Ordinal));
        Assert.Contains("System.Console", Types(""));
        Assert.Contains("System.Diagnostics.Metrics.Counter`1", Types(""));
    }

    [Fact]
    public void ATypeOfThatNameInTheSourceCounts() => Assert.Contains("NLog.Logger", Types("namespace NLog { internal class Logger { } }"));

    [Theory]
    [InlineData("NLog.Logger", true)]
    [InlineData("", false)]
    [InlineData("NLog", false)]
    [InlineData("NLog.Nested.Logger", false)]
    public void ATypeIsFoundByItsWholeName(string type, bool isThere) =>
        Assert.Equal(isThere, Roslyn.TypeFacts.HasType(Generation.Of("namespace NLog { public class Logger { public class Nested { } } }").Input, type));

    [Theory]
    [InlineData(ReportDiagnostic.Warn, true)]
    [InlineData(ReportDiagnostic.Suppress, false)]
    [InlineData(ReportDiagnostic.Default, false)]
    public void ExposuresAreLookedForWhereTheirRuleIsOn(ReportDiagnostic state, bool isOn)
    {
        var compilation = Generation.Of("").Input;
        var asked = compilation.WithOptions(compilation.Options.WithSpecificDiagnosticOptions([new("INS3008", state)]));
        var table = new SinkTable(asked, TestContext.Current.CancellationToken);

        Assert.Equal(isOn, table.Rows.Any(static row => row.Type == "System.IO.File"));
        Assert.Equal(isOn ? SinkFamily.Exposure : null, table.OfRole("System.IO.File.AppendText"));
        Assert.Equal(SinkFamily.Console, table.OfRole("System.Console.Out"));
    }

    [Fact]
    public void OneFileThatAsksForTheRuleIsEnough()
    {
        var compilation = Generation.Of([new SourceFile("/a.cs", ""), new SourceFile("/web/b.cs", "")]).Input;
        var asked = compilation.WithOptions(compilation.Options.WithSyntaxTreeOptionsProvider(new WebOnly()));

        Assert.Contains(new SinkTable(asked, TestContext.Current.CancellationToken).Rows, static row => row.Type == "System.IO.File");
    }

    private static IReadOnlyList<string> Types(string source) => [.. new SinkTable(Generation.Of(source).Input, TestContext.Current.CancellationToken).Rows.Select(static row => row.Type)];

    // As `[web/**.cs] dotnet_diagnostic.INS3008.severity = warning` is read.
    private sealed class WebOnly : SyntaxTreeOptionsProvider
    {
        public override GeneratedKind IsGenerated(SyntaxTree tree, CancellationToken cancellationToken) => GeneratedKind.Unknown;

        public override bool TryGetDiagnosticValue(SyntaxTree tree, string diagnosticId, CancellationToken cancellationToken, out ReportDiagnostic severity)
        {
            severity = ReportDiagnostic.Warn;
            return diagnosticId == "INS3008" && tree.FilePath.StartsWith("/web/", StringComparison.Ordinal);
        }

        public override bool TryGetGlobalDiagnosticValue(string diagnosticId, CancellationToken cancellationToken, out ReportDiagnostic severity)
        {
            severity = ReportDiagnostic.Default;
            return false;
        }
    }
}
