using System.Runtime.CompilerServices;
using Instrumentation.Benchmarks.Tracing;

namespace Instrumentation.Benchmarks.Metrics;

/// <summary>Methods whose duration is measured: annotated, and the same without.</summary>
internal static class Measured
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static int Plain(int x) => Work.Sync(x);

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static Task<int> PlainTask(int x) => Work.DoneWith(x);

    [Measured, MethodImpl(MethodImplOptions.NoInlining)]
    public static int Sync(int x) => Work.Sync(x);

    [Measured, MethodImpl(MethodImplOptions.NoInlining)]
    public static Task<int> DoneWith(int x) => Work.DoneWith(x);
}
