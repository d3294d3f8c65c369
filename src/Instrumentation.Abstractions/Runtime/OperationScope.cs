using System.ComponentModel;
using System.Diagnostics;

namespace Instrumentation.Runtime;

/// <summary>
/// One call under way. It is created by <see cref="Operation.Start()"/> and ends with <see cref="Stop()"/>; a call whose result
/// comes later leaves with <see cref="Leave"/> first, and <see cref="Completion"/> sees to it that the caller's current span is the one it had.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct OperationScope
{
    /// <summary>The start of a call that is measured and has a span.</summary>
    internal const long TimedBySpan = -1;

    private readonly Operation _operation;
    private readonly Activity? _activity;
    private readonly Activity? _outer;
    private readonly long _start;
    private string? _errorType;
    private bool _ended;

    internal OperationScope(Operation operation, Activity? activity, Activity? outer, long start)
    {
        _operation = operation;
        _activity = activity;
        _outer = outer;
        _start = start;
    }

    /// <summary>Whether there is a span that takes attributes. Ask before computing them.</summary>
    public readonly bool IsRecording => _activity is { IsAllDataRequested: true };

    /// <summary>Whether neither a span nor a measurement came of it (the sampler said no).</summary>
    public readonly bool IsEmpty => _activity is null && _start == 0;

    /// <summary>Whether there is a span.</summary>
    internal readonly bool HasSpan => _activity is not null;

    /// <summary>Whether an exception that is not a cancellation was noted.</summary>
    public readonly bool HasFailed => _errorType is not null;

    /// <summary>Sets an attribute.</summary>
    public readonly void Tag(string key, string? value) => Set(key, value);

    /// <summary>Sets an attribute.</summary>
    public readonly void Tag(string key, bool? value) => Set(key, Boxes.Of(value));

    /// <summary>Sets an attribute.</summary>
    public readonly void Tag(string key, long? value) => Set(key, Boxes.Of(value));

    /// <summary>Sets an attribute.</summary>
    public readonly void Tag(string key, double? value) => Set(key, value);

    /// <summary>Notes the failure of the call. It is the filter of a <c>catch</c> that never catches.</summary>
    /// <returns>Always <see langword="false"/>.</returns>
    public bool Fail(Exception exception)
    {
        if (_operation.Fail(_activity, exception) is { } errorType) _errorType = errorType;
        return false;
    }

    /// <summary>Notes that what the call returned stands for an error.</summary>
    /// <param name="errorType">The value of <c>error.type</c>.</param>
    public void Fail(string errorType)
    {
        _errorType = errorType;
        if (_activity is null) return;
        _activity.SetStatus(ActivityStatusCode.Error);
        if (_activity.IsAllDataRequested) _activity.SetTag("error.type", errorType);
    }

    /// <summary>Ends the call.</summary>
    public void Stop()
    {
        if (_ended) return;
        _ended = true;
        if (_activity is not null) CurrentSpan.Stop(_activity, _outer);
        if (_start != 0) _operation.Record(Elapsed(), _errorType);
    }

    /// <summary>Ends a call that has failed already. One whose result may still be to come goes on in <see cref="Completion"/>.</summary>
    /// <param name="returned">Whether the method returned.</param>
    public void Leave(bool returned)
    {
        if (!returned) Stop();
    }

    /// <summary>Hands the current span back to the caller, while the call goes on.</summary>
    internal readonly void Depart()
    {
        if (_activity is not null) CurrentSpan.Restore(Activity.Current, _activity, _outer);
    }

    internal readonly bool IsError(Exception exception) => _operation.IsError(exception);

    /// <summary>Makes the span current again, for work that comes in pieces.</summary>
    internal readonly void Resume()
    {
        if (_activity is { IsStopped: false } && !ReferenceEquals(Activity.Current, _activity)) Activity.Current = _activity;
    }

    /// <summary>Ends the call as its task ended.</summary>
    internal void Stop(Task task)
    {
        if (task.IsFaulted) Fail(task.Exception!.InnerException!);
        Stop();
    }

    private readonly void Set(string key, object? value) => _activity?.SetTag(key, value);

    // The span has read the clock already.
    private readonly TimeSpan Elapsed() => _activity?.Duration ?? StopwatchTime.Since(_start);
}
