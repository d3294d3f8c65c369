using Instrumentation.Operations.Catalog;

namespace Instrumentation.Operations.Prometheus;

/// <summary>The time series that measured methods share; <c>docs/catalog.md</c> and the conventions fix their names.</summary>
internal static class OperationSeries
{
    private const string DurationInstrument = "operation.duration";
    private const string ActiveInstrument = "operation.active";

    /// <summary>The names of the two instruments.</summary>
    public static IReadOnlyList<string> Names { get; } = [DurationInstrument, ActiveInstrument];

    /// <summary>The histogram of durations; its count is the count of calls.</summary>
    public static SeriesNames Duration { get; } = SeriesNames.Of(DurationInstrument, MetricKind.Histogram, "s");

    /// <summary>The number of calls under way.</summary>
    public static SeriesNames Active { get; } = SeriesNames.Of(ActiveInstrument, MetricKind.UpDownCounter, "{operation}");

    /// <summary>The label that names the method.</summary>
    public static string Function { get; } = SeriesNames.Label("code.function.name");

    /// <summary>The label that only failed calls have.</summary>
    public static string ErrorType { get; } = SeriesNames.Label("error.type");

    /// <summary>The label that names the meter.</summary>
    public const string Meter = "otel_scope_name";
}
