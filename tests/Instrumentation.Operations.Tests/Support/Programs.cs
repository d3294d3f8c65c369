using Instrumentation.Testing;

namespace Instrumentation.Operations.Tests;

/// <summary>Programs that the build has instrumented.</summary>
public static class Programs
{
    private static readonly Lazy<byte[]> s_fileShare = new(static () => Build("FileShare", [.. Fixture("FileShare")]));

    /// <summary>A service that keeps and shares files: what the sample does, in few lines.</summary>
    public static byte[] FileShare => s_fileShare.Value;

    /// <summary>The same service with a <c>Program.Drive</c> that uses it, loaded.</summary>
    public static LoadedProgram LoadDrivenFileShare() => Generation.Of([.. Fixture("FileShare"), .. Fixture("Driver")], assemblyName: "FileShare").Load();

    /// <summary>Builds a program.</summary>
    public static byte[] Build(string assembly, params IReadOnlyList<SourceFile> files) => Generation.Of(files, assemblyName: assembly).Emit();

    /// <summary>Builds a program of one file.</summary>
    public static byte[] Build(string assembly, string source) => Build(assembly, new SourceFile("/app/Program.cs", source));

    private static IEnumerable<SourceFile> Fixture(string name)
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "Fixtures", name);
        return Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(file => new SourceFile("/app/" + Path.GetRelativePath(folder, file).Replace('\\', '/'), File.ReadAllText(file)));
    }
}
