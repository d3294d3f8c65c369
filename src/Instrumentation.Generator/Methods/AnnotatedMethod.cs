using Instrumentation.Generator.Metrics;
using Instrumentation.Generator.Roslyn;
using Instrumentation.Generator.Tracing;

namespace Instrumentation.Generator.Methods;

/// <summary>The telemetry scope that a method belongs to: the name and version of its assembly's source and meter.</summary>
/// <param name="Name">The name.</param>
/// <param name="Version">The version.</param>
/// <param name="IsOwn">Whether it is this assembly's.</param>
/// <param name="Objectives">Another assembly's latency objectives, in seconds, which are boundaries of its durations.</param>
internal sealed record ScopeName(string Name, string Version, bool IsOwn, EquatableArray<double> Objectives);

/// <summary>What the annotations of a method make of a call of it. A partial method without a body gets its other part; any other one is intercepted.</summary>
/// <param name="Shape">The signature that the call has.</param>
/// <param name="Scope">The scope that the telemetry belongs to.</param>
/// <param name="Span">The span, if it has one.</param>
/// <param name="Measured">Whether duration and calls under way are measured.</param>
/// <param name="Tags">The span's attributes.</param>
/// <param name="Metrics">What else is recorded.</param>
/// <param name="Errors">What of the call is an error.</param>
/// <param name="Partial">How the method is declared, where its other part is to be written.</param>
/// <param name="Guard">The type that the receiver must be of, where the call is one of a method that is only perhaps implemented by the annotated one.</param>
internal sealed record Expansion(
    MethodShape Shape,
    ScopeName Scope,
    Span? Span,
    bool Measured,
    EquatableArray<SpanTag> Tags,
    EquatableArray<BusinessMetric> Metrics,
    ErrorPolicy Errors,
    PartialMethod? Partial = null,
    string? Guard = null)
{
    /// <summary>Whether there is a span or a duration, and not only business metrics.</summary>
    public bool IsOperation => Span is not null || Measured;
}

/// <summary>The service level from the nearest <c>[Objective]</c>; <see cref="double.NaN"/> where nothing is promised.</summary>
internal sealed record Objective(double Availability, double LatencyMs, double Percentile);

/// <summary>An annotated method of this assembly: what happens at a call, and what the catalog says of it.</summary>
/// <param name="Expansion">What happens at a call.</param>
/// <param name="Position">Where it stands.</param>
/// <param name="Owner">Who is called when it fails.</param>
/// <param name="Objective">What it promises.</param>
/// <param name="Implements">The methods that it is reached through, as the manifest tells of them.</param>
internal sealed record AnnotatedMethod(Expansion Expansion, SourcePosition Position, string? Owner, Objective? Objective, EquatableArray<string> Implements);
