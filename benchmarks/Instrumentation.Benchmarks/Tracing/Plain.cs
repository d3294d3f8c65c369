using System.Runtime.CompilerServices;

namespace Instrumentation.Benchmarks.Tracing;

/// <summary>Not traced: what everything is compared with.</summary>
internal sealed class Plain : IService
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    public int Sync(int x) => Work.Sync(x);

    [MethodImpl(MethodImplOptions.NoInlining)]
    public int Tagged(int id, bool isNew, Color color) => Work.Sync(id);

    [MethodImpl(MethodImplOptions.NoInlining)]
    public int Texts(int x, string region, string tier) => Work.Sync(x);

    [MethodImpl(MethodImplOptions.NoInlining)]
    public int Fails(int x) => Work.Fails(x);

    [MethodImpl(MethodImplOptions.NoInlining)]
    public Task Done() => Work.DoneWith(0);

    [MethodImpl(MethodImplOptions.NoInlining)]
    public Task<int> DoneWith(int x) => Work.DoneWith(x);

    [MethodImpl(MethodImplOptions.NoInlining)]
    public Task<int> Later(int x) => Work.Later(x);

    [MethodImpl(MethodImplOptions.NoInlining)]
    public ValueTask<int> ValueDone(int x) => Work.ValueDone(x);

    [MethodImpl(MethodImplOptions.NoInlining)]
    public ValueTask<int> ValueLater(int x) => Work.ValueLater(x);

    [MethodImpl(MethodImplOptions.NoInlining)]
    public IAsyncEnumerable<int> Sequence(int x) => Work.Sequence(x);
}
