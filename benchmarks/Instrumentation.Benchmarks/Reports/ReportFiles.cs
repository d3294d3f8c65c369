using System.Globalization;
using System.Text.Json;

namespace Instrumentation.Benchmarks.Reports;

/// <summary>The files of a report: <c>&lt;date&gt;.md</c> to read, <c>&lt;date&gt;.json</c> with every round, <c>prices.json</c> with the least times, and a plot for each group.</summary>
internal sealed class ReportFiles(string folder)
{
    private const string DateFormat = "yyyy-MM-dd";
    private const string Prices = "prices.json";
    private static readonly string[] s_priced = ["plain", "nothing", "ours", "ours, pre-bound"];
    private static readonly JsonSerializerOptions s_indented = new() { WriteIndented = true };

    /// <summary>Today, as reports are named.</summary>
    public static string Today => DateTime.UtcNow.ToString(DateFormat, CultureInfo.InvariantCulture);

    /// <summary>The newest report before that day, if there is one.</summary>
    public Report? Before(string date) => Directory.Exists(folder)
        ? Directory.EnumerateFiles(folder, "????-??-??.json")
            .Where(file => string.CompareOrdinal(Path.GetFileNameWithoutExtension(file), date) < 0)
            .Order(StringComparer.Ordinal)
            .Select(static file => JsonSerializer.Deserialize<Report>(File.ReadAllText(file)))
            .LastOrDefault()
        : null;

    /// <summary>Writes a report.</summary>
    /// <returns>The path of the text.</returns>
    public string Write(Report report, Report? previous)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, $"{report.Date}.json"), JsonSerializer.Serialize(report));
        File.WriteAllText(Path.Combine(folder, Prices), PricesOf(report));
        var plots = new List<(string Title, string File)>();
        foreach (var group in report.Rows.GroupBy(static row => row.Group))
        {
            var file = $"{report.Date}-{group.Key.Replace(",", "").Replace(' ', '-')}.svg";
            File.WriteAllText(Path.Combine(folder, file), Plots.Draw(group.Key, [.. group]));
            plots.Add((group.Key, file));
        }

        var text = Path.Combine(folder, $"{report.Date}.md");
        File.WriteAllText(text, ReportText.Write(report, previous, plots));
        return text;
    }

    /// <summary>The report with the least time of each series that 'instrumentation cost' reads: the price list that is built into the tool.</summary>
    private static string PricesOf(Report report) => JsonSerializer.Serialize(
        report with
        {
            Rows = [.. report.Rows.Select(static row => row with { Ways = [.. row.Ways.Where(static way => s_priced.Contains(way.Way)).Select(static way => way with { Nanoseconds = [way.Least] })] })],
        },
        s_indented) + "\n";
}
