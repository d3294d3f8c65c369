using System.Diagnostics;

namespace Instrumentation.Allocation.Tests;

/// <summary>Where children follow their parents, nobody is asked about a child of a span that nobody records.</summary>
public sealed class DroppedParentTests : IDisposable
{
    public DroppedParentTests() => SpanSampling.ChildrenFollowParents = true;

    public void Dispose() => SpanSampling.ChildrenFollowParents = false;

    [Fact]
    public void AChildOfADroppedSpanIsNotAskedForAndAllocatesNothing()
    {
        using var listening = Listening.ToSpans(ActivitySamplingResult.AllDataAndRecorded);
        using var request = new Activity("request").Start();

        Assert.Equal(0, Allocation.Of(static () => Allocation.KeptNumber = Traced.GeneratedWithoutTags(7)));
        Assert.Equal(0, Allocation.Of(static () => Allocation.KeptNumber = Traced.GeneratedValueTask(7).GetAwaiter().GetResult()));
        Assert.Equal(0, listening.Count);
    }

    [Fact]
    public void AChildOfARecordedSpanAndOneWithoutAParentAreAskedFor()
    {
        using var listening = Listening.ToSpans(ActivitySamplingResult.AllDataAndRecorded);

        Traced.GeneratedWithoutTags(7);
        using var request = new Activity("request") { ActivityTraceFlags = ActivityTraceFlags.Recorded };
        request.Start();
        Traced.GeneratedWithoutTags(7);

        Assert.Equal(2, listening.Count);
    }
}
