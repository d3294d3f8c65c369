using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Metrics;

/// <summary>What came of one <c>[BusinessMetric]</c>: the metric, or the reasons why there is none.</summary>
internal sealed record ParsedMetric(AttributeData Attribute, BusinessMetric? Metric, IReadOnlyList<MetricProblem> Problems);

/// <summary>A mistake in an annotation: the argument that it is in, and what is wrong.</summary>
internal sealed record MetricProblem(MetricProblemKind Kind, string Argument, string Text, ISymbol? Personal = null)
{
    /// <summary>The element of the argument, where it is a list; <see langword="null"/> for the whole.</summary>
    public int? Element { get; init; }

    /// <summary>Whether nothing can be recorded. A wrong unit is only a wrong word.</summary>
    public bool IsFatal => Kind != MetricProblemKind.Unit;
}

/// <summary>What kind of mistake; each has a rule of its own.</summary>
internal enum MetricProblemKind
{
    Path,
    Type,
    Name,
    Target,
    Unit,
    Settings,

    /// <summary>Personal data would become a label.</summary>
    Personal,
}
