using System.Diagnostics;

namespace Instrumentation.Benchmarks.Measuring;

/// <summary>Measures ways that take turns, a fraction of a millisecond each, in another order each round.</summary>
/// <param name="rounds">How many times each way has its turn.</param>
internal sealed class Turns(int rounds)
{
    private const double NanosecondsOfATurn = 200_000;
    private const int FewestCalls = 64;
    private const int MostCalls = 50_000;
    private const int CallsToCountBytes = 200;
    private const int SteadyPasses = 4;
    private const int MostPasses = 30;
    private const int MillisecondsOfAPass = 110;
    private const int CallsOfAPass = 40;

    /// <summary>Measures them.</summary>
    public Row Measure(string group, string name, params IReadOnlyList<Way> ways)
    {
        Warm(ways);
        var calls = CallsOfATurn(ways);
        var times = ways.Select(_ => new double[rounds]).ToArray();
        for (var round = 0; round < rounds; round++)
        {
            for (var turn = 0; turn < ways.Count; turn++)
            {
                var way = (turn + round) % ways.Count;
                times[way][round] = Math.Round(Time(ways[way], calls), 2);
            }
        }

        return new Row(group, name, [.. ways.Select((way, i) => new Series(way.Name, times[i], BytesOf(way)))]);
    }

    // The compiler's tiers replace a method that was called 30 times and loops that run, in the background and not before a tenth of a second
    // passed without anything new: so until nothing gets faster any more.
    private static void Warm(IReadOnlyList<Way> ways)
    {
        var best = ways.Select(static way => Time(way, FewestCalls)).ToArray();
        for (int steady = 0, pass = 0; steady < SteadyPasses && pass < MostPasses; steady++, pass++)
        {
            Thread.Sleep(MillisecondsOfAPass);
            for (var i = 0; i < ways.Count; i++)
            {
                var way = ways[i];
                var time = Enumerable.Range(0, CallsOfAPass).Min(_ => Time(way, FewestCalls));
                if (time < best[i] * 0.97) steady = -1;
                best[i] = Math.Min(best[i], time);
            }
        }
    }

    private static int CallsOfATurn(IReadOnlyList<Way> ways)
    {
        var fastest = ways.Min(static way => Enumerable.Range(0, 5).Min(_ => Time(way, 1_000)));
        var slowest = ways.Max(static way => Enumerable.Range(0, 5).Min(_ => Time(way, FewestCalls)));

        // The slowest one may take ten times as long as a turn should, and no longer.
        var calls = Math.Min(NanosecondsOfATurn / fastest, NanosecondsOfATurn * 10 / slowest);
        return (int)Math.Clamp(calls, FewestCalls, MostCalls);
    }

    private static double Time(Way way, int calls)
    {
        var start = Stopwatch.GetTimestamp();
        way.Run(calls);
        return Stopwatch.GetElapsedTime(start).TotalNanoseconds / calls;
    }

    private static double BytesOf(Way way) => Enumerable.Range(0, 3).Min(_ =>
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        way.Run(CallsToCountBytes);
        return (GC.GetAllocatedBytesForCurrentThread() - before) / (double)CallsToCountBytes;
    });
}
