using System.Diagnostics;
using System.Runtime.CompilerServices;
using AspectInjector.Broker;

namespace Instrumentation.Benchmarks.Tracing;

/// <summary>Traced by AspectInjector, which weaves a call of <see cref="SpanAspect"/> around each method after the compiler. Sequences end with the call.</summary>
[WithSpan]
internal sealed class Woven : IService
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

/// <summary>Puts <see cref="SpanAspect"/> around the methods of a type.</summary>
[AttributeUsage(AttributeTargets.Class)]
[Injection(typeof(SpanAspect))]
public sealed class WithSpanAttribute : Attribute;

/// <summary>A span around a method.</summary>
[Aspect(Scope.Global)]
public sealed class SpanAspect
{
    internal const string Name = "AspectInjector";

    private static readonly ActivitySource s_source = new(Name);

    /// <summary>Calls the method within a span.</summary>
    [Advice(Kind.Around, Targets = Target.Method | Target.Public)]
    public object? Around([Argument(Source.Name)] string name, [Argument(Source.Arguments)] object[] arguments, [Argument(Source.Target)] Func<object[], object> target)
    {
        if (!s_source.HasListeners()) return target(arguments);
        var activity = s_source.StartActivity(name);
        try
        {
            return Proxies.Finish(activity, target(arguments));
        }
        catch (Exception exception)
        {
            Proxies.Fail(activity, exception);
            activity?.Dispose();
            throw;
        }
    }
}
