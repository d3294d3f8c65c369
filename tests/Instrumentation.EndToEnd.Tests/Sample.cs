using System.Reflection;

namespace Instrumentation.EndToEnd.Tests;

/// <summary>Where the sample and its committed operations pack stand.</summary>
internal static class Sample
{
    /// <summary>The repository.</summary>
    public static string Repository { get; } = Metadata("RepositoryRoot");

    /// <summary>The sample's project.</summary>
    public static string Folder { get; } = Path.Combine(Repository, "samples", "FileShare");

    /// <summary>The sample's assembly, as the build left it.</summary>
    public static string Assembly { get; } = Path.Combine(Folder, "bin", Metadata("Configuration"), "net10.0", "FileShare.dll");

    /// <summary>The committed pack.</summary>
    public static string Pack { get; } = Path.Combine(Folder, "operations");

    /// <summary>A file of the committed pack.</summary>
    public static string PackFile(params string[] path) => Path.Combine([Pack, .. path]);

    private static string Metadata(string key) =>
        typeof(Sample).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(metadata => metadata.Key == key).Value!;
}
