using System.Diagnostics;

namespace Instrumentation;

/// <summary>What is known of the sampler before it is asked.</summary>
public static class SpanSampling
{
    /// <summary>
    /// Whether every span whose parent is in this process and not recorded is dropped without asking the sampler, as OpenTelemetry's default
    /// sampler would (<c>parentbased_always_on</c>: a child follows its parent). A call that nobody records then costs a fraction. Off
    /// unless set; <c>Instrumentation.Hosting</c> sets it as soon as it sees that the sampler answers so.
    /// </summary>
    /// <remarks>
    /// It holds for the whole process. Leave it off where a sampler decides by the span's name or attributes, or where a second listener
    /// records what the first one drops.
    /// </remarks>
    public static bool ChildrenFollowParents { get; set; }

    internal static bool DropsHere => ChildrenFollowParents && Activity.Current is { Recorded: false };
}
