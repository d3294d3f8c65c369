namespace Instrumentation.Benchmarks.Tracing;

/// <summary>Takes the results of calls on this very thread.</summary>
internal static class Await
{
    public static void Now(Task task) => task.GetAwaiter().GetResult();

    public static int Now(ValueTask<int> task) => task.GetAwaiter().GetResult();

    public static void Later(Task<int> task)
    {
        Pump.Run();
        task.GetAwaiter().GetResult();
    }

    public static void Later(ValueTask<int> task)
    {
        Pump.Run();
        task.GetAwaiter().GetResult();
    }

    public static async ValueTask<int> Sum(IAsyncEnumerable<int> sequence)
    {
        var sum = 0;
        await foreach (var item in sequence.ConfigureAwait(false)) sum += item;
        return sum;
    }
}
