using System.ComponentModel;
using System.Diagnostics.Metrics;

namespace Instrumentation.Runtime;

/// <summary>What Instrumentation measures of itself, in the meter <c>Instrumentation</c>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class SelfMetrics
{
    private static readonly Counter<long> s_skipped = InstrumentationScope.For("Instrumentation", null).Counter<long>(
        "instrumentation.measurements.skipped", "{measurement}", "Measurements left out because reading their value threw.");

    private static readonly Counter<long> s_folded = InstrumentationScope.For("Instrumentation", null).Counter<long>(
        "instrumentation.measurements.folded", "{measurement}", "Measurements recorded as 'other' because their metric has as many series as it may.");

    /// <summary>Counts a value that could not be read: its getter threw. The caller never sees the exception.</summary>
    /// <param name="metric">The metric or attribute that the value was for.</param>
    public static void Skipped(string metric) => s_skipped.Add(1, new KeyValuePair<string, object?>("metric", metric));

    /// <summary>Counts a measurement that was recorded as <c>other</c>.</summary>
    /// <param name="metric">The metric.</param>
    internal static void Folded(string metric) => s_folded.Add(1, new KeyValuePair<string, object?>("metric", metric));
}
