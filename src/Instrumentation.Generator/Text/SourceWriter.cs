using System.Text;

namespace Instrumentation.Generator.Text;

/// <summary>Writes indented C#, with <c>\n</c> on every machine.</summary>
internal sealed class SourceWriter
{
    private readonly StringBuilder _text = new();
    private int _depth;
    private bool _isBlankDue;
    private bool _isAtStart;

    /// <summary>
    /// Writes lines, each indented. An empty one is written with the line that follows it, so that no block starts or ends with one
    /// and there are never two.
    /// </summary>
    public SourceWriter Line(string text = "")
    {
        foreach (var line in text.Split('\n'))
        {
            if (line.Length == 0)
            {
                _isBlankDue = true;
                continue;
            }

            if (_isBlankDue && !_isAtStart) _text.Append('\n');
            _isBlankDue = _isAtStart = false;
            _text.Append(' ', _depth * 4).Append(line).Append('\n');
        }

        return this;
    }

    /// <summary>Writes a head and an opening brace; the block ends where the result is disposed.</summary>
    public Block Block(string head, string closing = "}")
    {
        Line(head);
        return Open(closing);
    }

    /// <summary>Writes an opening brace; the block ends where the result is disposed.</summary>
    public Block Block() => Open("}");

    /// <summary>Indents what follows by one step, until the result is disposed.</summary>
    public Block Indent()
    {
        _depth++;
        return new Block(this, closing: null);
    }

    public override string ToString() => _text.ToString();

    internal void Close(string? closing)
    {
        _depth--;
        if (closing is null) return;
        _isBlankDue = _isAtStart = false;
        Line(closing);
    }

    private Block Open(string closing)
    {
        Line("{");
        _depth++;
        _isAtStart = true;
        return new Block(this, closing);
    }
}

/// <summary>An open brace.</summary>
internal readonly struct Block(SourceWriter writer, string? closing) : IDisposable
{
    public void Dispose() => writer.Close(closing);
}
