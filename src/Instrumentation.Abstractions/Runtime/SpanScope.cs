using System.ComponentModel;
using System.Diagnostics;

namespace Instrumentation.Runtime;

/// <summary>
/// One call under way that has a span and nothing else: no measurement, no parent or links of its own. What ends it is
/// <see cref="OperationScope.Stop()"/>, in fewer words: as long as the execution context is the one that the span began with, no method has
/// changed the current span, and ending ours restores the caller's. Comparing two contexts costs less than asking for the current span.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct SpanScope
{
    private readonly Operation _operation;
    private readonly Activity? _activity;
    private readonly ExecutionContext? _before;
    private readonly ExecutionContext? _within;

    internal SpanScope(Operation operation, Activity activity, ExecutionContext? before, ExecutionContext? within)
    {
        _operation = operation;
        _activity = activity;
        _before = before;
        _within = within;
    }

    /// <summary>Whether no span came of it (the sampler said no).</summary>
    public bool IsEmpty => _activity is null;

    /// <summary>Whether there is a span that takes attributes. Ask before computing them.</summary>
    public bool IsRecording => _activity is { IsAllDataRequested: true };

    /// <summary>Sets an attribute.</summary>
    public void Tag(string key, string? value) => _activity!.SetTag(key, value);

    /// <summary>Sets an attribute.</summary>
    public void Tag(string key, bool? value) => _activity!.SetTag(key, Boxes.Of(value));

    /// <summary>Sets an attribute.</summary>
    public void Tag(string key, long? value) => _activity!.SetTag(key, Boxes.Of(value));

    /// <summary>Sets an attribute.</summary>
    public void Tag(string key, double? value) => _activity!.SetTag(key, value);

    /// <summary>Notes the failure of the call. It is the filter of a <c>catch</c> that never catches.</summary>
    /// <returns>Always <see langword="false"/>.</returns>
    public bool Fail(Exception exception)
    {
        _operation.Fail(_activity, exception);
        return false;
    }

    /// <summary>Ends the call.</summary>
    public void Stop()
    {
        if (_within is not null && ReferenceEquals(CurrentSpan.Context, _within)) StopUnchanged();
        else CurrentSpan.Stop(_activity!, _activity!.Parent);
    }

    /// <summary>Ends a call that has failed already. One whose result may still be to come goes on in <see cref="Completion"/>.</summary>
    /// <param name="returned">Whether the method returned.</param>
    public void Leave(bool returned)
    {
        if (!returned) Stop();
    }

    /// <summary>Whether an <c>async</c> method has made the task that the call returned: then it has one exception at most.</summary>
    internal bool IsOfAsyncMethod(Task task) => _operation.IsOfAsyncMethod(task);

    /// <summary>What is left to be done when the caller has its current span back.</summary>
    internal Departed Rest => new(_operation, _activity!);

    /// <summary>Ends a call that leaves the context as it found it, as a compiled <c>async</c> method does.</summary>
    internal void StopUnchanged()
    {
        // A span without a parent is left to the runtime: its listeners may have put into the context what is to stay there.
        if (_activity!.Parent is not null) CurrentSpan.PutBack(_before);
        _activity.Stop();
    }

    /// <summary>Hands the current span back to the caller, while the call goes on.</summary>
    internal void Depart()
    {
        if (_within is not null && ReferenceEquals(CurrentSpan.Context, _within)) DepartUnchanged();
        else CurrentSpan.Restore(Activity.Current, _activity!, _activity!.Parent);
    }

    /// <summary>As <see cref="Depart"/>, after a compiled <c>async</c> method.</summary>
    internal void DepartUnchanged()
    {
#if NET
        if (_before is not null)
        {
            ExecutionContext.Restore(_before);
            return;
        }
#endif
        CurrentSpan.Restore(Activity.Current, _activity!, _activity!.Parent);
    }

    /// <summary>A call that goes on without its caller. It is part of what a pending call allocates, and no larger than need be.</summary>
    internal readonly struct Departed(Operation operation, Activity activity)
    {
        /// <summary>Ends the call as its task ended.</summary>
        public void Stop(Task task)
        {
            if (task.IsFaulted) operation.Fail(activity, task.Exception!.InnerException!);
            activity.Stop();
        }
    }
}
