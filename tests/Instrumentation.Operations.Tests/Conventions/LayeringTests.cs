using System.Text.RegularExpressions;

namespace Instrumentation.Operations.Tests.Conventions;

/// <summary>What the tool may know and touch.</summary>
public sealed class LayeringTests
{
    private static readonly string s_source = Path.Combine(Repository.Root(), "src", "Instrumentation.Operations");

    [Fact]
    public void OneFileReadsWhatUsersGiveAndOneFileWritesThePack()
    {
        var files = Directory.EnumerateFiles(s_source, "*.cs", SearchOption.AllDirectories).Where(static file => !Regex.IsMatch(file, @"[/\\](obj|bin)[/\\]")).ToList();

        Assert.True(files.Count > 40);
        Assert.Equal(
            ["Catalog/CatalogReader.cs", "Output/PackWriter.cs"],
            files.Where(static file => Regex.IsMatch(File.ReadAllText(file), @"\b(File|Directory|FileStream|Process|Environment)\.\w+\(")).Select(static file => Path.GetRelativePath(s_source, file).Replace('\\', '/')).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void NothingIsSharedWithTheGeneratorOrTheRuntime() =>
        Assert.DoesNotContain(typeof(Operations.Commands.CommandLine).Assembly.GetReferencedAssemblies(), static reference => reference.Name!.StartsWith("Instrumentation", StringComparison.Ordinal));
}
