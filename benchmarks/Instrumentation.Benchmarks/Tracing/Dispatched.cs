using System.Diagnostics;
using System.Reflection;

namespace Instrumentation.Benchmarks.Tracing;

/// <summary>Traced by a proxy of the runtime's own, <see cref="DispatchProxy"/>. Sequences end with the call.</summary>
public class Dispatched : DispatchProxy
{
    internal const string Name = "DispatchProxy";

    private static readonly ActivitySource s_source = new(Name);

    private IService? _inner;

    internal static IService Of(IService inner)
    {
        var proxy = Create<IService, Dispatched>();
        ((Dispatched)(object)proxy)._inner = inner;
        return proxy;
    }

    /// <inheritdoc />
    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        if (!s_source.HasListeners()) return targetMethod!.Invoke(_inner, BindingFlags.DoNotWrapExceptions, null, args, null);
        var activity = s_source.StartActivity(targetMethod!.Name);
        try
        {
            var result = targetMethod.Invoke(_inner, BindingFlags.DoNotWrapExceptions, null, args, null);
            return Proxies.Finish(activity, result);
        }
        catch (Exception exception)
        {
            Proxies.Fail(activity, exception);
            activity?.Dispose();
            throw;
        }
    }
}
