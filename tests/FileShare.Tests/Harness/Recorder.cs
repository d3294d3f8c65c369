using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace FileShare.Tests.Harness;

/// <summary>A measurement that was made.</summary>
internal sealed record Measurement(string Instrument, double Value, IReadOnlyDictionary<string, object?> Tags);

/// <summary>Listens to everything that the process emits, whatever the source, until it is disposed.</summary>
internal sealed class Recorder : IDisposable
{
    private readonly ActivityListener _spans;
    private readonly MeterListener _metrics = new();
    private readonly ConcurrentQueue<Activity> _ended = new();
    private readonly ConcurrentQueue<Measurement> _measurements = new();

    public Recorder()
    {
        _spans = new ActivityListener
        {
            ShouldListenTo = static _ => true,
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = _ended.Enqueue,
        };
        ActivitySource.AddActivityListener(_spans);

        _metrics.InstrumentPublished = static (instrument, listener) => listener.EnableMeasurementEvents(instrument);
        _metrics.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Add(instrument, value, tags));
        _metrics.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Add(instrument, value, tags));
        _metrics.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Add(instrument, value, tags));
        _metrics.Start();
    }

    /// <summary>The spans that have ended, first to last.</summary>
    public IReadOnlyList<Activity> Spans => [.. _ended];

    public IReadOnlyList<Measurement> Measurements => [.. _measurements];

    /// <summary>The values of one instrument, first to last.</summary>
    public IReadOnlyList<double> Of(string instrument) => [.. Measurements.Where(measurement => measurement.Instrument == instrument).Select(static measurement => measurement.Value)];

    /// <summary>The values that one tag of an instrument took, first to last.</summary>
    public IReadOnlyList<object?> TagOf(string instrument, string tag) =>
        [.. Measurements.Where(measurement => measurement.Instrument == instrument).Select(measurement => measurement.Tags[tag])];

    public void Dispose()
    {
        _spans.Dispose();
        _metrics.Dispose();
    }

    private void Add(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
        _measurements.Enqueue(new Measurement(instrument.Name, value, tags.ToArray().ToDictionary(static tag => tag.Key, static tag => tag.Value)));
}
