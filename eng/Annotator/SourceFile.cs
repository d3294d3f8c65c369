using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace Instrumentation.Annotator;

/// <summary>A file whose bytes stay as they are, but for what is inserted and taken away.</summary>
internal sealed class SourceFile
{
    private static readonly Encoding s_strictUtf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly string _path;

    private SourceFile(string path, SourceText text)
    {
        _path = path;
        Text = text;
    }

    public SourceText Text { get; }

    /// <summary>Reads a file. A mark at its start decides on the encoding; text that is not UTF-8 is read byte by byte.</summary>
    public static SourceFile Read(string path)
    {
        var bytes = File.ReadAllBytes(path);
        try
        {
            return new SourceFile(path, SourceText.From(new MemoryStream(bytes), s_strictUtf8));
        }
        catch (DecoderFallbackException)
        {
            return new SourceFile(path, SourceText.From(new MemoryStream(bytes), Encoding.Latin1));
        }
    }

    /// <summary>Writes the changed text in the encoding it was read in.</summary>
    public void Write(IEnumerable<TextChange> changes)
    {
        var temporary = _path + ".annotating";
        using (var writer = new StreamWriter(temporary, append: false, Text.Encoding!)) Text.WithChanges(changes).Write(writer);
        File.Move(temporary, _path, overwrite: true);
    }
}
