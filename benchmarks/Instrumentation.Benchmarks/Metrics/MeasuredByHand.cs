using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Runtime.CompilerServices;
using Instrumentation.Benchmarks.Tracing;

namespace Instrumentation.Benchmarks.Metrics;

/// <summary>The same measurements by hand: the calls under way and the duration, with the error's type where there is one.</summary>
internal static class MeasuredByHand
{
    private static readonly Meter s_meter = new(HandWritten.Name);
    private static readonly UpDownCounter<long> s_active = s_meter.CreateUpDownCounter<long>("by.hand.active", "{operation}");

    private static readonly Histogram<double> s_duration = s_meter.CreateHistogram(
        "by.hand.duration",
        "s",
        advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10] });

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static int Sync(int x)
    {
        KeyValuePair<string, object?> function = new("code.function.name", "Instrumentation.Benchmarks.Metrics.ByHand.Sync");
        s_active.Add(1, function);
        var start = Stopwatch.GetTimestamp();
        string? error = null;
        try
        {
            return Work.Sync(x);
        }
        catch (Exception exception)
        {
            error = exception.GetType().FullName;
            throw;
        }
        finally
        {
            Finish(start, function, error);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static async Task<int> DoneWith(int x)
    {
        KeyValuePair<string, object?> function = new("code.function.name", "Instrumentation.Benchmarks.Metrics.ByHand.DoneWith");
        s_active.Add(1, function);
        var start = Stopwatch.GetTimestamp();
        string? error = null;
        try
        {
            return await Work.DoneWith(x).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            error = exception.GetType().FullName;
            throw;
        }
        finally
        {
            Finish(start, function, error);
        }
    }

    private static void Finish(long start, KeyValuePair<string, object?> function, string? error)
    {
        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        if (error is null) s_duration.Record(seconds, function);
        else s_duration.Record(seconds, function, new KeyValuePair<string, object?>("error.type", error));
        s_active.Add(-1, function);
    }
}
