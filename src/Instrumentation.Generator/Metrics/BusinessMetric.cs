using Instrumentation.Generator.Paths;
using Instrumentation.Generator.Roslyn;

namespace Instrumentation.Generator.Metrics;

/// <summary>The kinds of instrument; the same names and numbers as <c>Instrumentation.MetricKind</c>.</summary>
internal enum MetricKind
{
    Counter = 0,
    UpDownCounter = 1,
    Histogram = 2,
    Gauge = 3,
}

/// <summary>At which end of the call a measurement is made.</summary>
internal enum Moment
{
    Success,
    Failure,
    Always,

    /// <summary>At success, and only where a condition holds.</summary>
    Condition,
}

/// <summary>An instrument: what two annotations of one name must agree on.</summary>
internal sealed record Instrument(
    string Name, MetricKind Kind, string? Unit, string? Description, string ValueType, EquatableArray<double> Buckets);

/// <summary>One measurement a call.</summary>
internal sealed record BusinessMetric(
    Instrument Instrument, PathValue? Value, string? ValuePath, bool IsNegated, EquatableArray<MetricTag> Tags, Moment When, PathValue? Condition, string WhenText)
{
    /// <summary>Every path that the measurement reads.</summary>
    public IEnumerable<PathValue> Paths =>
        new[] { Value, Condition }.OfType<PathValue>().Concat(Tags.Select(static tag => tag.Value));
}

/// <summary>An attribute of a measurement.</summary>
internal sealed record MetricTag(string Key, PathValue Value);
