using System.Diagnostics.Metrics;
using System.Runtime.CompilerServices;
using Instrumentation.Runtime;

namespace Instrumentation.Abstractions.Tests.Runtime;

/// <summary>Each thread counts in cells of its own: none of it may be lost when the thread is.</summary>
public sealed class BoundSeriesTests
{
    [Fact]
    public void WhatThreadsHaveCountedStaysWhenTheyAreGone()
    {
        var scope = InstrumentationScope.For(nameof(WhatThreadsHaveCountedStaysWhenTheyAreGone), version: null);
        var whole = scope.BoundCounter<long>("whole").Series(SeriesTag.Flag("is.new", optional: false));
        var real = scope.BoundCounter<double>("real").Series(SeriesTag.Flag("is.new", optional: false));
        var threads = Count(whole, real);

        // What a thread leaves behind is finalized with it.
        while (threads.Any(static thread => thread.IsAlive))
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        GC.Collect();
        GC.WaitForPendingFinalizers();
        Assert.Equal(["real 10", "real 40", "whole 20000", "whole 80000"], Collect(scope.Meter));
        whole.Add(1, 5L);
        Assert.Equal(["real 10", "real 40", "whole 20000", "whole 80005"], Collect(scope.Meter));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static List<WeakReference> Count(BoundSeries whole, BoundSeries real)
    {
        var threads = new List<WeakReference>();
        for (var i = 0; i < 20; i++)
        {
            var thread = new Thread(() =>
            {
                for (var call = 0; call < 5_000; call++) whole.Add(call % 5 == 0 ? 0 : 1, 1L);
                for (var call = 0; call < 5; call++) real.Add(call == 0 ? 0 : 1, 0.5);
            });
            thread.Start();
            thread.Join();
            threads.Add(new WeakReference(thread));
        }

        return threads;
    }

    private static List<string> Collect(Meter meter)
    {
        var seen = new List<string>();
        using var listener = new MeterListener { InstrumentPublished = (instrument, listening) => { if (instrument.Meter == meter) listening.EnableMeasurementEvents(instrument); } };
        listener.SetMeasurementEventCallback<long>((instrument, value, _, _) => seen.Add($"{instrument.Name} {value}"));
        listener.SetMeasurementEventCallback<double>((instrument, value, _, _) => seen.Add($"{instrument.Name} {value}"));
        listener.Start();
        listener.RecordObservableInstruments();
        seen.Sort(StringComparer.Ordinal);
        return seen;
    }
}
