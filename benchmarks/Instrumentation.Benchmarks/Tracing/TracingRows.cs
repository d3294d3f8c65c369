using Instrumentation.Benchmarks.Measuring;

namespace Instrumentation.Benchmarks.Tracing;

/// <summary>The rows of tracing: each shape while one state lasts, and two threads.</summary>
internal static class TracingRows
{
    private static readonly Shape[] s_onTwoThreads = [Shape.Sync, Shape.DoneWith];

    /// <summary>How many rows a state has.</summary>
    public static int Count => Enum.GetValues<Shape>().Length + s_onTwoThreads.Length;

    /// <summary>Measures them one by one.</summary>
    public static IEnumerable<Row> Measure(Turns turns, string state)
    {
        using var listening = State.Begin(state);
        foreach (var shape in Enum.GetValues<Shape>())
            yield return turns.Measure(state, shape.ToString(), [.. Ways.Of(shape).Select(static way => (Way)way)]);
        foreach (var shape in s_onTwoThreads)
            yield return TwoThreads.Measure(turns, state, shape.ToString(), Ways.Of(shape).Select(static way => (Way)way));
    }
}
