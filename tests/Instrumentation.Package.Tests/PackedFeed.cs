using System.Globalization;
using Instrumentation.Package.Tests;

[assembly: AssemblyFixture(typeof(PackedFeed))]

namespace Instrumentation.Package.Tests;

/// <summary>
/// The packages, made once for all tests under a version that no other run has, so that no cache answers for them. They go from the
/// machine's package cache when the tests have ended.
/// </summary>
public sealed class PackedFeed : IAsyncLifetime
{
    private static readonly string[] s_packages = ["Instrumentation.Abstractions", "Instrumentation.Generator", "Instrumentation.CodeFixes"];

    private readonly string _root = Directory.CreateTempSubdirectory("instrumentation-packages-").FullName;
    private int _consumers;

    /// <summary>The version of the packages.</summary>
    public string Version { get; } = $"0.1.0-test.{DateTime.UtcNow.ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture)}.{Environment.ProcessId}";

    /// <summary>The folder that holds the packages.</summary>
    public string Folder => Path.Combine(_root, "feed");

    /// <inheritdoc />
    public async ValueTask InitializeAsync()
    {
        // Built apart from the repository's own output, which other tests may be using.
        foreach (var package in s_packages)
        {
            (await Dotnet.Run(
                Path.Combine(Repository(), "src", package), "pack", "--nologo", "-v", "q",
                $"-p:ArtifactsPath={Path.Combine(_root, "build")}", $"-p:PackageOutputPath={Folder}", $"-p:Version={Version}")).Succeeded();
        }

        File.WriteAllText(Path.Combine(_root, "NuGet.config"), $"""
            <configuration>
              <packageSources>
                <add key="packed" value="{Folder}" />
              </packageSources>
            </configuration>
            """);
        File.WriteAllText(Path.Combine(_root, "Directory.Build.props"), """
            <Project>
              <PropertyGroup>
                <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
                <Nullable>enable</Nullable>
                <ImplicitUsings>enable</ImplicitUsings>
                <UseAppHost>false</UseAppHost>
                <AppendTargetFrameworkToOutputPath>false</AppendTargetFrameworkToOutputPath>
              </PropertyGroup>
            </Project>
            """);
    }

    /// <summary>The path of a package.</summary>
    /// <param name="id">The package's name.</param>
    /// <param name="extension"><c>nupkg</c>, or <c>snupkg</c> for the symbols.</param>
    public string PathOf(string id, string extension = "nupkg") => Path.Combine(Folder, $"{id}.{Version}.{extension}");

    /// <summary>An empty folder outside of the repository, whose projects find the packages.</summary>
    internal Consumer NewConsumer() => new(Path.Combine(_root, $"consumer{Interlocked.Increment(ref _consumers)}"), Version);

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        var located = await Dotnet.Run(_root, "nuget", "locals", "global-packages", "--list");
        var cache = located.Succeeded().Output.Split("global-packages:")[1].Trim();
        foreach (var package in s_packages)
        {
            var restored = Path.Combine(cache, package.ToLowerInvariant(), Version);
            if (Directory.Exists(restored)) Directory.Delete(restored, recursive: true);
        }

        Directory.Delete(_root, recursive: true);
    }

    private static string Repository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Instrumentation.sln"))) folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("The tests do not stand in the repository.");
    }
}
