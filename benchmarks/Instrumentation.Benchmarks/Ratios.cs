using System.Diagnostics;

namespace Instrumentation.Benchmarks;

/// <summary>
/// Compares ways to do one thing where others use the machine too: they take turns, a millisecond each, and what counts is the median of
/// the rounds' ratios to the first. A neighbour that slows one round down slows all of its ways down.
/// </summary>
internal static class Ratios
{
    private const int Rounds = 200;
    private const int Calls = 20_000;

    /// <summary>Prints each way's least time and its ratio.</summary>
    public static void Print(string title, params ReadOnlySpan<(string Name, Action<int> Run)> ways)
    {
        var times = new double[ways.Length][];
        for (var way = 0; way < ways.Length; way++)
        {
            times[way] = new double[Rounds];
            for (var i = 0; i < 30; i++) ways[way].Run(Calls);
        }

        // Compiled for good in the background by now.
        Thread.Sleep(200);
        for (var round = 0; round < Rounds; round++)
        {
            for (var turn = 0; turn < ways.Length; turn++)
            {
                var way = (turn + round) % ways.Length;
                var start = Stopwatch.GetTimestamp();
                ways[way].Run(Calls);
                times[way][round] = Stopwatch.GetElapsedTime(start).TotalNanoseconds / Calls;
            }
        }

        Console.WriteLine($"\n| {title} | ns | ratio |\n|---|---|---|");
        for (var way = 0; way < ways.Length; way++)
            Console.WriteLine($"| {ways[way].Name} | {times[way].Min():0.0} | {Median(times[way].Zip(times[0], static (time, first) => time / first)):0.00} |");
    }

    private static double Median(IEnumerable<double> values) => values.Order().ElementAt(Rounds / 2);
}
