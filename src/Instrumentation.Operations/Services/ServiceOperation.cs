using Instrumentation.Operations.Catalog;
using Instrumentation.Operations.Objectives;

namespace Instrumentation.Operations.Services;

/// <summary>
/// A measured method. Overloads share one name and so one set of time series: they are one operation, under the strictest of
/// their objectives.
/// </summary>
internal sealed record ServiceOperation(
    string Function,
    string Owner,
    ErrorObjective Errors,
    LatencyObjective Latency,
    IReadOnlyList<CatalogLocation> Locations,
    IReadOnlyList<CatalogSpan> Spans,
    IReadOnlyList<BusinessMetric> BusinessMetrics)
{
    /// <summary>The team of what nobody has claimed.</summary>
    public const string Unowned = "unowned";

    /// <summary>The operations of the catalogs, by name.</summary>
    public static IReadOnlyList<ServiceOperation> Of(IReadOnlyList<CatalogDocument> catalogs, IReadOnlyList<BusinessMetric> metrics) =>
    [
        .. catalogs.SelectMany(static catalog => catalog.Operations)
            .GroupBy(static operation => operation.Function, StringComparer.Ordinal)
            .OrderBy(static overloads => overloads.Key, StringComparer.Ordinal)
            .Select(overloads => new ServiceOperation(
                overloads.Key,
                overloads.Select(static operation => operation.Owner).FirstOrDefault(static owner => !string.IsNullOrWhiteSpace(owner)) ?? Unowned,
                Strictest(overloads.Select(static operation => ErrorObjective.Of(operation.Objective))),
                Strictest(overloads.Select(static operation => LatencyObjective.Of(operation.Objective))),
                [.. overloads.Select(static operation => operation.Location)],
                [.. catalogs.SelectMany(static catalog => catalog.Spans).Where(span => span.Function == overloads.Key)],
                [.. metrics.Where(metric => metric.RecordedBy.Any(recorder => recorder.Function == overloads.Key))])),
    ];

    private static ErrorObjective Strictest(IEnumerable<ErrorObjective> objectives) =>
        objectives.OrderByDescending(static objective => objective.IsPromised).ThenBy(static objective => objective.Threshold).First();

    private static LatencyObjective Strictest(IEnumerable<LatencyObjective> objectives) => objectives
        .OrderByDescending(static objective => objective.IsPromised)
        .ThenBy(static objective => objective.Milliseconds)
        .ThenByDescending(static objective => objective.Percentile)
        .First();
}
