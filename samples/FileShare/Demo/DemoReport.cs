using System.Diagnostics;
using System.Globalization;
using Spectre.Console;

namespace FileShare.Demo;

/// <summary>Prints what came of the demo.</summary>
internal sealed class DemoReport(IAnsiConsole console)
{
    private const string Duration = "operation_duration_seconds";

    /// <summary>One trace, as a tree.</summary>
    public void Print(IReadOnlyList<Activity> trace)
    {
        var ids = trace.Select(static span => span.SpanId).ToHashSet();
        console.Write(new Rule("[bold]The trace of one upload[/]").LeftJustified());
        foreach (var root in trace.Where(span => !ids.Contains(span.ParentSpanId)))
        {
            var tree = new Tree(Describe(root));
            AddChildren(tree, root.SpanId);
            console.Write(tree);
        }

        console.WriteLine();

        void AddChildren(IHasTreeNodes parent, ActivitySpanId id)
        {
            foreach (var span in trace.Where(span => span.ParentSpanId == id)) AddChildren(parent.AddNode(Describe(span)), span.SpanId);
        }
    }

    /// <summary>The business metrics, beside the demo's own counts.</summary>
    /// <returns>Whether they agree.</returns>
    public bool Print(Tally tally, ScrapedMetrics metrics)
    {
        console.Write(new Rule("[bold]Business metrics, scraped from /metrics[/]").LeftJustified());
        var table = new Table().Border(TableBorder.Simple).AddColumn("metric").AddColumn("label");
        foreach (var column in (string[])["expected", "shown", ""]) table.AddColumn(new TableColumn(column).RightAligned());
        var agrees = true;
        foreach (var (metric, label, expected) in tally.Counts)
        {
            var shown = metrics.Sum(metric, label);
            var isRight = shown == expected;
            agrees &= isRight;
            table.AddRow(metric, Markup.Escape(label ?? ""), Number(expected), shown is { } number ? Number(number) : "missing", isRight ? "[green]✓[/]" : "[red]✗[/]");
        }

        console.Write(table);
        console.MarkupLine(agrees ? "[green]Every count is right.[/]\n" : "[red]Counts differ.[/]\n");
        return agrees;
    }

    /// <summary>What every operation took.</summary>
    public void Print(ScrapedMetrics metrics)
    {
        console.Write(new Rule("[bold]Operations[/]").LeftJustified());
        var table = new Table().Border(TableBorder.Simple).AddColumn("operation");
        foreach (var column in (string[])["calls", "failed", "mean", "95 % within"]) table.AddColumn(new TableColumn(column).RightAligned());
        foreach (var operation in metrics.Of(Duration + "_count").GroupBy(static sample => sample["code_function_name"]).OrderBy(static group => group.Key, StringComparer.Ordinal))
        {
            var calls = operation.Sum(static sample => sample.Value);
            var failed = operation.Where(static sample => sample["error_type"].Length > 0).Sum(static sample => sample.Value);
            var seconds = metrics.Sum(Duration + "_sum", $"code_function_name={operation.Key}") ?? 0;
            table.AddRow(ShortName(operation.Key), Number(calls), Number(failed), Milliseconds(seconds / calls), Bound(metrics, operation.Key, calls * 0.95));
        }

        console.Write(table);
    }

    private static Markup Describe(Activity span)
    {
        var tags = span.TagObjects.Where(static tag => tag.Key.StartsWith("file.", StringComparison.Ordinal) || tag.Key is "http.response.status_code" or "quota.left")
            .Select(static tag => $"{tag.Key}={tag.Value}");
        return new Markup($"[bold]{Markup.Escape(span.DisplayName)}[/]  {Milliseconds(span.Duration.TotalSeconds)}  [grey]{Markup.Escape(string.Join("  ", tags))}[/]");
    }

    // The smallest boundary of the histogram that so many calls stay below.
    private static string Bound(ScrapedMetrics metrics, string function, double calls)
    {
        var bound = metrics.Of(Duration + "_bucket")
            .Where(sample => sample["code_function_name"] == function)
            .GroupBy(static sample => sample["le"] == "+Inf" ? double.PositiveInfinity : double.Parse(sample["le"], CultureInfo.InvariantCulture))
            .OrderBy(static bucket => bucket.Key)
            .First(bucket => bucket.Sum(static sample => sample.Value) >= calls)
            .Key;
        return double.IsInfinity(bound) ? "more" : Milliseconds(bound);
    }

    // Type and method; the namespaces are this service's own.
    private static string ShortName(string function) => string.Join('.', function.Split('.')[^2..]);

    private static string Number(double value) => value.ToString("#,0.##", CultureInfo.InvariantCulture);

    private static string Milliseconds(double seconds) => (seconds * 1000).ToString(seconds < 0.1 ? "0.0" : "0", CultureInfo.InvariantCulture) + " ms";
}
