namespace Instrumentation.Allocation.Tests;

/// <summary>Somebody listens to the metrics: a measurement allocates nothing.</summary>
/// <remarks>
/// A number becomes an object when it becomes a tag. It is made once for each series: a metric that has as many as it may makes no more.
/// </remarks>
public sealed class MetricTests
{
    private static readonly TimeSpan s_duration = TimeSpan.FromMilliseconds(20);

    private static readonly Dictionary<string, Action> s_calls = new()
    {
        ["counter"] = static () => Metered.Counter(true, Level.High, 255_000, "text"),
        ["histogram"] = static () => Metered.Histogram(true, Level.High, 255_000, "text"),
        ["duration"] = static () => Metered.Duration(true, s_duration),
        ["gauge"] = static () => Metered.Gauge(true, Level.High, 255_000, "text"),
        ["up-down counter"] = static () => Metered.UpDownCounter(true, Level.High, 255_000, "text"),
        ["no tag"] = static () => Allocation.KeptNumber = Metered.Tags0(true, Level.Low, 7_000, "d", false, Level.High, 200_000, "h"),
        ["1 tag"] = static () => Allocation.KeptNumber = Metered.Tags1(true, Level.Low, 7_000, "d", false, Level.High, 200_000, "h"),
        ["2 tags"] = static () => Allocation.KeptNumber = Metered.Tags2(true, Level.Low, 7_000, "d", false, Level.High, 200_000, "h"),
        ["3 tags"] = static () => Allocation.KeptNumber = Metered.Tags3(true, Level.Low, 7_000, "d", false, Level.High, 200_000, "h"),
        ["4 tags"] = static () => Allocation.KeptNumber = Metered.Tags4(true, Level.Low, 7_000, "d", false, Level.High, 200_000, "h"),
        ["5 tags"] = static () => Allocation.KeptNumber = Metered.Tags5(true, Level.Low, 7_000, "d", false, Level.High, 200_000, "h"),
        ["6 tags"] = static () => Allocation.KeptNumber = Metered.Tags6(true, Level.Low, 7_000, "d", false, Level.High, 200_000, "h"),
        ["7 tags"] = static () => Allocation.KeptNumber = Metered.Tags7(true, Level.Low, 7_000, "d", false, Level.High, 200_000, "h"),
        ["8 tags"] = static () => Allocation.KeptNumber = Metered.Tags8(true, Level.Low, 7_000, "d", false, Level.High, 200_000, "h"),
        ["8 tags of a completed Task<T>"] = static () => Allocation.Kept = Metered.TaskOf(true, Level.Low, 7_000, "d", false, Level.High, 200_000, "h"),
        ["7 tags of a completed ValueTask<T>"] = static () => Allocation.KeptNumber = Metered.ValueTaskOf(true, Level.Low, 7_000, "d", false, Level.High, 200_000, "h").GetAwaiter().GetResult(),
    };

    private static readonly Dictionary<string, Action> s_more = new()
    {
        ["8 flags"] = static () => Metered.Flags(true, false, true, false, true, false, true, false),
        ["8 enums"] = static () => Metered.Levels(Level.Low, Level.High, Level.Low, Level.High, Level.Low, (Level)7, Level.Low, Level.High),
        ["8 numbers"] = static () => Metered.Numbers(1, 1_000, 1_000_000, -5, 5, 6, 7, 8),
        ["8 texts"] = static () => Metered.Texts("a", "bb", "ccc", "dddd", "eeeee", "ffffff", "ggggggg", "hhhhhhhh"),
        ["a real number"] = static () => Metered.Real(long.MinValue, 0.1),
        ["beyond the limit"] = static () => Metered.Folded(++s_next),
        ["pre-bound"] = static () => Metered.Bound(true, Level.High, "z", s_duration),
    };

    private static int s_next = 1_000;

    private static readonly Dictionary<string, Action> s_operations = new()
    {
        ["void"] = static () => Metered.Operation(),
        ["completed Task<T>"] = static () => Allocation.Kept = Metered.OperationOfTask(),
    };

    public static TheoryData<string> Calls => [.. s_calls.Keys];

    public static TheoryData<string> More => [.. s_more.Keys];

    public static TheoryData<string> All => [.. s_calls.Keys, .. s_more.Keys, .. s_operations.Keys];

    public static TheoryData<string> Operations => [.. s_operations.Keys];

    [Theory]
    [MemberData(nameof(Calls))]
    public void ABusinessMetricAllocatesNothing(string call)
    {
        using var listening = Listening.ToMetrics();

        Assert.Equal(0, Allocation.Of(s_calls[call]));
        Assert.True(listening.Count is 2_000 or 4 * 2_000, $"{listening.Count} measurements");
    }

    [Theory]
    [MemberData(nameof(More))]
    public void EightTagsOfOneTypeAndOddOnesAllocateNothing(string call)
    {
        using var listening = Listening.ToMetrics();

        Assert.Equal(0, Allocation.Of(s_more[call]));
        Assert.True(call == "pre-bound" || listening.Count == 2_000, $"{listening.Count} measurements");
    }

    [Theory]
    [MemberData(nameof(All))]
    public void OffNothingIsAllocatedEither(string call) =>
        Assert.Equal(0, Allocation.Of(s_calls.GetValueOrDefault(call) ?? s_more.GetValueOrDefault(call) ?? s_operations[call]));

    [Theory]
    [MemberData(nameof(Operations))]
    public void DurationAndCallsUnderWayAllocateNothing(string call)
    {
        using var listening = Listening.ToMetrics();

        Assert.Equal(0, Allocation.Of(s_operations[call]));
        Assert.Equal(3 * 2_000, listening.Count);
    }
}
