namespace Instrumentation.Privacy.Corpus;

/// <summary>The corpus: a file for each topic, with a few types that all units share.</summary>
public static class Corpus
{
    /// <summary>Where it is.</summary>
    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "Units");

    /// <summary>The topics.</summary>
    public static IReadOnlyList<string> Topics { get; } = [.. Directory.EnumerateFiles(Folder, "*.cs").Select(static file => Path.GetFileNameWithoutExtension(file)!).Order(StringComparer.Ordinal)];

    /// <summary>The units of a topic.</summary>
    public static IReadOnlyList<CorpusUnit> Of(string topic) => CorpusUnit.Read(Path.Combine(Folder, topic + ".cs"));
}
