using Instrumentation.Benchmarks.Measuring;
using Instrumentation.Benchmarks.Metrics;
using Instrumentation.Benchmarks.Tracing;

namespace Instrumentation.Benchmarks.Commands;

/// <summary>
/// What is measured, in parts that each have a process of their own: the compiler learns from what has run before, and a program seldom goes
/// from "nobody listens" to "everything is recorded".
/// </summary>
internal static class Parts
{
    /// <summary>Their names, in the order of the report.</summary>
    public static IReadOnlyList<string> All { get; } = [.. State.All, MetricRows.Off, MetricRows.On, MeasuredRows.Off, MeasuredRows.On];

    /// <summary>How many rows a part has.</summary>
    public static int RowsOf(string part) => part switch
    {
        MetricRows.Off => 1,
        MetricRows.On => MetricRows.Count,
        MeasuredRows.Off or MeasuredRows.On => MeasuredRows.Count,
        _ => TracingRows.Count,
    };

    /// <summary>Measures a part in this process.</summary>
    public static IEnumerable<Row> Measure(string part, Turns turns) => part switch
    {
        MetricRows.Off => [MetricRows.MeasureOff(turns)],
        MetricRows.On => MetricRows.Measure(turns),
        MeasuredRows.Off or MeasuredRows.On => MeasuredRows.Measure(turns, part),
        _ => TracingRows.Measure(turns, part),
    };
}
