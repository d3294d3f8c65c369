namespace Instrumentation.Runtime;

/// <summary>An asynchronous sequence each of whose enumerations is a call of its own.</summary>
internal sealed class TracedAsyncSequence<T, TCall>(IAsyncEnumerable<T> sequence, Operation operation, TCall call) : IAsyncEnumerable<T>
    where TCall : struct, ISequenceCall
{
    public IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default) =>
        new TracedAsyncEnumerator<T, TCall>(sequence.GetAsyncEnumerator(cancellationToken), operation, call);
}

/// <summary>One asynchronous enumeration, from the first element asked for to the last, or to its disposal.</summary>
internal sealed class TracedAsyncEnumerator<T, TCall>(IAsyncEnumerator<T> enumerator, Operation operation, TCall call) : IAsyncEnumerator<T>
    where TCall : struct, ISequenceCall
{
    private Enumeration<TCall> _enumeration = new(operation, call);

    public T Current => enumerator.Current;

    public ValueTask<bool> MoveNextAsync()
    {
        var consumer = _enumeration.Resume();
        try
        {
            var next = enumerator.MoveNextAsync();
            if (!next.IsCompletedSuccessfully) return Follow(next);

            var hasNext = next.Result;
            if (!hasNext) _enumeration.End();
            return new ValueTask<bool>(hasNext);
        }
        catch (Exception exception) when (_enumeration.Fail(exception))
        {
            throw;
        }
        finally
        {
            _enumeration.Suspend(consumer);
        }
    }

    // The sequence's own `finally` blocks run here.
    public ValueTask DisposeAsync()
    {
        var consumer = _enumeration.ResumeStarted();
        try
        {
            var disposal = enumerator.DisposeAsync();
            if (!disposal.IsCompletedSuccessfully) return Follow(disposal);

            disposal.GetAwaiter().GetResult();
            _enumeration.End();
            return default;
        }
        catch (Exception exception) when (_enumeration.Fail(exception))
        {
            throw;
        }
        finally
        {
            _enumeration.Suspend(consumer);
        }
    }

    private async ValueTask<bool> Follow(ValueTask<bool> next)
    {
        try
        {
            if (await next.ConfigureAwait(false)) return true;
            _enumeration.End();
            return false;
        }
        catch (Exception exception) when (_enumeration.Fail(exception))
        {
            throw;
        }
    }

    private async ValueTask Follow(ValueTask disposal)
    {
        try
        {
            await disposal.ConfigureAwait(false);
            _enumeration.End();
        }
        catch (Exception exception) when (_enumeration.Fail(exception))
        {
            throw;
        }
    }
}
