using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace Instrumentation.Operations.Output;

/// <summary>YAML that people read: expressions stand in blocks, plain words without quotes.</summary>
internal static partial class Yaml
{
    // The library ends every document with this; a file of one document needs no end.
    private const string DocumentEnd = "...\n";

    private static readonly string[] s_otherTypes = ["null", "true", "false", "yes", "no", "on", "off", "y", "n"];

    /// <summary>A mapping; entries without a value are left out.</summary>
    public static YamlMappingNode Map(params IEnumerable<(string Key, YamlNode? Value)> entries)
    {
        var map = new YamlMappingNode();
        foreach (var (key, value) in entries)
        {
            if (value is not null) map.Add(Text(key), value);
        }

        return map;
    }

    /// <summary>A list.</summary>
    public static YamlSequenceNode List(params IEnumerable<YamlNode> items)
    {
        var list = new YamlSequenceNode(items);
        if (list.Children.Count == 0) list.Style = SequenceStyle.Flow;
        return list;
    }

    /// <summary>A text; what could be read as another type, or as syntax, is quoted.</summary>
    public static YamlScalarNode Text(string text) => new(text)
    {
        Style = Plain().IsMatch(text) && !s_otherTypes.Contains(text, StringComparer.OrdinalIgnoreCase) ? ScalarStyle.Plain : ScalarStyle.DoubleQuoted,
    };

    /// <summary>A text of several lines, as it is.</summary>
    public static YamlScalarNode Block(string text) => new(text) { Style = ScalarStyle.Literal };

    /// <summary>The document, after a comment.</summary>
    public static string Write(string comment, YamlNode root)
    {
        var text = new StringWriter { NewLine = "\n" };
        text.WriteLine($"# {comment.ReplaceLineEndings(" ")}");
        var emitter = new Emitter(text, EmitterSettings.Default.WithIndentedSequences().WithBestWidth(int.MaxValue).WithNewLine("\n"));
        new YamlStream(new YamlDocument(root)).Save(emitter, assignAnchors: false);
        var document = text.ToString();
        return document.EndsWith(DocumentEnd, StringComparison.Ordinal) ? document[..^DocumentEnd.Length] : document;
    }

    [GeneratedRegex(@"\A([A-Za-z_/][A-Za-z0-9_./%(),#]*([ :-][A-Za-z0-9_./%(),]+)*|[0-9]+[smhd])\z", RegexOptions.NonBacktracking)]
    private static partial Regex Plain();
}
