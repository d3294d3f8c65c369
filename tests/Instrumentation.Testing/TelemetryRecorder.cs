using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Instrumentation.Testing;

/// <summary>A measurement that was made.</summary>
public sealed record RecordedMeasurement(string Instrument, string? Unit, double Value, IReadOnlyDictionary<string, object?> Tags);

/// <summary>Listens to one program's spans and measurements until it is disposed.</summary>
public sealed class TelemetryRecorder : IDisposable
{
    private readonly ActivityListener _spans;
    private readonly MeterListener _metrics;
    private readonly ConcurrentQueue<Activity> _ended = new();
    private readonly ConcurrentQueue<RecordedMeasurement> _measurements = new();
    private readonly ConcurrentQueue<string> _skipped = new();
    private readonly ConcurrentQueue<string> _folded = new();

    /// <summary>Listens.</summary>
    /// <param name="source">The name of the source and the meter.</param>
    /// <param name="spans">What the sampler decides; <see langword="null"/>: nobody listens to spans.</param>
    /// <param name="metrics">Whether somebody listens to measurements.</param>
    public TelemetryRecorder(string source, ActivitySamplingResult? spans = ActivitySamplingResult.AllDataAndRecorded, bool metrics = true)
    {
        _spans = new ActivityListener
        {
            ShouldListenTo = candidate => spans is not null && candidate.Name == source,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => spans ?? ActivitySamplingResult.None,
            ActivityStopped = _ended.Enqueue,
        };
        ActivitySource.AddActivityListener(_spans);

        _metrics = new MeterListener();
        _metrics.InstrumentPublished = (instrument, listener) =>
        {
            if (metrics && (instrument.Meter.Name == source || instrument.Meter.Name == "Instrumentation")) listener.EnableMeasurementEvents(instrument);
        };
        _metrics.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Note(instrument, value, tags));
        _metrics.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Add(instrument, value, tags));
        _metrics.Start();
    }

    /// <summary>The spans that have ended, first to last.</summary>
    public IReadOnlyList<Activity> Spans => [.. _ended];

    /// <summary>The one span that has ended.</summary>
    public Activity Span => Spans.Single();

    /// <summary>The measurements, first to last.</summary>
    public IReadOnlyList<RecordedMeasurement> Measurements => [.. _measurements];

    /// <summary>
    /// What was left out because its getter threw, in all programs of the process: they share the meter. Ask for names that only one of
    /// them has.
    /// </summary>
    public IReadOnlyList<string> Skipped => [.. _skipped];

    /// <summary>What was recorded as <c>other</c>; as for <see cref="Skipped"/>.</summary>
    public IReadOnlyList<string> Folded => [.. _folded];

    /// <summary>Asks for what is only measured when somebody asks.</summary>
    public void Collect() => _metrics.RecordObservableInstruments();

    /// <summary>The measurements of one instrument.</summary>
    public IReadOnlyList<RecordedMeasurement> Of(string instrument) => [.. Measurements.Where(measurement => measurement.Instrument == instrument)];

    /// <inheritdoc />
    public void Dispose()
    {
        _spans.Dispose();
        _metrics.Dispose();
    }

    private void Note(Instrument instrument, long value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        if (instrument is { Meter.Name: "Instrumentation", Name: "instrumentation.measurements.skipped" }) _skipped.Enqueue((string)tags[0].Value!);
        else if (instrument is { Meter.Name: "Instrumentation", Name: "instrumentation.measurements.folded" }) _folded.Enqueue((string)tags[0].Value!);
        else Add(instrument, value, tags);
    }

    private void Add(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
        _measurements.Enqueue(new RecordedMeasurement(instrument.Name, instrument.Unit, value, tags.ToArray().ToDictionary(static tag => tag.Key, static tag => tag.Value)));
}
