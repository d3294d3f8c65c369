namespace Instrumentation.Generator.Catalog;

/// <summary>How many time series a metric has in Prometheus.</summary>
/// <param name="Total">All of them; <see langword="null"/> where a tag takes any value.</param>
/// <param name="PerValue">Those for one combination of the tags that take any value, where there are such.</param>
internal readonly record struct SeriesEstimate(double? Total, double? PerValue)
{
    // Prometheus has a series for each bucket, the last one without a bound among them, one for the sum and one for the count.
    private const int BesideBoundaries = 3;

    // The boundaries that OpenTelemetry's SDK takes where none are given.
    private const int DefaultBoundaries = 15;

    /// <param name="kind">The kind of the metric, as the catalog names it.</param>
    /// <param name="boundaries">The number of boundaries of a histogram; 0 where none are given.</param>
    /// <param name="uses">The tags of each method that records it.</param>
    public static SeriesEstimate Of(string kind, int boundaries, IEnumerable<IReadOnlyList<CatalogTag>> uses)
    {
        var times = kind == "histogram" ? (boundaries == 0 ? DefaultBoundaries : boundaries) + BesideBoundaries : 1;

        // Methods with the same tags share their series.
        var sets = uses.GroupBy(static tags => string.Join("\n", tags.Select(static tag => tag.Key).OrderBy(static key => key, StringComparer.Ordinal)), StringComparer.Ordinal)
            .Select(static set => set.SelectMany(static tags => tags).GroupBy(static tag => tag.Key, StringComparer.Ordinal).Select(CatalogTag.Union).ToList())
            .ToList();
        var known = times * sets.Sum(static tags => tags.Aggregate(1.0, static (series, tag) => series * (tag.Count ?? 1)));
        return sets.Any(static tags => tags.Any(static tag => tag.Count is null)) ? new SeriesEstimate(null, known) : new SeriesEstimate(known, null);
    }
}
