using System.Runtime.CompilerServices;

namespace Instrumentation.Benchmarks.Tracing;

/// <summary>Traced by annotations: <see cref="Plain"/>, annotated.</summary>
internal sealed class Generated : IService
{
    [Traced]
    [MethodImpl(MethodImplOptions.NoInlining)]
    public int Sync(int x) => Work.Sync(x);

    [Traced]
    [MethodImpl(MethodImplOptions.NoInlining)]
    public int Tagged([Tag] int id, [Tag("is.new")] bool isNew, [Tag] Color color) => Work.Sync(id);

    [Traced]
    [MethodImpl(MethodImplOptions.NoInlining)]
    public int Texts(int x, [Tag] string region, [Tag] string tier) => Work.Sync(x);

    [Traced]
    [MethodImpl(MethodImplOptions.NoInlining)]
    public int Fails(int x) => Work.Fails(x);

    [Traced]
    [MethodImpl(MethodImplOptions.NoInlining)]
    public Task Done() => Work.DoneWith(0);

    [Traced]
    [MethodImpl(MethodImplOptions.NoInlining)]
    public Task<int> DoneWith(int x) => Work.DoneWith(x);

    [Traced]
    [MethodImpl(MethodImplOptions.NoInlining)]
    public Task<int> Later(int x) => Work.Later(x);

    [Traced]
    [MethodImpl(MethodImplOptions.NoInlining)]
    public ValueTask<int> ValueDone(int x) => Work.ValueDone(x);

    [Traced]
    [MethodImpl(MethodImplOptions.NoInlining)]
    public ValueTask<int> ValueLater(int x) => Work.ValueLater(x);

    [Traced]
    [MethodImpl(MethodImplOptions.NoInlining)]
    public IAsyncEnumerable<int> Sequence(int x) => Work.Sequence(x);
}
