using Instrumentation.Generator.Privacy;
using Instrumentation.Testing;
using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Tests.Privacy;

/// <summary>Where nothing can be marked, nothing is looked at.</summary>
public sealed class GateTests
{
    private const string Plain = "public class User { public string Email = \"\"; }";

    /// <summary>A stand-in for the package of classifications.</summary>
    internal static readonly MetadataReference Compliance = Generation.Of(
        [new SourceFile("/c.cs", "namespace Microsoft.Extensions.Compliance.Classification { public abstract class DataClassificationAttribute : Attribute; public sealed class UnknownDataClassificationAttribute : DataClassificationAttribute; }")],
        assemblyName: "Microsoft.Extensions.Compliance.Abstractions").Reference();

    [Theory]
    [InlineData(Plain, false)]
    [InlineData("public class User { [Pii] public string Email = \"\"; }", true)]
    [InlineData("using Personal = Instrumentation.PiiAttribute; public class User { [Personal] public string Email = \"\"; }", true)]
    [InlineData("public class PrivateAttribute : Microsoft.Extensions.Compliance.Classification.DataClassificationAttribute; " + Plain, true)]
    [InlineData("using Mark = Microsoft.Extensions.Compliance.Classification.DataClassificationAttribute; public class PrivateAttribute : Mark; " + Plain, true)]
    [InlineData("public class User { [Microsoft.Extensions.Compliance.Classification.UnknownDataClassification] public string Email = \"\"; }", true)]
    public void ThePackageOfClassificationsAloneMarksNothing(string source, bool expected) => Assert.Equal(expected, IsOpen(source, Compliance));

    [Fact]
    public void AClassificationOfALibraryMayBeUsed()
    {
        var library = Generation.Of([new SourceFile("/l.cs", "namespace Acme; public class PrivateAttribute : Microsoft.Extensions.Compliance.Classification.DataClassificationAttribute;")], [Compliance], "Acme");
        var hosting = Generation.Of([new SourceFile("/l.cs", "namespace Acme; public class Uses { public Microsoft.Extensions.Compliance.Classification.DataClassificationAttribute? X; }")], [Compliance], "Microsoft.Extensions.Telemetry");

        Assert.True(IsOpen(Plain, Compliance, library.Reference()));
        Assert.False(IsOpen(Plain, Compliance, hosting.Reference()));
    }

    private static bool IsOpen(string source, params MetadataReference[] references) => PiiGate.IsOpen(Generation.Of(source, references).Output, TestContext.Current.CancellationToken);
}
