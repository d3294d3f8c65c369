using Instrumentation.Operations.Catalog;
using Instrumentation.Operations.Prometheus;

namespace Instrumentation.Operations.Services;

/// <summary>Something that the program counts for its own sake, as its time series show it.</summary>
/// <param name="Name">The instrument's name.</param>
/// <param name="Series">The names of its time series.</param>
/// <param name="Meters">The meters that it is in.</param>
/// <param name="Kind">The kind of instrument.</param>
/// <param name="Unit">The unit in UCUM.</param>
/// <param name="Description">What it measures, in words.</param>
/// <param name="Labels">The labels whose values are known, so that a graph may be split by them.</param>
/// <param name="RecordedBy">The methods that record it.</param>
internal sealed record BusinessMetric(
    string Name,
    SeriesNames Series,
    IReadOnlyList<string> Meters,
    MetricKind Kind,
    string? Unit,
    string? Description,
    IReadOnlyList<string> Labels,
    IReadOnlyList<CatalogRecorder> RecordedBy)
{
    /// <summary>The business metrics of the catalogs. One that several assemblies record is one metric.</summary>
    public static IReadOnlyList<BusinessMetric> Of(IReadOnlyList<CatalogDocument> catalogs) =>
    [
        .. catalogs.SelectMany(static catalog => catalog.Metrics.Select(metric => (catalog.Source, Metric: metric)))
            .Where(static use => !OperationSeries.Names.Contains(use.Metric.Name))
            .GroupBy(static use => (use.Metric.Name, use.Metric.Kind, use.Metric.Unit))
            .OrderBy(static uses => uses.Key.Name, StringComparer.Ordinal).ThenBy(static uses => uses.Key.Kind).ThenBy(static uses => uses.Key.Unit, StringComparer.Ordinal)
            .Select(static uses => new BusinessMetric(
                uses.Key.Name,
                SeriesNames.Of(uses.Key.Name, uses.Key.Kind, uses.Key.Unit),
                [.. uses.Select(static use => use.Source).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
                uses.Key.Kind,
                uses.Key.Unit,
                uses.Select(static use => use.Metric.Description).FirstOrDefault(static description => description is not null),
                [.. uses.SelectMany(static use => use.Metric.Tags).Where(static tag => tag.Domain.Values is not null).Select(static tag => SeriesNames.Label(tag.Key)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
                [.. uses.SelectMany(static use => use.Metric.RecordedBy)])),
    ];
}
