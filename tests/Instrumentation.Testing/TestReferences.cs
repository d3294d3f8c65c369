using Microsoft.CodeAnalysis;

namespace Instrumentation.Testing;

/// <summary>What test sources are compiled against: the framework that the tests run on, and the attributes.</summary>
public static class TestReferences
{
    private static readonly Lazy<MetadataReference[]> s_all = new(Load);

    /// <summary>The references.</summary>
    public static IReadOnlyList<MetadataReference> All => s_all.Value;

    private static MetadataReference[] Load() =>
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(static path => IsPlatform(Path.GetFileName(path)))
            .Select(static path => MetadataReference.CreateFromFile(path)),
        MetadataReference.CreateFromFile(typeof(TracedAttribute).Assembly.Location),
    ];

    private static bool IsPlatform(string file) =>
        file.StartsWith("System.", StringComparison.Ordinal)
        || file.StartsWith("Microsoft.Extensions.", StringComparison.Ordinal)
        || file is "mscorlib.dll" or "netstandard.dll" or "Microsoft.CSharp.dll";
}
