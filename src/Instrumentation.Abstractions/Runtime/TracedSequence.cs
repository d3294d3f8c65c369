using System.Collections;

namespace Instrumentation.Runtime;

/// <summary>A sequence each of whose enumerations is a call of its own. It is as lazy as the sequence it stands for.</summary>
internal sealed class TracedSequence<T, TCall>(IEnumerable<T> sequence, Operation operation, TCall call) : IEnumerable<T>
    where TCall : struct, ISequenceCall
{
    public IEnumerator<T> GetEnumerator() => new TracedEnumerator<T, TCall>(sequence.GetEnumerator(), operation, call);

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

/// <summary>One enumeration, from the first element asked for to the last, or to its disposal.</summary>
internal sealed class TracedEnumerator<T, TCall>(IEnumerator<T> enumerator, Operation operation, TCall call) : IEnumerator<T>
    where TCall : struct, ISequenceCall
{
    private Enumeration<TCall> _enumeration = new(operation, call);

    public T Current => enumerator.Current;

    object? IEnumerator.Current => ((IEnumerator)enumerator).Current;

    public bool MoveNext()
    {
        var consumer = _enumeration.Resume();
        try
        {
            if (enumerator.MoveNext()) return true;
            _enumeration.End();
            return false;
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

    public void Reset() => enumerator.Reset();

    // The sequence's own `finally` blocks run here.
    public void Dispose()
    {
        var consumer = _enumeration.ResumeStarted();
        try
        {
            enumerator.Dispose();
            _enumeration.End();
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
}
