using System.Text;

namespace Instrumentation.Generator.Text;

/// <summary>Writes indented C#, with <c>\n</c> on every machine.</summary>
internal sealed class SourceWriter
{
    private readonly StringBuilder _text = new();
    private int _depth;

    /// <summary>Writes lines; each is indented, an empty one stays empty.</summary>
    public SourceWriter Line(string text = "")
    {
        foreach (var line in text.Split('\n'))
        {
            if (line.Length > 0) _text.Append(' ', _depth * 4).Append(line);
            _text.Append('\n');
        }

        return this;
    }

    /// <summary>Writes a head and an opening brace; the block ends where the result is disposed.</summary>
    public Block Block(string head, string closing = "}")
    {
        Line(head).Line("{");
        _depth++;
        return new Block(this, closing);
    }

    /// <summary>Indents what follows by one step, until the result is disposed.</summary>
    public Block Indent()
    {
        _depth++;
        return new Block(this, closing: null);
    }

    /// <summary>Writes an opening brace; the block ends where the result is disposed.</summary>
    public Block Block()
    {
        Line("{");
        _depth++;
        return new Block(this);
    }

    public override string ToString() => _text.ToString();

    internal void Close(string? closing)
    {
        _depth--;
        if (closing is not null) Line(closing);
    }
}

/// <summary>An open brace.</summary>
internal readonly struct Block(SourceWriter writer, string? closing = "}") : IDisposable
{
    public void Dispose() => writer.Close(closing);
}
