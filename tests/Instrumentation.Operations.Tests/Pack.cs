using Instrumentation.Operations.Commands;
using Instrumentation.Testing;

namespace Instrumentation.Operations.Tests;

/// <summary>A folder that lasts as long as a test.</summary>
public sealed class Scratch : IDisposable
{
    /// <summary>The folder.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("instrumentation-").FullName;

    /// <summary>Writes a file below the folder.</summary>
    public string Write(string path, byte[] content)
    {
        var file = Path.Combine(Folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllBytes(file, content);
        return file;
    }

    /// <summary>Writes a file below the folder.</summary>
    public string Write(string path, string content) => Write(path, System.Text.Encoding.UTF8.GetBytes(content));

    /// <summary>The files below the folder, by path, with their texts.</summary>
    public SortedDictionary<string, string> Files(string below = "") => new(
        Directory.EnumerateFiles(Path.Combine(Folder, below), "*", SearchOption.AllDirectories)
            .ToDictionary(file => Path.GetRelativePath(Path.Combine(Folder, below), file).Replace('\\', '/'), File.ReadAllText),
        StringComparer.Ordinal);

    /// <inheritdoc />
    public void Dispose() => Directory.Delete(Folder, recursive: true);
}

/// <summary>What a command answered.</summary>
public sealed record Answer(int ExitCode, string Output, string Errors);

/// <summary>Runs the tool as a user does.</summary>
public static class Tool
{
    /// <summary>Runs a command line.</summary>
    public static Answer Run(params IReadOnlyList<string> arguments)
    {
        var (output, errors) = (new StringWriter { NewLine = "\n" }, new StringWriter { NewLine = "\n" });
        var exitCode = CommandLine.Run(arguments, output, errors);
        return new Answer(exitCode, output.ToString(), errors.ToString());
    }
}

/// <summary>Programs that the build has instrumented.</summary>
public static class Programs
{
    private static readonly Lazy<byte[]> s_fileShare = new(static () => Build("FileShare", [.. Fixture("FileShare")]));

    /// <summary>A service that keeps and shares files: what the sample does, in few lines.</summary>
    public static byte[] FileShare => s_fileShare.Value;

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
