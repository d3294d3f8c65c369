using System.Runtime.CompilerServices;

namespace Instrumentation.Benchmarks.Tracing;

/// <summary>
/// Lets a method go on later on the same thread. A thread pool would cost a microsecond a turn, in which nanoseconds are not seen, and
/// would allocate on threads of its own.
/// </summary>
internal static class Pump
{
    [ThreadStatic]
    private static Action? t_next;

    /// <summary>Await it to go on in the next <see cref="Run"/>.</summary>
    public static Awaitable Turn => default;

    /// <summary>Runs what waits, and what it makes wait.</summary>
    public static void Run()
    {
        while (t_next is { } next)
        {
            t_next = null;
            next();
        }
    }

    internal readonly struct Awaitable : ICriticalNotifyCompletion
    {
        public bool IsCompleted => false;

        public Awaitable GetAwaiter() => this;

        public void GetResult()
        {
        }

        public void OnCompleted(Action continuation) => t_next = continuation;

        public void UnsafeOnCompleted(Action continuation) => t_next = continuation;
    }
}
