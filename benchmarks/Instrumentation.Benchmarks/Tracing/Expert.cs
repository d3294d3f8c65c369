using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Instrumentation.Benchmarks.Tracing;

/// <summary>
/// Traced by hand as well as one can: nothing but a check when nobody listens, no state machine where the task is completed, no boxing.
/// </summary>
internal sealed class Expert : IService
{
    public const string Name = "Expert";

    private static readonly ActivitySource s_source = new(Name);
    private static readonly object s_true = true;
    private static readonly object s_false = false;
    private static readonly object[] s_numbers = [.. Enumerable.Range(0, 256).Select(static number => (object)number)];

    [MethodImpl(MethodImplOptions.NoInlining)]
    public int Sync(int x) => s_source.HasListeners() ? Traced(Start("Sync"), x, Work.Sync) : Work.Sync(x);

    [MethodImpl(MethodImplOptions.NoInlining)]
    public int Tagged(int id, bool isNew, Color color)
    {
        if (!s_source.HasListeners()) return Work.Sync(id);
        var activity = Start("Tagged");
        if (activity is { IsAllDataRequested: true })
        {
            activity.SetTag("id", (uint)id < (uint)s_numbers.Length ? s_numbers[id] : id);
            activity.SetTag("is.new", isNew ? s_true : s_false);
            activity.SetTag("color", color switch { Color.Red => "Red", Color.Green => "Green", Color.Blue => "Blue", _ => color.ToString() });
        }

        return Traced(activity, id, Work.Sync);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public int Texts(int x, string region, string tier)
    {
        if (!s_source.HasListeners()) return Work.Sync(x);
        var activity = Start("Texts");
        if (activity is { IsAllDataRequested: true }) activity.SetTag("region", region).SetTag("tier", tier);
        return Traced(activity, x, Work.Sync);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public int Fails(int x) => s_source.HasListeners() ? Traced(Start("Fails"), x, Work.Fails) : Work.Fails(x);

    [MethodImpl(MethodImplOptions.NoInlining)]
    public Task Done() => s_source.HasListeners() ? TracedTask("Done", 0, Work.DoneWith) : Work.DoneWith(0);

    [MethodImpl(MethodImplOptions.NoInlining)]
    public Task<int> DoneWith(int x) => s_source.HasListeners() ? TracedTask("DoneWith", x, Work.DoneWith) : Work.DoneWith(x);

    [MethodImpl(MethodImplOptions.NoInlining)]
    public Task<int> Later(int x) => s_source.HasListeners() ? TracedTask("Later", x, Work.Later) : Work.Later(x);

    [MethodImpl(MethodImplOptions.NoInlining)]
    public ValueTask<int> ValueDone(int x) => s_source.HasListeners() ? TracedValue("ValueDone", x, Work.ValueDone) : Work.ValueDone(x);

    [MethodImpl(MethodImplOptions.NoInlining)]
    public ValueTask<int> ValueLater(int x) => s_source.HasListeners() ? TracedValue("ValueLater", x, Work.ValueLater) : Work.ValueLater(x);

    public IAsyncEnumerable<int> Sequence(int x) => s_source.HasListeners() ? TracedSequence(x) : Work.Sequence(x);

    private static int Traced(Activity? activity, int x, Func<int, int> work)
    {
        if (activity is null) return work(x);
        try
        {
            return work(x);
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

    private static Task<int> TracedTask(string method, int x, Func<int, Task<int>> work)
    {
        var outer = Activity.Current;
        var activity = Start(method);
        if (activity is null) return work(x);
        Task<int> task;
        try
        {
            task = work(x);
        }
        catch (Exception exception)
        {
            Fail(activity, exception);
            activity.Dispose();
            throw;
        }

        if (task.IsCompletedSuccessfully)
        {
            activity.Dispose();
            return task;
        }

        Activity.Current = outer;
        return Finish(activity, task);

        static async Task<int> Finish(Activity activity, Task<int> task)
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

    private static ValueTask<int> TracedValue(string method, int x, Func<int, ValueTask<int>> work)
    {
        var outer = Activity.Current;
        var activity = Start(method);
        if (activity is null) return work(x);
        ValueTask<int> task;
        try
        {
            task = work(x);
        }
        catch (Exception exception)
        {
            Fail(activity, exception);
            activity.Dispose();
            throw;
        }

        if (task.IsCompletedSuccessfully)
        {
            activity.Dispose();
            return task;
        }

        Activity.Current = outer;
        return Finish(activity, task);

        static async ValueTask<int> Finish(Activity activity, ValueTask<int> task)
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

    private static async IAsyncEnumerable<int> TracedSequence(int x)
    {
        using var activity = Start("Sequence");
        await foreach (var item in Work.Sequence(x).ConfigureAwait(false)) yield return item;
    }

    private static Activity? Start(string method)
    {
        var activity = s_source.StartActivity(method);
        if (activity is { IsAllDataRequested: true }) activity.SetTag("code.function.name", method);
        return activity;
    }

    private static void Fail(Activity activity, Exception exception)
    {
        activity.SetStatus(ActivityStatusCode.Error);
        if (!activity.IsAllDataRequested) return;
        var type = exception.GetType().FullName;
        activity.SetTag("error.type", type);
        activity.AddEvent(new ActivityEvent("exception", tags: new ActivityTagsCollection { { "exception.type", type } }));
    }
}
