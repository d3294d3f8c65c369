using System.Diagnostics;

namespace Instrumentation.Allocation.Tests;

/// <summary>Somebody listens to the spans: they allocate what a span allocates that is written by hand, or less.</summary>
public sealed class SpanTests
{
    private static readonly Dictionary<string, (Action Generated, Action ByHand)> s_calls = new()
    {
        ["4 tags"] = (
            static () => Allocation.KeptNumber = Traced.Generated(true, Level.High, 7, "text"),
            static () => Allocation.KeptNumber = Traced.ByHand(true, Level.High, 7, "text")),
        ["a tag that is a great number"] = (
            static () => Allocation.KeptNumber = Traced.Generated(true, Level.High, 1_000_000, "text"),
            static () => Allocation.KeptNumber = Traced.ByHand(true, Level.High, 1_000_000, "text")),
        ["no tag"] = (
            static () => Allocation.KeptNumber = Traced.GeneratedWithoutTags(7),
            static () => Allocation.KeptNumber = Traced.ByHandWithoutTags(7)),
        ["completed Task<T>"] = (
            static () => Allocation.Kept = Traced.GeneratedTask(true, 7),
            static () => Allocation.Kept = Traced.ByHandTask(true, 7)),
        ["completed ValueTask<T>"] = (
            static () => Allocation.KeptNumber = Traced.GeneratedValueTask(7).GetAwaiter().GetResult(),
            static () => Allocation.KeptNumber = Traced.ByHandValueTask(7).GetAwaiter().GetResult()),
    };

    public static TheoryData<string> Calls => [.. s_calls.Keys];

    [Theory]
    [MemberData(nameof(Calls))]
    public void ASpanThatIsSampledOutAllocatesNothingButTheQuestion(string call)
    {
        using var listening = Listening.ToSpans(ActivitySamplingResult.None);

        // The runtime allocates to ask a sampler, whoever starts the span.
        Assert.Equal(Allocation.Of(static () => Traced.Ask()), Allocation.Of(s_calls[call].Generated));
        Assert.Equal(0, listening.Count);
    }

    [Theory]
    [MemberData(nameof(Calls))]
    public void ASpanThatOnlyPropagatesAllocatesNoMoreThanOneByHand(string call)
    {
        using var listening = Listening.ToSpans(ActivitySamplingResult.PropagationData);

        AssertNoMoreThanByHand(call);
        Assert.Equal(4_000, listening.Count);
    }

    [Theory]
    [MemberData(nameof(Calls))]
    public void ASpanThatIsRecordedAllocatesNoMoreThanOneByHand(string call)
    {
        using var listening = Listening.ToSpans(ActivitySamplingResult.AllDataAndRecorded);

        AssertNoMoreThanByHand(call);
        Assert.Equal(4_000, listening.Count);
    }

    [Theory]
    [MemberData(nameof(Calls))]
    public void ASpanInsideOfAnotherAllocatesNoMoreThanOneByHand(string call)
    {
        using var listening = Listening.ToSpans(ActivitySamplingResult.AllDataAndRecorded);
        using var outer = new Activity("outer").Start();

        AssertNoMoreThanByHand(call);
        Assert.Same(outer, Activity.Current);
    }

    /// <summary>The caller's context is there already; by hand, the runtime makes another in which the caller's span is current.</summary>
    [Theory]
    [InlineData("no tag")]
    [InlineData("4 tags")]
    public void ASpanInsideOfAnotherEndsWithoutAContextOfItsOwn(string call)
    {
        using var listening = Listening.ToSpans(ActivitySamplingResult.AllDataAndRecorded);
        using var outer = new Activity("outer").Start();

        var saved = Allocation.Of(s_calls[call].ByHand) - Allocation.Of(s_calls[call].Generated);

        Assert.True(saved >= 64 * 1_000, $"{saved / 1_000.0} bytes a call less than by hand.");
    }

    private static void AssertNoMoreThanByHand(string call)
    {
        var byHand = Allocation.Of(s_calls[call].ByHand);
        var generated = Allocation.Of(s_calls[call].Generated);

        Assert.True(generated <= byHand, $"{generated / 1_000.0} bytes a call, {byHand / 1_000.0} by hand.");
    }
}
