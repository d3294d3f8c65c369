using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Instrumentation.Benchmarks.Tracing;

/// <summary>
/// Traced by hand, as OpenTelemetry's documentation of .NET shows it: one recorded exception on failure, and otherwise what the generated code
/// records, the name of the function and the tags.
/// </summary>
internal sealed class Idiomatic : IService
{
    public const string Name = "Idiomatic";

    private static readonly ActivitySource s_source = new(Name);

    [MethodImpl(MethodImplOptions.NoInlining)]
    public int Sync(int x)
    {
        using var activity = Start("Sync");
        try
        {
            return Work.Sync(x);
        }
        catch (Exception exception)
        {
            Fail(activity, exception);
            throw;
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public int Tagged(int id, bool isNew, Color color)
    {
        using var activity = Start("Tagged");
        activity?.SetTag("id", id);
        activity?.SetTag("is.new", isNew);
        activity?.SetTag("color", color.ToString());
        try
        {
            return Work.Sync(id);
        }
        catch (Exception exception)
        {
            Fail(activity, exception);
            throw;
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public int Texts(int x, string region, string tier)
    {
        using var activity = Start("Texts");
        activity?.SetTag("region", region);
        activity?.SetTag("tier", tier);
        try
        {
            return Work.Sync(x);
        }
        catch (Exception exception)
        {
            Fail(activity, exception);
            throw;
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public int Fails(int x)
    {
        using var activity = Start("Fails");
        try
        {
            return Work.Fails(x);
        }
        catch (Exception exception)
        {
            Fail(activity, exception);
            throw;
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public async Task Done()
    {
        using var activity = Start("Done");
        try
        {
            await Work.DoneWith(0).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            Fail(activity, exception);
            throw;
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public async Task<int> DoneWith(int x)
    {
        using var activity = Start("DoneWith");
        try
        {
            return await Work.DoneWith(x).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            Fail(activity, exception);
            throw;
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public async Task<int> Later(int x)
    {
        using var activity = Start("Later");
        try
        {
            return await Work.Later(x).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            Fail(activity, exception);
            throw;
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public async ValueTask<int> ValueDone(int x)
    {
        using var activity = Start("ValueDone");
        try
        {
            return await Work.ValueDone(x).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            Fail(activity, exception);
            throw;
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public async ValueTask<int> ValueLater(int x)
    {
        using var activity = Start("ValueLater");
        try
        {
            return await Work.ValueLater(x).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            Fail(activity, exception);
            throw;
        }
    }

    // C# allows no yield in a try block with a catch: as most people do, failures of the sequence are left to its end.
    public async IAsyncEnumerable<int> Sequence(int x)
    {
        using var activity = Start("Sequence");
        await foreach (var item in Work.Sequence(x).ConfigureAwait(false)) yield return item;
    }

    private static Activity? Start(string method) => s_source.StartActivity(method)?.SetTag("code.function.name", method);

    private static void Fail(Activity? activity, Exception exception)
    {
        activity?.SetStatus(ActivityStatusCode.Error, exception.Message);
        activity?.AddException(exception);
    }
}
