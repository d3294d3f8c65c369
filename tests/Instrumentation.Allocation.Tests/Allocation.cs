[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace Instrumentation.Allocation.Tests;

/// <summary>Counts the bytes that calls allocate on this thread.</summary>
internal static class Allocation
{
    private const int Calls = 1_000;

    /// <summary>Keeps results alive, so that the compiler cannot leave a call out.</summary>
    public static object? Kept;

    /// <summary>As <see cref="Kept"/>, for numbers.</summary>
    public static long KeptNumber;

    /// <summary>The bytes of 1,000 calls.</summary>
    public static long Of(Action call)
    {
        // Static fields, dictionaries and the runtime's own caches fill with the first calls.
        for (var i = 0; i < Calls; i++) call();

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < Calls; i++) call();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
