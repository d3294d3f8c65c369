using System.Diagnostics;

namespace Instrumentation.Allocation.Tests;

/// <summary>Traced methods, each beside the same one with its span written by hand.</summary>
internal static class Traced
{
    private static readonly ActivitySource s_source = new(Listening.Name);

    /// <summary>Asks the sampler, and does nothing else.</summary>
    public static void Ask() => s_source.StartActivity("work")?.Dispose();

    [Traced("work")]
    public static int Generated([Tag("flag")] bool flag, [Tag("level")] Level level, [Tag("number")] int number, [Tag("text")] string text) => number;

    public static int ByHand(bool flag, Level level, int number, string text)
    {
        using var activity = s_source.StartActivity("work");
        if (activity is { IsAllDataRequested: true })
        {
            activity.SetTag("code.function.name", "Traced.ByHand");
            activity.SetTag("flag", flag);
            activity.SetTag("level", level == Level.High ? "High" : "Low");
            activity.SetTag("number", number);
            activity.SetTag("text", text);
        }

        return number;
    }

    [Traced("work")]
    public static int GeneratedWithoutTags(int number) => number;

    public static int ByHandWithoutTags(int number)
    {
        using var activity = s_source.StartActivity("work");
        if (activity is { IsAllDataRequested: true }) activity.SetTag("code.function.name", "Traced.ByHandWithoutTags");
        return number;
    }

    [Traced("work")]
    public static Task<int> GeneratedTask([Tag("flag")] bool flag, [Tag("number")] int number) => Annotated.Done;

    public static async Task<int> ByHandTask(bool flag, int number)
    {
        using var activity = s_source.StartActivity("work");
        if (activity is { IsAllDataRequested: true })
        {
            activity.SetTag("code.function.name", "Traced.ByHandTask");
            activity.SetTag("flag", flag);
            activity.SetTag("number", number);
        }

        return await Annotated.Done.ConfigureAwait(false);
    }

    [Traced("work")]
    [return: Tag("number")]
    public static ValueTask<int> GeneratedValueTask(int number) => new(number);

    public static async ValueTask<int> ByHandValueTask(int number)
    {
        using var activity = s_source.StartActivity("work");
        if (activity is { IsAllDataRequested: true })
        {
            activity.SetTag("code.function.name", "Traced.ByHandValueTask");
            activity.SetTag("number", number);
        }

        await Annotated.Done.ConfigureAwait(false);
        return number;
    }
}
