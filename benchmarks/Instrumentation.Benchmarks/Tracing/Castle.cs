using System.Diagnostics;
using Castle.DynamicProxy;

namespace Instrumentation.Benchmarks.Tracing;

/// <summary>Traced by Castle's proxies, which most containers use for interception. Sequences end with the call.</summary>
internal sealed class Castle : IInterceptor
{
    public const string Name = "Castle";

    private static readonly ActivitySource s_source = new(Name);

    public static IService Of(IService inner) => new ProxyGenerator().CreateInterfaceProxyWithTarget(inner, new Castle());

    public void Intercept(IInvocation invocation)
    {
        if (!s_source.HasListeners())
        {
            invocation.Proceed();
            return;
        }

        var activity = s_source.StartActivity(invocation.Method.Name);
        try
        {
            invocation.Proceed();
            invocation.ReturnValue = Proxies.Finish(activity, invocation.ReturnValue);
        }
        catch (Exception exception)
        {
            Proxies.Fail(activity, exception);
            activity?.Dispose();
            throw;
        }
    }
}
