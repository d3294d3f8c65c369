using Instrumentation.Generator.Metrics;
using Instrumentation.Generator.Roslyn;
using Instrumentation.Generator.Tracing;

namespace Instrumentation.Generator.Methods;

/// <summary>The telemetry scope that a method belongs to: the name and version of its assembly's source and meter.</summary>
internal sealed record ScopeName(string Name, string Version, bool IsOwn);

/// <summary>What the annotations of a method make of a call of it. A partial method without a body gets its other part; any other one is intercepted.</summary>
internal sealed record Expansion(
    MethodShape Shape,
    ScopeName Scope,
    Span? Span,
    bool Measured,
    EquatableArray<SpanTag> Tags,
    EquatableArray<BusinessMetric> Metrics,
    PartialMethod? Partial = null)
{
    /// <summary>Whether there is a span or a duration, and not only business metrics.</summary>
    public bool IsOperation => Span is not null || Measured;
}

/// <summary>The service level from the nearest <c>[Objective]</c>; <see cref="double.NaN"/> where nothing is promised.</summary>
internal sealed record Objective(double Availability, double LatencyMs, double Percentile);

/// <summary>An annotated method of this assembly: what happens at a call, and what the catalog says of it.</summary>
internal sealed record AnnotatedMethod(Expansion Expansion, SourcePosition Position, string? Owner, Objective? Objective);
