using System.Diagnostics;
using System.Text.Json;
using Instrumentation.Benchmarks.Measuring;

namespace Instrumentation.Benchmarks.Commands;

/// <summary>Measures parts, each in a process of its own.</summary>
internal static class Processes
{
    /// <summary>The argument with which this program measures one part and writes its rows to the standard output, one a line.</summary>
    public const string Command = "part";

    // The runtime hashes texts with another seed in each process, and how the SDK's tables of series fall out is luck: up to a quarter of a count.
    private const int SeedsOfCounts = 5;

    /// <summary>Measures the parts, and says on the standard error how far it is.</summary>
    /// <exception cref="InvalidOperationException">A process failed.</exception>
    public static IReadOnlyList<Row> Measure(IReadOnlyList<string> parts, int rounds)
    {
        var rows = new List<Row>();
        var total = parts.Sum(static part => Parts.RowsOf(part) * ProcessesOf(part));
        var done = 0;
        foreach (var part in parts)
        {
            var processes = ProcessesOf(part);
            for (var i = 0; i < processes; i++)
            {
                foreach (var row in InAProcess(part, Math.Max(1, rounds / processes)))
                {
                    var known = rows.FindIndex(other => other.Id == row.Id);
                    if (known < 0) rows.Add(row);
                    else rows[known] = rows[known].And(row);
                    Console.Error.WriteLine($"[{++done}/{total}] {row.Id}");
                }
            }
        }

        return rows;
    }

    private static int ProcessesOf(string part) => part == Metrics.MetricRows.On ? SeedsOfCounts : 1;

    private static IEnumerable<Row> InAProcess(string part, int rounds)
    {
        using var process = Start(part, rounds);
        while (process.StandardOutput.ReadLine() is { } line) yield return JsonSerializer.Deserialize<Row>(line)!;
        process.WaitForExit();
        if (process.ExitCode != 0) throw new InvalidOperationException($"Measuring '{part}' ended with exit code {process.ExitCode}.");
    }

    /// <summary>Measures one part here.</summary>
    public static void MeasureHere(string part, int rounds)
    {
        foreach (var row in Parts.Measure(part, new Turns(rounds))) Console.WriteLine(JsonSerializer.Serialize(row));
    }

    private static Process Start(string part, int rounds)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!, [.. Host(), Command, part, rounds.ToString(System.Globalization.CultureInfo.InvariantCulture)]) { RedirectStandardOutput = true };

        // The compiler's second look at a method comes when it has been called often, and not when nothing new has been called for a while:
        // on a busy machine that while never comes.
        start.Environment["DOTNET_TC_CallCountingDelayMs"] = "0";
        return Process.Start(start)!;
    }

    // Started as `dotnet Instrumentation.Benchmarks.dll`, the process is dotnet.
    private static string[] Host() => Path.GetFileNameWithoutExtension(Environment.ProcessPath!) == "dotnet" ? [typeof(Processes).Assembly.Location] : [];
}
