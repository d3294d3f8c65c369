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
