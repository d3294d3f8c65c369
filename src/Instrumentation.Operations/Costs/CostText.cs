using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Spectre.Console;

namespace Instrumentation.Operations.Costs;

/// <summary>The estimate, to read and for other programs.</summary>
internal static class CostText
{
    private const int Width = 200;
    private const double NanosecondsPerSecond = 1e9;

    private static readonly JsonSerializerOptions s_format = new(JsonSerializerDefaults.Web) { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Json(PriceList prices, IReadOnlyList<MethodCost> methods, double? rate) => JsonSerializer.Serialize(
        new
        {
            schemaVersion = "1.0",
            measured = new { date = prices.Date, environment = prices.Environment },
            rate,
            methods = methods.Select(method => new
            {
                method.Function, method.Strategy, method.Outcome, method.Off, method.Dropped, method.DroppedRoot, method.Recorded, method.Metrics, method.All,
                coreShare = rate * method.All.Nanoseconds / NanosecondsPerSecond,
            }),
        },
        s_format) + "\n";

    public static void Table(TextWriter output, PriceList prices, IReadOnlyList<MethodCost> methods, double? rate)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors, Interactive = InteractionSupport.No, Out = new AnsiConsoleOutput(output) });
        console.Profile.Width = Width;
        var table = new Table().Border(TableBorder.Markdown).AddColumns("method", "covered by", "result", "off", "dropped", "dropped root", "recorded", "metrics", "all");
        if (rate is not null) table.AddColumn("of a core");
        foreach (var method in methods)
        {
            string[] cells =
            [
                method.Function, method.Strategy ?? "", method.Outcome, Cell(method.Off), Cell(method.Dropped), Cell(method.DroppedRoot), Cell(method.Recorded), Cell(method.Measurements), Cell(method.All),
                .. rate is { } calls ? [string.Create(CultureInfo.InvariantCulture, $"{calls * method.All.Nanoseconds / NanosecondsPerSecond:0.###%}")] : Array.Empty<string>(),
            ];
            table.AddRow([.. cells.Select(Markup.Escape)]);
        }

        console.Write(table);
        output.WriteLine($"An estimate for calls that succeed, from prices measured on {prices.Date}:");
        foreach (var line in prices.Environment) output.WriteLine($"  {line}");
        output.WriteLine("Dropped and recorded are the span's; all is the recorded span and the metrics. A sequence has four elements. Every strategy has the interceptor's price,");
        output.WriteLine("every measurement that of a count with as many tags; [Measured] is taken for three of them. Measure your own machine, and give the report with --prices.");
    }

    private static string Cell(Price price) => string.Create(CultureInfo.InvariantCulture, $"{price.Nanoseconds:0.0} ns, {price.Bytes:0} B");
}
