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
    private readonly object _switching = new();
    private readonly Histogram<double>? _duration;
    private readonly UpDownCounter<long>? _active;
    private readonly string _spanName;
    private readonly ActivityKind _kind;
    private readonly bool _root;
    private readonly Func<Exception, bool>? _expected;
    private readonly KeyValuePair<string, object?> _function;

    private ActivitySource? _span;
    private bool _isSwitchedOff;
    private Type? _asyncTask;

    // Null while the span is switched off, so that the switch costs no check of its own.
    private ActivitySource? _source;

    /// <summary>Describes a method.</summary>
    /// <param name="scope">The scope that its telemetry belongs to.</param>
    /// <param name="function">The value of <c>code.function.name</c>.</param>
    /// <param name="span">The name of its span; <see langword="null"/> where it has none.</param>
    /// <param name="kind">The kind of its span.</param>
    /// <param name="root">Whether its span starts a trace.</param>
    /// <param name="recording">What the span records of exceptions.</param>
    /// <param name="measured">Whether duration and calls under way are measured.</param>
    /// <param name="level">How much detail its span is.</param>
    /// <param name="expected">Which exceptions are no errors; a cancellation never is one.</param>
    public Operation(
        InstrumentationScope scope,
        string function,
        string? span = null,
        ActivityKind kind = ActivityKind.Internal,
        bool root = false,
        ExceptionRecording recording = ExceptionRecording.Type,
        bool measured = false,
        SpanLevel level = SpanLevel.Information,
        Func<Exception, bool>? expected = null)
    {
        _spanName = span ?? "";
        _kind = kind;
        _root = root;
        _expected = expected;
        _function = new("code.function.name", function);
        Recording = recording;
        Level = level;
        if (measured)
        {
            _duration = scope.Duration;
            _active = scope.Active;
        }

        if (span is null) return;
        scope.WithSource(source => Switch(source, _isSwitchedOff));
        SpanSwitches.Add(this);
    }

    /// <summary>Whether a listener wants this operation's span or measurements. Off, the call goes straight through.</summary>
    public bool IsOn
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => (_source is { } source && source.HasListeners() || IsMeasured) && SpanClass.IsUsable;
    }

    /// <summary>The value of <c>code.function.name</c>.</summary>
    internal string Function => (string)_function.Value!;

    internal SpanLevel Level { get; }

    internal ExceptionRecording Recording { get; }

    private bool IsMeasured => _duration is not null && (_duration.Enabled || _active!.Enabled);

    /// <summary>Starts the span, if a listener samples it, and the measurement of one call.</summary>
    public OperationScope Start()
    {
        if (_root || _duration is not null) return Start(default);

        // What was current before has become its parent: asking the runtime again would cost more than all the rest here.
        var activity = StartPlain();
        return new OperationScope(this, activity, activity?.Parent, start: 0);
    }

    /// <summary>As <see cref="Start()"/>, with a parent or links that the call brings along.</summary>
    public OperationScope Start(in SpanOrigin origin)
    {
        var outer = Activity.Current;
        var activity = _source is { } source && source.HasListeners() ? StartActivity(source, origin) : null;
        if (activity is null && _root) Activity.Current = outer;
        if (!IsMeasured) return new OperationScope(this, activity, outer, start: 0);

        // A span reads the clock at its start and at its end, and its duration is the call's.
        _active!.Add(1, _function);
        return new OperationScope(this, activity, outer, activity is null ? Stopwatch.GetTimestamp() : OperationScope.TimedBySpan);
    }

    /// <summary>Starts the span of a call that has nothing but a span, if a listener samples it.</summary>
    public SpanScope StartSpan()
    {
        var before = CurrentSpan.Context;
        return StartPlain() is { } activity ? new SpanScope(this, activity, before, CurrentSpan.Context) : default;
    }

    /// <summary>As <see cref="StartSpan"/>, of a call that returns a task.</summary>
    public SpanScope StartTask()
    {
        var before = CurrentSpan.Context;
        return StartPlain() is { } activity ? new SpanScope(this, activity, before, CurrentSpan.Context) : default;
    }

    /// <summary>As <see cref="StartTask"/>, of a compiled <c>async</c> method, which leaves the context as it found it.</summary>
    public SpanScope StartAsync()
    {
        var before = CurrentSpan.Context;
        return StartPlain() is { } activity ? new SpanScope(this, activity, before, within: null) : default;
    }

    internal void Record(TimeSpan duration, string? errorType)
    {
        _active!.Add(-1, _function);
        if (errorType is null) _duration!.Record(duration.TotalSeconds, _function);
        else _duration!.Record(duration.TotalSeconds, _function, new("error.type", errorType));
    }

    // A cancellation is an answer that somebody asked for, not an error.
    internal bool IsError(Exception exception) => exception is not OperationCanceledException && (_expected is null || !_expected(exception));

    /// <summary>Notes on the span, if there is one, that the call failed.</summary>
    /// <returns>The value of <c>error.type</c>; <see langword="null"/> where the exception is no error.</returns>
    internal string? Fail(Activity? activity, Exception exception)
    {
        if (!IsError(exception)) return null;
        var errorType = exception.GetType().FullName!;
        if (activity is null) return errorType;

        activity.SetStatus(ActivityStatusCode.Error);
        if (activity.IsAllDataRequested)
        {
            activity.SetTag("error.type", errorType);
            RecordedException.Add(activity, exception, errorType, Recording);
        }

        return errorType;
    }

    /// <summary>
    /// Whether an <c>async</c> method has made the task: it is the box of its state machine. A method returns tasks of one kind mostly, whose
    /// type is remembered. A runtime that calls the box by another name gets the same answers, more slowly.
    /// </summary>
    internal bool IsOfAsyncMethod(Task task)
    {
        var type = task.GetType();
        if (ReferenceEquals(type, _asyncTask)) return true;
        if (!type.Name.StartsWith("AsyncStateMachineBox", StringComparison.Ordinal)) return false;
        _asyncTask = type;
        return true;
    }

    /// <summary>Switches the span on or off. Calls under way keep theirs.</summary>
    internal void Switch(bool on) => Switch(_span, !on);

    private void Switch(ActivitySource? span, bool isOff)
    {
        lock (_switching)
        {
            _span ??= span;
            _isSwitchedOff = isOff;
            Volatile.Write(ref _source, isOff ? null : _span);
        }
    }

    private Activity? StartPlain()
    {
        if (SpanSampling.DropsHere) return null;
        var activity = _source?.StartActivity(_spanName, _kind);
        if (activity is { IsAllDataRequested: true }) activity.SetTag(_function.Key, _function.Value);
        return activity;
    }

    private Activity? StartActivity(ActivitySource source, in SpanOrigin origin)
    {
        if (_root) Activity.Current = null;
        else if (origin.IsEmpty) return StartPlain();
        var activity = origin.IsEmpty ? source.StartActivity(_spanName, _kind) : source.StartActivity(_spanName, _kind, _root ? default : origin.ParentContext, tags: null, origin.Links);
        if (activity is { IsAllDataRequested: true }) activity.SetTag(_function.Key, _function.Value);
        return activity;
    }
}
