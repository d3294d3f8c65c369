using System.Diagnostics;

namespace Instrumentation.Runtime;

/// <summary>
/// One enumeration under way, synchronous or not. Its span is the current one only while the sequence itself runs: between two
/// elements the consumer has the span that it had.
/// </summary>
internal struct Enumeration<TCall>(Operation operation, TCall call)
    where TCall : struct, ISequenceCall
{
    private TCall _call = call;
    private OperationScope _scope;
    private bool _started;
    private bool _ended;

    /// <summary>Hands over to the sequence: starts the span the first time, makes it current again the next.</summary>
    /// <returns>The consumer's current span, for <see cref="Suspend"/>.</returns>
    public Activity? Resume()
    {
        var consumer = Activity.Current;
        if (_ended) return consumer;
        if (_started)
        {
            _scope.Resume();
        }
        else
        {
            _started = true;
            _scope = operation.Start();
            _call.Started(_scope);
        }

        return consumer;
    }

    /// <summary>Hands over to a sequence that is under way; one that was never asked for an element gets no span.</summary>
    public readonly void ResumeStarted()
    {
        if (_started && !_ended) _scope.Resume();
    }

    /// <summary>Hands back to the consumer.</summary>
    public static void Suspend(Activity? consumer)
    {
        if (!ReferenceEquals(Activity.Current, consumer) && consumer is not { IsStopped: true }) Activity.Current = consumer;
    }

    /// <summary>Notes the failure of the enumeration. It is the filter of a <c>catch</c> that never catches.</summary>
    /// <returns>Always <see langword="false"/>.</returns>
    public bool Fail(Exception exception)
    {
        if (!_started || _ended) return false;
        _scope.Fail(exception);
        _call.Failed(_scope, cancelled: !_scope.IsError(exception));
        _ended = true;
        _scope.Stop();
        return false;
    }

    /// <summary>Ends the enumeration: the sequence has no more elements, or its consumer wants none.</summary>
    public void End()
    {
        if (!_started || _ended) return;
        _ended = true;
        _call.Succeeded(ref _scope, default);
        _scope.Stop();
    }
}
