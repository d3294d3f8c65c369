namespace Instrumentation.Privacy.Corpus;

/// <summary>The corpus: a file for each topic, and a second one with longer programs as they are written in practice; with a few types that all units share.</summary>
public static class Corpus
{
    private const string Practice = "Practice";

    /// <summary>Where it is.</summary>
    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "Units");

    /// <summary>The topics.</summary>
    public static IReadOnlyList<string> Topics { get; } = [.. Directory.EnumerateFiles(Folder, "*.cs").Select(static file => TopicOf(Path.GetFileNameWithoutExtension(file)!)).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>The units of a topic.</summary>
    public static IReadOnlyList<CorpusUnit> Of(string topic) =>
        [.. new[] { topic, Practice + topic }.Select(static name => Path.Combine(Folder, name + ".cs")).Where(File.Exists).SelectMany(file => CorpusUnit.Read(file, topic))];

    private static string TopicOf(string name) => name.StartsWith(Practice, StringComparison.Ordinal) ? name[Practice.Length..] : name;
}
