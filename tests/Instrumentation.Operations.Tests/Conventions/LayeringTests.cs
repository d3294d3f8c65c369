using System.Text.RegularExpressions;

namespace Instrumentation.Operations.Tests.Conventions;

/// <summary>What the tool may know and touch.</summary>
public sealed class LayeringTests
{
    private static readonly string s_source = Path.Combine(Root(), "src", "Instrumentation.Operations");

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

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Instrumentation.sln"))) folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("The tests do not stand in the repository.");
    }
}
