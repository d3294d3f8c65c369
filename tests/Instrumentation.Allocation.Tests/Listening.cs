using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Instrumentation.Allocation.Tests;

/// <summary>Listens to the telemetry of this assembly, without allocating, until it is disposed.</summary>
internal sealed class Listening : IDisposable
{
    /// <summary>The name of this assembly's source and meter.</summary>
    public const string Name = "Instrumentation.Allocation.Tests";

    private readonly ActivityListener? _spans;
    private readonly MeterListener? _metrics;

    private Listening(ActivityListener? spans, MeterListener? metrics)
    {
        _spans = spans;
        _metrics = metrics;
    }

    /// <summary>How many measurements, or spans that ended, there were.</summary>
    public long Count { get; private set; }

    /// <summary>Listens to spans.</summary>
    /// <param name="decision">What the sampler says to each of them.</param>
    public static Listening ToSpans(ActivitySamplingResult decision)
    {
        var spans = new ActivityListener
        {
            ShouldListenTo = static source => source.Name == Name,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => decision,
        };
        var listening = new Listening(spans, metrics: null);
        spans.ActivityStopped = _ => listening.Count++;
        ActivitySource.AddActivityListener(spans);
        return listening;
    }

    /// <summary>Listens to measurements.</summary>
    public static Listening ToMetrics()
    {
        var metrics = new MeterListener
        {
            InstrumentPublished = static (instrument, listener) =>
            {
                if (instrument.Meter.Name == Name) listener.EnableMeasurementEvents(instrument);
            },
        };
        var listening = new Listening(spans: null, metrics);
        metrics.SetMeasurementEventCallback<long>((_, _, _, _) => listening.Count++);
        metrics.SetMeasurementEventCallback<double>((_, _, _, _) => listening.Count++);
        metrics.Start();
        return listening;
    }

    public void Dispose()
    {
        _spans?.Dispose();
        _metrics?.Dispose();
    }
}
