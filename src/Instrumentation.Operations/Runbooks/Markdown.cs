using System.Text;

namespace Instrumentation.Operations.Runbooks;

/// <summary>Writes Markdown in which names from outside cannot break the page.</summary>
internal sealed class Markdown
{
    private const string Special = @"\`*_{}[]<>#|~";

    private readonly StringBuilder _text = new();

    /// <summary>A comment that viewers do not show.</summary>
    public void Comment(string text) => Paragraph($"<!-- {text.Replace("--", "- -", StringComparison.Ordinal)} -->");

    /// <summary>A heading.</summary>
    public void Heading(int level, string text) => Paragraph($"{new string('#', level)} {text}");

    /// <summary>A paragraph, already Markdown.</summary>
    public void Paragraph(string text)
    {
        if (_text.Length > 0) _text.Append('\n');
        _text.Append(text.ReplaceLineEndings("\n")).Append('\n');
    }

    /// <summary>A list; each item is Markdown.</summary>
    public void List(IEnumerable<string> items) => Paragraph(string.Join('\n', items.Select(static item => $"- {item}")));

    /// <summary>A query to copy.</summary>
    public void Query(string promQl) => Paragraph($"```promql\n{promQl}\n```");

    /// <summary>A table; each cell is Markdown in one line.</summary>
    public void Table(IReadOnlyList<string> head, IEnumerable<IReadOnlyList<string>> rows) =>
        Paragraph(string.Join('\n', new[] { Row(head), Row([.. head.Select(static _ => "---")]) }.Concat(rows.Select(Row))));

    /// <summary>The page.</summary>
    public override string ToString() => _text.ToString();

    /// <summary>A text as it is, in one line.</summary>
    public static string Plain(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var c in text.ReplaceLineEndings(" "))
        {
            if (Special.Contains(c, StringComparison.Ordinal)) escaped.Append('\\');
            escaped.Append(c);
        }

        return escaped.ToString();
    }

    /// <summary>A name, in one line.</summary>
    public static string Code(string text)
    {
        var line = text.ReplaceLineEndings(" ");
        return line.Contains('`', StringComparison.Ordinal) ? $"`` {line} ``" : $"`{line}`";
    }

    /// <summary>Names, one after the other.</summary>
    public static string Codes(IEnumerable<string> texts) => string.Join(", ", texts.Select(Code));

    private static string Row(IReadOnlyList<string> cells) => $"| {string.Join(" | ", cells.Select(Cell))} |";

    // A bar ends a cell even where it stands in code; outside of code it is escaped already.
    private static string Cell(string cell) => cell.Replace("\\|", "|", StringComparison.Ordinal).Replace("|", "\\|", StringComparison.Ordinal);
}
