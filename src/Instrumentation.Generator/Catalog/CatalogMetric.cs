using Instrumentation.Generator.Methods;
using Instrumentation.Generator.Metrics;

namespace Instrumentation.Generator.Catalog;

/// <summary>A method that records a metric.</summary>
internal sealed record Recorder(AnnotatedMethod Method, string? Value, string When);

/// <summary>A metric as the catalog lists it: once, with all the methods that record it.</summary>
internal sealed record CatalogMetric(
    string Name,
    string Kind,
    string? Unit,
    string? Description,
    string ValueType,
    IReadOnlyList<CatalogTag> Tags,
    IReadOnlyList<double> Buckets,
    IReadOnlyList<Recorder> RecordedBy,
    SeriesEstimate Series)
{
    /// <summary>What <c>MetricLimits.MaxSeries</c> is when nothing is set; a test compares.</summary>
    public const int DefaultMaxSeries = 2000;

    private static readonly string[] s_kinds = ["counter", "upDownCounter", "histogram", "gauge"];

    /// <summary>Whether its series are bound beforehand.</summary>
    public bool IsBound { get; init; }

    /// <summary>How many combinations of its tags are recorded at most, where a tag takes any value.</summary>
    public double? MaxSeries { get; init; }

    public static IEnumerable<CatalogMetric> Of(IReadOnlyList<AnnotatedMethod> methods)
    {
        var business =
            from method in methods
            from metric in method.Expansion.Metrics
            group (method, metric) by InstrumentEmitter.FieldOf(metric.Instrument);
        return business.Select(Business).Concat(Operations(methods)).OrderBy(static metric => metric.Name, StringComparer.Ordinal);
    }

    private static CatalogMetric Business(IEnumerable<(AnnotatedMethod Method, BusinessMetric Metric)> uses)
    {
        var recorded = uses.ToList();
        var instrument = InstrumentEmitter.DistinctOf(recorded.Select(static use => use.Method.Expansion with { Metrics = new([use.Metric]) })).Single();
        var tags = recorded
            .SelectMany(static use => use.Metric.Tags)
            .GroupBy(static tag => tag.Key, StringComparer.Ordinal)
            .OrderBy(static tag => tag.Key, StringComparer.Ordinal)
            .Select(static tag => CatalogTag.Union(tag.Select(CatalogTag.Of)))
            .ToList();
        var series = SeriesEstimate.Of(s_kinds[(int)instrument.Kind], instrument.Buckets.Count, recorded.Select(static use => use.Metric.Tags.Select(CatalogTag.Of).ToList()));
        return new CatalogMetric(
            instrument.Name,
            s_kinds[(int)instrument.Kind],
            instrument.Unit,
            instrument.Description,
            instrument.ValueType == "double" ? "double" : "int64",
            tags,
            [.. instrument.Buckets],
            [.. recorded.Select(static use => new Recorder(use.Method, use.Metric.ValuePath, use.Metric.Instrument.IsObserved ? "observed" : use.Metric.WhenText))],
            series)
        {
            IsBound = instrument.IsBound,
            MaxSeries = series.Total is null && !instrument.IsObserved ? (instrument.MaxSeries > 0 ? instrument.MaxSeries : DefaultMaxSeries) : null,
        };
    }

    // What [Measured] records of every method; the runtime makes these two instruments.
    private static IEnumerable<CatalogMetric> Operations(IReadOnlyList<AnnotatedMethod> methods)
    {
        var measured = methods.Where(static method => method.Expansion.Measured).ToList();
        if (measured.Count == 0) yield break;

        var function = new CatalogTag("code.function.name", "string", [.. measured.Select(static method => method.Expansion.Shape.FunctionName).Distinct()]);
        var recorders = measured.Select(static method => new Recorder(method, null, "always")).ToList();
        yield return new CatalogMetric("operation.active", "upDownCounter", "{operation}", "The number of calls under way.", "int64", [function], [], recorders, SeriesEstimate.Of("upDownCounter", 0, [[function]]));
        var error = new CatalogTag("error.type", "string", null);
        var buckets = DurationBuckets.With(measured.Select(static method => method.Objective?.LatencyMs));
        yield return new CatalogMetric(
            "operation.duration",
            "histogram",
            "s",
            "The duration of a call, until its result is there.",
            "double",
            [function, error],
            buckets,
            recorders,
            SeriesEstimate.Of("histogram", buckets.Count, [[function, error]]));
    }
}

/// <summary>The boundaries of <c>operation.duration</c>, in seconds; the same as <c>InstrumentationScope</c>'s, which a test compares.</summary>
internal static class DurationBuckets
{
    public static readonly double[] Advised = [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10];

    /// <summary>The advised boundaries and those that objectives need, so that a promise can be read off exactly.</summary>
    public static IReadOnlyList<double> With(IEnumerable<double?> objectivesMs) =>
        [.. Advised.Concat(objectivesMs.Where(static ms => ms > 0).Select(static ms => ms!.Value / 1000)).Distinct().OrderBy(static boundary => boundary)];
}
