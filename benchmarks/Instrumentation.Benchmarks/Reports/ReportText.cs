using System.Globalization;
using System.Text;
using Instrumentation.Benchmarks.Measuring;

namespace Instrumentation.Benchmarks.Reports;

/// <summary>The text of a report: a table for each group, the ratio first and nanoseconds and bytes in brackets.</summary>
internal static class ReportText
{
    /// <summary>Writes it.</summary>
    public static string Write(Report report, Report? previous, IReadOnlyList<(string Title, string File)> plots)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"""
            # What calls cost, {report.Date}

            `{report.Command}` measured every row here in one run. The ways of a row take turns of a fifth of a millisecond, in another order each round. A
            cell holds the median of the rounds' ratios to the first way, and in brackets the least time of a call and what it allocates. `{report.Date}.json`
            has every round.


            """);
        foreach (var line in report.Environment) text.Append("    ").AppendLine(line);
        foreach (var group in report.Rows.GroupBy(static row => row.Group))
        {
            text.AppendLine().AppendLine(CultureInfo.InvariantCulture, $"## {char.ToUpperInvariant(group.Key[0])}{group.Key[1..]}").AppendLine();
            text.AppendLine(CultureInfo.InvariantCulture, $"{About(group.Key)}").AppendLine();
            foreach (var (_, file) in plots.Where(plot => plot.Title == group.Key)) text.AppendLine(CultureInfo.InvariantCulture, $"![{group.Key}]({file})").AppendLine();
            WriteTable(text, [.. group]);
        }

        WriteComparison(text, report, previous);
        return text.ToString().ReplaceLineEndings("\n");
    }

    private static void WriteTable(StringBuilder text, IReadOnlyList<Row> rows)
    {
        var ways = rows.SelectMany(static row => row.Ways).Select(static series => series.Way).Distinct().ToList();
        text.AppendLine(CultureInfo.InvariantCulture, $"| | {string.Join(" | ", ways)} |").AppendLine(CultureInfo.InvariantCulture, $"|---|{string.Concat(Enumerable.Repeat("---:|", ways.Count))}");
        foreach (var row in rows) text.AppendLine(CultureInfo.InvariantCulture, $"| {row.Name} | {string.Join(" | ", ways.Select(way => Cell(row, way)))} |");
    }

    private static string Cell(Row row, string way) => row.Of(way) is { } series
        ? string.Create(CultureInfo.InvariantCulture, $"{series.RatioTo(row.Ways[0]):0.00} ({series.Least:0.0} ns, {series.Bytes:0} B)")
        : "";

    private static void WriteComparison(StringBuilder text, Report report, Report? previous)
    {
        text.AppendLine().AppendLine("## Since the report before").AppendLine();
        if (previous is null)
        {
            text.AppendLine("There is none.");
            return;
        }

        text.AppendLine(CultureInfo.InvariantCulture, $"Compared with {previous.Date}: the rounds' ratios to the first way, so that another machine matters little; Mann-Whitney, p below {Comparison.Significance}, and at least {Comparison.Relevance:P0} apart.").AppendLine();
        var changes = Comparison.Of(report, previous);
        if (changes.Count == 0) text.AppendLine("Nothing has changed.");
        else text.AppendLine("| row | way | ratio before | ratio now | p |").AppendLine("|---|---|---:|---:|---:|");
        foreach (var change in changes)
            text.AppendLine(CultureInfo.InvariantCulture, $"| {change.Row} | {change.Way} | {change.Before:0.00} | {change.Now:0.00} | {change.P:0.0000} |");
    }

    private static string About(string group) => group switch
    {
        Tracing.State.Off => "Nobody listens.",
        Tracing.State.DroppedInTrace => "OpenTelemetry's SDK listens and its sampler says no, within a request that is not recorded.",
        Tracing.State.DroppedAsKnown => "As before, with the SDK's default sampler, of which Instrumentation.Hosting knows that children follow their parents.",
        Tracing.State.DroppedAtRoot => "As before, without a request: the SDK makes a span that carries the trace on.",
        Tracing.State.Recorded => "OpenTelemetry's SDK records each span, within a request that is recorded, too, and hands it to an exporter that does nothing.",
        Tracing.State.RecordedAtRoot => "As before, without a request.",
        Metrics.MetricRows.Off => "A count while nobody listens.",
        Metrics.MetricRows.On => "A count while OpenTelemetry's SDK listens.",
        Metrics.MeasuredRows.Off => "Duration and calls under way, while nobody listens.",
        _ => "Duration and calls under way, while OpenTelemetry's SDK listens: three measurements a call, each with the method's name.",
    };
}
