namespace Instrumentation.Generator.Flow;

/// <summary>The threads that do the parts of a work together.</summary>
internal abstract class FlowCrew
{
    // Less is done sooner than told to others.
    private const int Fewest = 8;

    /// <summary>Does the work for each number below the count, in any order and several at once; what it throws is thrown here.</summary>
    public void For(int count, Action<int> work)
    {
        if (count >= Fewest) Share(count, work);
        else for (var index = 0; index < count; index++) work(index);
    }

    /// <summary>Finds something for each item, in their order.</summary>
    public TResult[] Map<TItem, TResult>(IReadOnlyList<TItem> items, Func<TItem, TResult> find)
    {
        var results = new TResult[items.Count];
        For(results.Length, index => results[index] = find(items[index]));
        return results;
    }

    /// <summary>As <see cref="For"/>, of a number that is worth it.</summary>
    protected abstract void Share(int count, Action<int> work);
}

/// <summary>The threads of the pool: for a generator, which has the machine for itself.</summary>
/// <param name="isConcurrent">Whether the compilation may use them.</param>
/// <param name="cancellation">Ends the work.</param>
internal sealed class PoolCrew(bool isConcurrent, CancellationToken cancellation) : FlowCrew
{
    protected override void Share(int count, Action<int> work)
    {
        if (isConcurrent) Parallel.For(0, count, new ParallelOptions { CancellationToken = cancellation }, work);
        else for (var index = 0; index < count; index++) work(index);
    }
}
