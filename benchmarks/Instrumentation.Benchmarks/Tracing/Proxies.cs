using System.Diagnostics;

namespace Instrumentation.Benchmarks.Tracing;

/// <summary>What the proxies have in common: the span ends when the result is there. They know results as objects only.</summary>
internal static class Proxies
{
    /// <summary>The result, or a task that ends the span when it is completed.</summary>
    public static object? Finish(Activity? activity, object? result)
    {
        if (activity is null) return result;
        switch (result)
        {
            case Task<int> { IsCompletedSuccessfully: false } task:
                Activity.Current = activity.Parent;
                return Later(activity, task);
            case ValueTask<int> { IsCompletedSuccessfully: false } task:
                Activity.Current = activity.Parent;
                return new ValueTask<int>(Later(activity, task.AsTask()));
            default:
                activity.Dispose();
                return result;
        }
    }

    public static void Fail(Activity? activity, Exception exception)
    {
        activity?.SetStatus(ActivityStatusCode.Error);
        activity?.SetTag("error.type", exception.GetType().FullName);
    }

    private static async Task<int> Later(Activity activity, Task<int> task)
    {
        try
        {
            return await task.ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            Fail(activity, exception);
            throw;
        }
        finally
        {
            activity.Dispose();
        }
    }
}
