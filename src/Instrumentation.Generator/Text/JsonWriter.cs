using System.Globalization;
using System.Text;

namespace Instrumentation.Generator.Text;

/// <summary>Writes indented JSON with <c>\n</c>; a compiler component cannot bring a serializer along.</summary>
/// <param name="isAscii">Whether it escapes every other character, so that it stands in a C# literal and in any encoding.</param>
internal sealed class JsonWriter(bool isAscii = true)
{
    private readonly StringBuilder _text = new();
    private int _depth;
    private bool _isFirst = true;
    private bool _isInLine;

    public void Object(Action members) => Nested('{', members, '}');

    /// <summary>A small object, in one line.</summary>
    public void InLine(string name, Action members)
    {
        Name(name);
        InLine(members);
    }

    /// <summary>A small object, in one line.</summary>
    public void InLine(Action members)
    {
        var outer = _isInLine;
        _isInLine = true;
        Nested('{', members, '}');
        _isInLine = outer;
    }

    public void List<T>(string name, IEnumerable<T> items, Action<T> write)
    {
        Name(name);
        Nested('[', () =>
        {
            foreach (var item in items)
            {
                Separate();
                write(item);
            }
        }, ']');
    }

    /// <summary>Short lists stand in one line.</summary>
    public void Values(string name, IEnumerable<string> values)
    {
        Name(name);
        _text.Append('[').Append(string.Join(", ", values.Select(Quote))).Append(']');
    }

    /// <summary>Short lists stand in one line.</summary>
    public void Values(string name, IEnumerable<double> values)
    {
        Name(name);
        _text.Append('[').Append(string.Join(", ", values.Select(Number))).Append(']');
    }

    /// <summary>A member; left out where there is no value.</summary>
    public void Member(string name, string? value)
    {
        if (value is null) return;
        Name(name);
        _text.Append(Quote(value));
    }

    /// <summary>A member; left out where there is no value.</summary>
    public void Member(string name, double? value)
    {
        if (value is not { } number || double.IsNaN(number) || double.IsInfinity(number)) return;
        Name(name);
        _text.Append(Number(number));
    }

    /// <summary>A member; left out where it is <see langword="false"/>.</summary>
    public void Flag(string name, bool value)
    {
        if (!value) return;
        Name(name);
        _text.Append("true");
    }

    public override string ToString() => _text.ToString();

    private static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    private string Quote(string value)
    {
        var text = new StringBuilder(value.Length + 2).Append('"');
        foreach (var c in value)
        {
            if (c is '"' or '\\') text.Append('\\').Append(c);
            // Control characters by JSON's rule.
            else if (c < ' ' || (isAscii && c >= '\u007f')) text.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
            else text.Append(c);
        }

        return text.Append('"').ToString();
    }

    private void Name(string name)
    {
        Separate();
        _text.Append(Quote(name)).Append(": ");
    }

    private void Separate()
    {
        if (!_isFirst) _text.Append(',');
        _isFirst = false;
        NewLine();
    }

    private void Nested(char open, Action content, char close)
    {
        _text.Append(open);
        _depth++;
        _isFirst = true;
        content();
        _depth--;
        if (!_isFirst) NewLine();
        _isFirst = false;
        _text.Append(close);
    }

    private void NewLine()
    {
        if (_isInLine) _text.Append(' ');
        else _text.Append('\n').Append(' ', _depth * 2);
    }
}
