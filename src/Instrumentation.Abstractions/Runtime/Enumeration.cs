using System.Diagnostics;

namespace Instrumentation.Runtime;

/// <summary>
/// One enumeration under way, synchronous or not. Its span is the current one only while the sequence itself runs: between two
/// elements the consumer has the span that it had.
/// </summary>
/// <remarks>
/// Changing the current span makes a new execution context. A consumer that asks for one element after the other comes with the same context
/// each time, and the sequence leaves its own as it was: then the two contexts that are there already change places.
/// </remarks>
internal struct Enumeration<TCall>(Operation operation, TCall call)
    where TCall : struct, ISequenceCall
{
    private TCall _call = call;
    private OperationScope _scope;
    private Consumer _last;
    private ExecutionContext? _within;
    private bool _started;
    private bool _ended;

    /// <summary>Hands over to the sequence: starts the span the first time, makes it current again the next.</summary>
    /// <returns>What the consumer is to get back, for <see cref="Suspend"/>.</returns>
    public Consumer Resume()
    {
        if (_started) return ResumeStarted();
        _started = true;
        var consumer = Consumer.Now(CurrentSpan.Context);
        _scope = operation.Start();
        _call.Started(_scope);
        return Remember(consumer);
    }

    /// <summary>Hands over to a sequence that is under way; one that was never asked for an element gets no span.</summary>
    /// <returns>What the consumer is to get back, for <see cref="Suspend"/>.</returns>
    public Consumer ResumeStarted()
    {
        if (!_started || _ended || !_scope.HasSpan) return default;
        var context = CurrentSpan.Context;
#if NET
        if (context is not null && _within is not null && ReferenceEquals(context, _last.Context))
        {
            ExecutionContext.Restore(_within);
            return _last;
        }
#endif
        var consumer = Consumer.Now(context);
        _scope.Resume();
        return Remember(consumer);
    }

    /// <summary>Hands back to the consumer.</summary>
    public readonly void Suspend(in Consumer consumer)
    {
        if (!consumer.IsThere) return;
#if NET
        if (consumer.Context is not null && ReferenceEquals(CurrentSpan.Context, _within))
        {
            ExecutionContext.Restore(consumer.Context);
            return;
        }
#endif
        if (!ReferenceEquals(Activity.Current, consumer.Span) && consumer.Span is not { IsStopped: true }) Activity.Current = consumer.Span;
    }

    /// <summary>Notes the failure of the enumeration. It is the filter of a <c>catch</c> that never catches.</summary>
    /// <returns>Always <see langword="false"/>.</returns>
    public bool Fail(Exception exception)
    {
        if (!_started || _ended) return false;
        _scope.Fail(exception);
        _call.Failed(_scope, cancelled: !_scope.IsError(exception));
        _ended = true;
        Stop();
        return false;
    }

    /// <summary>Ends the enumeration: the sequence has no more elements, or its consumer wants none.</summary>
    public void End()
    {
        if (!_started || _ended) return;
        _ended = true;
        _call.Succeeded(ref _scope, default);
        Stop();
    }

    private void Stop()
    {
        if (_last is { Context: not null, Span: not null } && ReferenceEquals(CurrentSpan.Context, _within)) CurrentSpan.PutBack(_last.Context);
        _scope.Stop();
    }

    private Consumer Remember(Consumer consumer)
    {
        if (!_scope.HasSpan) return default;
        _within = consumer.Context is null ? null : CurrentSpan.Context;
        return _last = consumer;
    }

    /// <summary>Who asked for the element: its current span, and the context that says so.</summary>
    internal readonly struct Consumer
    {
        private Consumer(Activity? span, ExecutionContext? context)
        {
            Span = span;
            Context = context;
            IsThere = true;
        }

        public Activity? Span { get; }

        public ExecutionContext? Context { get; }

        public bool IsThere { get; }

        public static Consumer Now(ExecutionContext? context) => new(Activity.Current, context);
    }
}
