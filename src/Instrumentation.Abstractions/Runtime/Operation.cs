using System.ComponentModel;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Runtime.CompilerServices;

namespace Instrumentation.Runtime;

/// <summary>
/// An annotated method: what its span and its measurements are called, and whether anybody listens. Generated code keeps
/// one in a static field for each method.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class Operation
{
    private ActivitySource? _source;
    private readonly Histogram<double>? _duration;
    private readonly UpDownCounter<long>? _active;
    private readonly string _spanName;
    private readonly ActivityKind _kind;
    private readonly bool _root;
    private readonly KeyValuePair<string, object?> _function;

    /// <summary>Describes a method.</summary>
    /// <param name="scope">The scope that its telemetry belongs to.</param>
    /// <param name="function">The value of <c>code.function.name</c>.</param>
    /// <param name="span">The name of its span; <see langword="null"/> where it has none.</param>
    /// <param name="kind">The kind of its span.</param>
    /// <param name="root">Whether its span starts a trace.</param>
    /// <param name="recording">What the span records of exceptions.</param>
    /// <param name="measured">Whether duration and calls under way are measured.</param>
    public Operation(
        InstrumentationScope scope,
        string function,
        string? span = null,
        ActivityKind kind = ActivityKind.Internal,
        bool root = false,
        ExceptionRecording recording = ExceptionRecording.Type,
        bool measured = false)
    {
        _spanName = span ?? "";
        _kind = kind;
        _root = root;
        _function = new("code.function.name", function);
        Recording = recording;
        if (span is not null) scope.WithSource(source => _source = source);
        if (measured)
        {
            _duration = scope.Duration;
            _active = scope.Active;
        }
    }

    /// <summary>Whether a listener wants this operation's span or measurements. Off, the call goes straight through.</summary>
    public bool IsOn
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => (_source is not null && _source.HasListeners()) || IsMeasured;
    }

    internal ExceptionRecording Recording { get; }

    private bool IsMeasured => _duration is not null && (_duration.Enabled || _active!.Enabled);

    /// <summary>Starts the span, if a listener samples it, and the measurement of one call.</summary>
    public OperationScope Start()
    {
        var outer = Activity.Current;
        var activity = _source is null || !_source.HasListeners() ? null : StartActivity();
        if (!IsMeasured) return new OperationScope(this, activity, outer, start: 0);

        _active!.Add(1, _function);
        return new OperationScope(this, activity, outer, Stopwatch.GetTimestamp());
    }

    internal void Record(TimeSpan duration, string? errorType)
    {
        _active!.Add(-1, _function);
        if (errorType is null) _duration!.Record(duration.TotalSeconds, _function);
        else _duration!.Record(duration.TotalSeconds, _function, new("error.type", errorType));
    }

    private Activity? StartActivity()
    {
        if (_root) Activity.Current = null;
        var activity = _source!.StartActivity(_spanName, _kind);
        if (activity is { IsAllDataRequested: true }) activity.SetTag(_function.Key, _function.Value);
        return activity;
    }
}
