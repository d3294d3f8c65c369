using System.Globalization;
using System.Text;
using Instrumentation.Benchmarks.Measuring;

namespace Instrumentation.Benchmarks.NativePrograms;

/// <summary>The text of the report: two tables, size and start-up, the ratio to the plain program first.</summary>
internal static class NativeText
{
    /// <summary>Writes it.</summary>
    /// <param name="date">The day of the run.</param>
    /// <param name="environment">The machine and what ran on it.</param>
    /// <param name="rows">A row for each size of program, the smallest first.</param>
    public static string Write(string date, IReadOnlyList<string> environment, IReadOnlyList<Row> rows)
    {
        var (smallest, largest) = (rows[0], rows[^1]);
        var ways = largest.Ways.Select(static series => series.Way).ToList();
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"""
            # What a native program pays, {date}

            `dotnet run -c Release --project benchmarks/Instrumentation.Benchmarks -- native` wrote a program several times, compiled each with `PublishAot`, and ran
            them in turns, {largest.Ways[0].Nanoseconds.Length} times each, while nobody listens. A quarter of its methods has a span, a quarter a span with a tag, a quarter a measurement, a quarter
            both; *by hand* has the same spans and measurements, written as OpenTelemetry's documentation shows it. A cell has the ratio to the plain program first.


            """);
        foreach (var line in environment) text.Append("    ").AppendLine(line);

        Table("Size", "Bytes of the file, exactly; symbols are another file.", ["program", .. ways], row => row.Ways.Select(series => Cell(series.Bytes / row.Ways[0].Bytes, $"{series.Bytes:#,0} B")));
        text.AppendLine().AppendLine("What that is made of: what the runtime's sources and meters bring along once, and what each method adds.").AppendLine();
        Header(["over the plain program", .. ways.Skip(1)]);
        var methods = MethodsOf(largest) - MethodsOf(smallest);
        text.AppendLine(CultureInfo.InvariantCulture, $"| {smallest.Name} | {string.Join(" | ", ways.Skip(1).Select(way => $"{Extra(smallest, way):#,0} B"))} |");
        text.AppendLine(CultureInfo.InvariantCulture, $"| each further method | {string.Join(" | ", ways.Skip(1).Select(way => $"{(Extra(largest, way) - Extra(smallest, way)) / methods:#,0} B"))} |");

        Table("Start-up", "From starting the process until it has ended, every method called once: the median of the rounds' ratios, the median time, the least time.", ["program", .. ways],
            row => row.Ways.Select(series => Cell(series.RatioTo(row.Ways[0]), $"{Median(series):0.00} ms, least {series.Least / 1e6:0.00} ms")));
        return text.ToString().ReplaceLineEndings("\n");

        void Table(string title, string note, IReadOnlyList<string> heads, Func<Row, IEnumerable<string>> cells)
        {
            text.AppendLine().AppendLine(CultureInfo.InvariantCulture, $"## {title}").AppendLine().AppendLine(note).AppendLine();
            Header(heads);
            foreach (var row in rows) text.AppendLine(CultureInfo.InvariantCulture, $"| {row.Name} | {string.Join(" | ", cells(row))} |");
        }

        void Header(IReadOnlyList<string> heads) =>
            text.AppendLine(CultureInfo.InvariantCulture, $"| {string.Join(" | ", heads)} |").AppendLine(CultureInfo.InvariantCulture, $"|---|{string.Concat(Enumerable.Repeat("---:|", heads.Count - 1))}");
    }

    private static string Cell(double ratio, FormattableString what) => string.Create(CultureInfo.InvariantCulture, $"{ratio:0.00} ({FormattableString.Invariant(what)})");

    private static double Extra(Row row, string way) => row.Of(way)!.Bytes - row.Ways[0].Bytes;

    private static int MethodsOf(Row row) => int.Parse(row.Name.Split(' ')[0], CultureInfo.InvariantCulture);

    private static double Median(Series series) => Series.Median(series.Nanoseconds) / 1e6;
}
