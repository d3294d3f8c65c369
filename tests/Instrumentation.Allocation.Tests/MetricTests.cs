namespace Instrumentation.Allocation.Tests;

/// <summary>Somebody listens to the metrics: a measurement allocates nothing.</summary>
/// <remarks>
/// A number becomes an object when it becomes a tag. There are made ones from 0 to 255, which the tests stay in; a greater number
/// costs 24 bytes, and cannot cost less: a tag's value is an object.
/// </remarks>
public sealed class MetricTests
{
    private static readonly TimeSpan s_duration = TimeSpan.FromMilliseconds(20);

    private static readonly Dictionary<string, Action> s_calls = new()
    {
        ["counter"] = static () => Metered.Counter(true, Level.High, 255, "text"),
        ["histogram"] = static () => Metered.Histogram(true, Level.High, 255, "text"),
        ["duration"] = static () => Metered.Duration(true, s_duration),
        ["gauge"] = static () => Metered.Gauge(true, Level.High, 255, "text"),
        ["up-down counter"] = static () => Metered.UpDownCounter(true, Level.High, 255, "text"),
        ["no tag"] = static () => Allocation.KeptNumber = Metered.Tags0(true, Level.Low, 7, "d", false, Level.High, 200, "h"),
        ["1 tag"] = static () => Allocation.KeptNumber = Metered.Tags1(true, Level.Low, 7, "d", false, Level.High, 200, "h"),
        ["2 tags"] = static () => Allocation.KeptNumber = Metered.Tags2(true, Level.Low, 7, "d", false, Level.High, 200, "h"),
        ["3 tags"] = static () => Allocation.KeptNumber = Metered.Tags3(true, Level.Low, 7, "d", false, Level.High, 200, "h"),
        ["4 tags"] = static () => Allocation.KeptNumber = Metered.Tags4(true, Level.Low, 7, "d", false, Level.High, 200, "h"),
        ["5 tags"] = static () => Allocation.KeptNumber = Metered.Tags5(true, Level.Low, 7, "d", false, Level.High, 200, "h"),
        ["6 tags"] = static () => Allocation.KeptNumber = Metered.Tags6(true, Level.Low, 7, "d", false, Level.High, 200, "h"),
        ["7 tags"] = static () => Allocation.KeptNumber = Metered.Tags7(true, Level.Low, 7, "d", false, Level.High, 200, "h"),
        ["8 tags"] = static () => Allocation.KeptNumber = Metered.Tags8(true, Level.Low, 7, "d", false, Level.High, 200, "h"),
        ["8 tags of a completed Task<T>"] = static () => Allocation.Kept = Metered.TaskOf(true, Level.Low, 7, "d", false, Level.High, 200, "h"),
        ["7 tags of a completed ValueTask<T>"] = static () => Allocation.KeptNumber = Metered.ValueTaskOf(true, Level.Low, 7, "d", false, Level.High, 200, "h").GetAwaiter().GetResult(),
    };

    private static readonly Dictionary<string, Action> s_operations = new()
    {
        ["void"] = static () => Metered.Operation(),
        ["completed Task<T>"] = static () => Allocation.Kept = Metered.OperationOfTask(),
    };

    public static TheoryData<string> Calls => [.. s_calls.Keys];

    public static TheoryData<string> Operations => [.. s_operations.Keys];

    [Theory]
    [MemberData(nameof(Calls))]
    public void ABusinessMetricAllocatesNothing(string call)
    {
        using var listening = Listening.ToMetrics();

        Assert.Equal(0, Allocation.Of(s_calls[call]));
        Assert.Equal(2_000, listening.Count);
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public void DurationAndCallsUnderWayAllocateNothing(string call)
    {
        using var listening = Listening.ToMetrics();

        Assert.Equal(0, Allocation.Of(s_operations[call]));
        Assert.Equal(3 * 2_000, listening.Count);
    }
}
