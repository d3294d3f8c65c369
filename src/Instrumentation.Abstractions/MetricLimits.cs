namespace Instrumentation;

/// <summary>How many time series a metric may have whose tags take any value (a text, a number).</summary>
/// <remarks>
/// The first ones are recorded as they are; what comes after them is recorded with <c>other</c> in place of those tags' values, and
/// counted in <c>instrumentation.measurements.folded</c>. The environment variable <c>INSTRUMENTATION_MAX_SERIES</c> holds the limit at
/// the start; <see cref="BusinessMetricAttribute.MaxSeries"/> sets one metric's.
/// </remarks>
public static class MetricLimits
{
    /// <summary>The environment variable that holds the limit at the start.</summary>
    public const string EnvironmentVariable = "INSTRUMENTATION_MAX_SERIES";

    /// <summary>OpenTelemetry's own limit for the attribute sets of a metric.</summary>
    internal const int Default = 2000;

    private static int s_maxSeries = Initial();

    /// <summary>The limit of metrics that have none of their own; 2000 when nothing is set. It holds for metrics that are first recorded afterwards.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is less than 1.</exception>
    public static int MaxSeries
    {
        get => Volatile.Read(ref s_maxSeries);
        set
        {
            if (value < 1) throw new ArgumentOutOfRangeException(nameof(value), value, "A metric has at least one series.");
            Volatile.Write(ref s_maxSeries, value);
        }
    }

    // A typing error in the environment must not keep a program from starting.
    private static int Initial()
    {
        var text = Environment.GetEnvironmentVariable(EnvironmentVariable);
        if (string.IsNullOrWhiteSpace(text)) return Default;
        if (int.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var limit) && limit > 0) return limit;
        System.Diagnostics.Trace.TraceError($"{EnvironmentVariable}: '{text}' is not a number of series; {Default} it is.");
        return Default;
    }
}
