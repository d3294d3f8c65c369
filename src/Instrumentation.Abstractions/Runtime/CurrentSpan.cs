using System.Diagnostics;

namespace Instrumentation.Runtime;

/// <summary>Hands the current span back when a call ends or is left, whatever the method has made of it.</summary>
internal static class CurrentSpan
{
    /// <summary>
    /// What says which span is current, to be compared with itself later; <see langword="null"/> where it does not flow, and where contexts are
    /// copied and not shared, so that comparing them would tell nothing.
    /// </summary>
#if NET
    public static ExecutionContext? Context => ExecutionContext.Capture();
#else
    public static ExecutionContext? Context => null;
#endif

    /// <summary>
    /// Makes a context the current one that is there already, before a span ends: the span then finds that what was current before it is so, and
    /// makes no other context in which it is.
    /// </summary>
    /// <param name="context">The context; nothing happens without one.</param>
    public static void PutBack(ExecutionContext? context)
    {
#if NET
        if (context is not null) ExecutionContext.Restore(context);
#endif
    }

    /// <summary>Ends a span.</summary>
    /// <param name="activity">The span.</param>
    /// <param name="outer">What was current before it began.</param>
    public static void Stop(Activity activity, Activity? outer)
    {
        var current = Activity.Current;
        activity.Stop();

        // Ending it has made current what was current before, unless it started without a parent.
        if (!ReferenceEquals(current, activity) || !ReferenceEquals(outer, activity.Parent)) Restore(current, activity, outer);
    }

    /// <summary>
    /// What the method itself has made current stays so; in place of our own span comes the one from before. One that has ended meanwhile
    /// cannot become the current one again.
    /// </summary>
    /// <param name="current">What is current when the method returns.</param>
    /// <param name="activity">Our span.</param>
    /// <param name="outer">What was current before it began.</param>
    public static void Restore(Activity? current, Activity activity, Activity? outer)
    {
        var rightful = ReferenceEquals(current, activity) ? outer : current;
        if (!ReferenceEquals(Activity.Current, rightful) && rightful is not { IsStopped: true }) Activity.Current = rightful;
    }
}
