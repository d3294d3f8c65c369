namespace FileShare.Demo;

/// <summary>Files to upload: this repository's own, or else those that lie beside the program.</summary>
internal static class RealFiles
{
    private const int Count = 20;

    // Some of each, so that several kinds of content are among them.
    private static readonly (string Folder, string Pattern, int Take)[] s_sources =
        [(".", "*", 4), ("docs", "*.md", 3), ("docs/images", "*.png", 1), ("eng", "*", 2), ("src", "*.cs", Count)];

    public static IReadOnlyList<FileInfo> Near(string contentRoot)
    {
        var root = RepositoryAround(contentRoot);
        var files = root is null
            ? Below(contentRoot, "*", SearchOption.AllDirectories)
            : s_sources.SelectMany(source => Below(Path.Combine(root, source.Folder), source.Pattern, Depth(source.Folder)).Take(source.Take));
        return [.. files.Take(Count)];
    }

    private static string? RepositoryAround(string folder)
    {
        for (var parent = new DirectoryInfo(folder); parent is not null; parent = parent.Parent)
        {
            if (File.Exists(Path.Combine(parent.FullName, "Instrumentation.sln"))) return parent.FullName;
        }

        return null;
    }

    private static SearchOption Depth(string folder) => folder == "." ? SearchOption.TopDirectoryOnly : SearchOption.AllDirectories;

    private static IEnumerable<FileInfo> Below(string folder, string pattern, SearchOption depth) => !Directory.Exists(folder)
        ? []
        : new DirectoryInfo(folder).EnumerateFiles(pattern, depth)
            .Where(static file => !file.Name.StartsWith('.') && !IsBuilt(file.FullName))
            .OrderBy(static file => file.FullName, StringComparer.Ordinal);

    private static bool IsBuilt(string path) => path.Split(Path.DirectorySeparatorChar).Any(static part => part is "bin" or "obj" or "data");
}
