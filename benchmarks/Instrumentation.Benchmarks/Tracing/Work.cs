using System.Runtime.CompilerServices;

namespace Instrumentation.Benchmarks.Tracing;

/// <summary>
/// What each method does. It is small, so that what tracing adds is seen, and never inlined, since a method worth a span is not either.
/// </summary>
internal static class Work
{
    private static readonly Task<int> s_done = Task.FromResult(1);
    private static readonly InvalidOperationException s_failure = new("failed");

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static int Sync(int x) => x + 1;

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static int Fails(int x) => throw s_failure;

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static Task<int> DoneWith(int x) => s_done;

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static async Task<int> Later(int x)
    {
        await Pump.Turn;
        return x;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static ValueTask<int> ValueDone(int x) => new(x);

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static async ValueTask<int> ValueLater(int x)
    {
        await Pump.Turn;
        return x;
    }

    public static async IAsyncEnumerable<int> Sequence(int x)
    {
        await default(ValueTask);
        for (var i = 0; i < 4; i++) yield return x + i;
    }
}
