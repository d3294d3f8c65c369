namespace Instrumentation.Benchmarks.Tracing;

/// <summary>What is traced: one method for each shape. Every way of tracing does the same work (<see cref="Work"/>).</summary>
public interface IService
{
    /// <summary>Returns at once.</summary>
    int Sync(int x);

    /// <summary>Returns at once; the span has a number, a flag and an enum.</summary>
    int Tagged(int id, bool isNew, Color color);

    /// <summary>Returns at once; the span has two texts.</summary>
    int Texts(int x, string region, string tier);

    /// <summary>Throws.</summary>
    int Fails(int x);

    /// <summary>A task that is completed when it is returned.</summary>
    Task Done();

    /// <summary>A task with a result, completed when it is returned.</summary>
    Task<int> DoneWith(int x);

    /// <summary>A task that is completed later.</summary>
    Task<int> Later(int x);

    /// <summary>A value task that is completed when it is returned.</summary>
    ValueTask<int> ValueDone(int x);

    /// <summary>A value task that is completed later.</summary>
    ValueTask<int> ValueLater(int x);

    /// <summary>A sequence of four numbers that are there at once.</summary>
    IAsyncEnumerable<int> Sequence(int x);
}
