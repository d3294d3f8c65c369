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
/// <param name="Name">Its name.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="Description">What it measures.</param>
/// <param name="ValueType">The type of its values, in C#.</param>
/// <param name="Buckets">The boundaries of its buckets.</param>
/// <param name="IsBound">Whether its series are bound beforehand.</param>
/// <param name="MaxSeries">How many series it may have; 0 where that is not said.</param>
/// <param name="IsObserved">Whether methods are asked for its values when somebody collects; their calls are then not measured.</param>
internal sealed record Instrument(
    string Name, MetricKind Kind, string? Unit, string? Description, string ValueType, EquatableArray<double> Buckets, bool IsBound = false, int MaxSeries = 0, bool IsObserved = false)
{
    /// <summary>Whether it is a sum: what can be bound, and begin at 0.</summary>
    public bool IsSum => Kind is MetricKind.Counter or MetricKind.UpDownCounter;
}

/// <summary>One measurement a call.</summary>
internal sealed record BusinessMetric(
    Instrument Instrument, PathValue? Value, string? ValuePath, bool IsNegated, EquatableArray<MetricTag> Tags, Moment When, PathValue? Condition, string WhenText)
{
    /// <summary>Every path that the measurement reads.</summary>
    public IEnumerable<PathValue> Paths =>
        new[] { Value, Condition }.OfType<PathValue>().Concat(Tags.Select(static tag => tag.Value));
}

/// <summary>An attribute of a measurement. Where there are <paramref name="Values"/>, it takes no other.</summary>
internal sealed record MetricTag(string Key, PathValue Value, EquatableArray<string> Values);
