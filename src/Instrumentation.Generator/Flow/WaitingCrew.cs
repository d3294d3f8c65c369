using System.Runtime.ExceptionServices;

namespace Instrumentation.Generator.Flow;

/// <summary>
/// The threads that wait for a result: for an analyzer, whose threads all ask for it at once. The first one makes it; the others do
/// what can be shared of that, and sleep else. No thread is begun, so that it does not matter whether the pool has any left.
/// </summary>
/// <typeparam name="TResult">The result.</typeparam>
/// <param name="make">Makes it.</param>
internal sealed class WaitingCrew<TResult>(Func<FlowCrew, CancellationToken, TResult> make) : FlowCrew
    where TResult : class
{
    private readonly object _gate = new();
    private TResult? _result;
    private bool _isBeingMade;
    private SharedLoop? _loop;

    /// <summary>The result. A request that is cancelled leaves the work to the next one.</summary>
    public TResult Get(CancellationToken cancellation)
    {
        if (Wait() is { } made) return made;
        TResult? result = null;
        try
        {
            return result = make(this, cancellation);
        }
        finally
        {
            lock (_gate)
            {
                (_result, _loop, _isBeingMade) = (result, null, false);
                Monitor.PulseAll(_gate);
            }
        }
    }

    // Until there is a result, or nobody makes it: then whoever asks does.
    private TResult? Wait()
    {
        while (true)
        {
            SharedLoop? loop;
            lock (_gate)
            {
                if (_result is not null) return _result;
                if (!_isBeingMade)
                {
                    _isBeingMade = true;
                    return null;
                }

                loop = _loop;
                if (loop is not { IsOpen: true }) Monitor.Wait(_gate);
            }

            loop?.Help();
        }
    }

    protected override void Share(int count, Action<int> work)
    {
        var loop = new SharedLoop(count, work);
        lock (_gate)
        {
            _loop = loop;
            Monitor.PulseAll(_gate);
        }

        loop.Help();
        loop.Finish();
    }
}

/// <summary>A loop whose rounds any thread may take.</summary>
internal sealed class SharedLoop
{
    private readonly int _count;
    private readonly Action<int> _work;
    private readonly object _gate = new();
    private int _next = -1;
    private int _left;
    private ExceptionDispatchInfo? _failure;

    public SharedLoop(int count, Action<int> work)
    {
        _count = _left = count;
        _work = work;
    }

    /// <summary>Whether there are rounds that nobody has taken.</summary>
    public bool IsOpen => Volatile.Read(ref _next) < _count - 1;

    /// <summary>Takes rounds until none is left.</summary>
    public void Help()
    {
        for (var index = Interlocked.Increment(ref _next); index < _count; index = Interlocked.Increment(ref _next))
        {
            try
            {
                if (_failure is null) _work(index);
            }
            catch (Exception exception)
            {
                _failure = ExceptionDispatchInfo.Capture(exception);
            }

            lock (_gate)
            {
                if (--_left == 0) Monitor.PulseAll(_gate);
            }
        }
    }

    /// <summary>Waits for the rounds of others, and throws what one of them has thrown.</summary>
    public void Finish()
    {
        lock (_gate)
        {
            while (_left > 0) Monitor.Wait(_gate);
        }

        _failure?.Throw();
    }
}
