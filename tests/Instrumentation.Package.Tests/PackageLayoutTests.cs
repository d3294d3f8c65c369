using System.IO.Compression;
using System.Xml.Linq;

namespace Instrumentation.Package.Tests;

/// <summary>What is in the packages.</summary>
public sealed class PackageLayoutTests(PackedFeed feed)
{
    [Fact]
    public void TheGeneratorsPackageHoldsTheAnalyzersTheirFixesTheBuildFilesAndNothingElse() => Assert.Equal(
        [
            "README.md",
            "analyzers/dotnet/cs/Instrumentation.CodeFixes.dll",
            "analyzers/dotnet/cs/Instrumentation.Generator.dll",
            "build/Instrumentation.Generator.targets",
            "buildTransitive/Instrumentation.Generator.targets",
        ],
        Content(feed.PathOf("Instrumentation.Generator")));

    [Fact]
    public void TheCodeFixesHaveAPackageOfTheirOwnThatDependsOnNothing()
    {
        Assert.Equal(["README.md", "analyzers/dotnet/cs/Instrumentation.CodeFixes.dll"], Content(feed.PathOf("Instrumentation.CodeFixes")));
        Assert.Empty(Elements(Metadata("Instrumentation.CodeFixes"), "dependency"));
    }

    [Fact]
    public void TheAttributesPackageHoldsADocumentedLibraryForEachFramework() => Assert.Equal(
        [
            "README.md",
            "lib/net10.0/Instrumentation.Abstractions.dll",
            "lib/net10.0/Instrumentation.Abstractions.xml",
            "lib/net8.0/Instrumentation.Abstractions.dll",
            "lib/net8.0/Instrumentation.Abstractions.xml",
            "lib/netstandard2.0/Instrumentation.Abstractions.dll",
            "lib/netstandard2.0/Instrumentation.Abstractions.xml",
        ],
        Content(feed.PathOf("Instrumentation.Abstractions")));

    [Fact]
    public void TheAttributesHaveSymbolsForEachFramework() => Assert.Equal(
        [
            "lib/net10.0/Instrumentation.Abstractions.pdb",
            "lib/net8.0/Instrumentation.Abstractions.pdb",
            "lib/netstandard2.0/Instrumentation.Abstractions.pdb",
        ],
        Content(feed.PathOf("Instrumentation.Abstractions", "snupkg")));

    [Fact]
    public void TheGeneratorDependsOnTheAttributesOfItsOwnVersionWhateverTheFramework()
    {
        var metadata = Metadata("Instrumentation.Generator");

        // One group, of the framework that every other one is compatible with.
        var group = Assert.Single(Elements(metadata, "group"));
        var dependency = Assert.Single(Elements(metadata, "dependency"));
        Assert.Equal(".NETStandard2.0", group.Attribute("targetFramework")?.Value);
        Assert.Equal("Instrumentation.Abstractions", dependency.Attribute("id")?.Value);
        Assert.Equal(feed.Version, dependency.Attribute("version")?.Value);

        // What the consumer compiles and runs with must come through.
        Assert.Null(dependency.Attribute("include"));
        Assert.Equal("Build,Analyzers", dependency.Attribute("exclude")?.Value);
    }

    [Fact]
    public void TheGeneratorIsNoDevelopmentDependencyBecauseItsAttributesAreUsedAtRunTime() =>
        Assert.Empty(Elements(Metadata("Instrumentation.Generator"), "developmentDependency"));

    [Fact]
    public void TheAttributesDependOnNothingWhereTheFrameworkHasItAll()
    {
        var dependencies = Elements(Metadata("Instrumentation.Abstractions"), "group").ToDictionary(
            static group => group.Attribute("targetFramework")!.Value,
            static group => string.Join(' ', Elements(group, "dependency").Select(static dependency => dependency.Attribute("id")!.Value)));

        Assert.Equal(
            new Dictionary<string, string>
            {
                ["net10.0"] = "",
                ["net8.0"] = "System.Diagnostics.DiagnosticSource",
                [".NETStandard2.0"] = "Microsoft.Bcl.AsyncInterfaces System.Diagnostics.DiagnosticSource",
            },
            dependencies);
    }

    [Theory]
    [InlineData("Instrumentation.Abstractions")]
    [InlineData("Instrumentation.Generator")]
    [InlineData("Instrumentation.CodeFixes")]
    public void APackageSaysWhatItIsAndUnderWhichLicence(string id)
    {
        var metadata = Metadata(id);

        Assert.Equal("MIT", Elements(metadata, "license").Single().Value);
        Assert.Equal("README.md", Elements(metadata, "readme").Single().Value);
        Assert.Equal("Instrumentation contributors", Elements(metadata, "authors").Single().Value);
        Assert.NotEmpty(Elements(metadata, "description").Single().Value);
        Assert.Contains("opentelemetry", Elements(metadata, "tags").Single().Value);
    }

    private static string[] Content(string package)
    {
        using var archive = ZipFile.OpenRead(package);
        return [.. archive.Entries
            .Select(static entry => entry.FullName)
            .Where(static name => !name.EndsWith(".nuspec", StringComparison.Ordinal) && !name.StartsWith("_rels/", StringComparison.Ordinal)
                && !name.StartsWith("package/", StringComparison.Ordinal) && name != "[Content_Types].xml")
            .Order(StringComparer.Ordinal)];
    }

    private XElement Metadata(string id)
    {
        using var archive = ZipFile.OpenRead(feed.PathOf(id));
        using var nuspec = archive.GetEntry($"{id}.nuspec")!.Open();
        return XDocument.Load(nuspec).Root!;
    }

    // The namespace of a nuspec names the oldest schema that can hold it.
    private static IEnumerable<XElement> Elements(XElement parent, string name) =>
        parent.Descendants().Where(element => element.Name.LocalName == name);
}
