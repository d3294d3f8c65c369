using System.Globalization;
using System.Text;

namespace Instrumentation.Generator.Benchmarks.Reporting;

/// <summary>A figure that was measured. Budgets name it by its row and its name.</summary>
internal sealed record Measured(string Row, string Figure, double Value);

/// <summary>Takes down what is measured, and writes it as tables: the ratio first, what it is made of in brackets.</summary>
internal sealed class Report
{
    private readonly StringBuilder _text = new();

    public List<Measured> Figures { get; } = [];

    /// <summary>Begins a table.</summary>
    public void Table(string title, string note, params IEnumerable<string> columns)
    {
        var heads = columns.ToList();
        Line($"\n## {title}\n");
        if (note.Length > 0) Line($"{note}\n");
        Line($"| {string.Join(" | ", heads)} |");
        Line($"|{string.Concat(heads.Select(static _ => "---|"))}");
    }

    /// <summary>Adds a row to the table.</summary>
    public void Row(string name, params IEnumerable<string> cells) => Line($"| {name} | {string.Join(" | ", cells)} |");

    /// <summary>Takes a ratio down, and says it with what it is made of.</summary>
    public string Ratio(string row, string figure, double value, double basis, string unit)
    {
        Figures.Add(new Measured(row, figure, value / basis));
        return string.Create(CultureInfo.InvariantCulture, $"{value / basis:0.00} ({value:0.0#} / {basis:0.0#} {unit})");
    }

    /// <summary>Takes a figure down, and says it.</summary>
    public string Absolute(string row, string figure, double value, string unit)
    {
        Figures.Add(new Measured(row, figure, value));
        return string.Create(CultureInfo.InvariantCulture, $"{value:0.##} {unit}");
    }

    public void Line(string text)
    {
        Console.WriteLine(text);
        _text.Append(text).Append('\n');
    }

    public override string ToString() => _text.ToString();
}
