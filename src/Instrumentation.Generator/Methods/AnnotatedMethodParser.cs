using Instrumentation.Generator.Metrics;
using Instrumentation.Generator.Roslyn;
using Instrumentation.Generator.Tracing;
using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Methods;

/// <summary>Reads all annotations of a method. This is the last place that sees its symbol.</summary>
internal static class AnnotatedMethodParser
{
    /// <summary>An annotated method of this assembly; <see langword="null"/> where it cannot be expanded (the analyzer says why).</summary>
    public static AnnotatedMethod? Parse(IMethodSymbol method, Compilation compilation)
    {
        if (Expand(method, compilation) is not { } expansion) return null;
        return new AnnotatedMethod(expansion, SourcePositions.Of(method), Responsibility.OwnerOf(method), Responsibility.ObjectiveOf(method));
    }

    /// <summary>What the annotations of a method, here or in a reference, make of a call of it.</summary>
    public static Expansion? Expand(IMethodSymbol method, Compilation compilation)
    {
        if (Annotations.Source(method) is not { } source || MethodLimits.Reason(method, compilation) is not null) return null;

        var body = PartialMethods.IsAwaitingBody(method) ? PartialMethods.BodyOf(method) : null;
        var shape = MethodShapeParser.Parse(method, compilation, body);
        var traced = Annotations.Find(source, AttributeNames.Traced);
        var measured = Annotations.Find(source, AttributeNames.Measured) is not null;
        var metrics = BusinessMetricParser.Parse(source, shape, compilation).Select(static parsed => parsed.Metric).OfType<BusinessMetric>().ToEquatableArray();
        if (traced is null && !measured && metrics.Count == 0) return null;

        var tags = traced is null
            ? default
            : TagParser.Parse(source, shape, compilation).Select(static parsed => parsed.Tag).OfType<SpanTag>().ToEquatableArray();
        // Telemetry is that of the assembly which asks for it, also where an override in another one does the work.
        var scope = ScopeOf(source.ContainingAssembly, compilation);
        return new Expansion(
            shape,
            MethodLimits.Reason(source, compilation) is null ? scope : scope with { IsOwn = false },
            traced is null ? null : SpanParser.Parse(traced, source),
            measured,
            tags,
            metrics,
            body is null ? null : PartialMethods.Declaration(method));
    }

    /// <summary>The name of an assembly's source and meter, and its version.</summary>
    public static ScopeName ScopeOf(IAssemblySymbol assembly, Compilation compilation) => new(
        assembly.GetAttributes().Find(AttributeNames.TelemetryName)?.FirstText() is { } name && !string.IsNullOrWhiteSpace(name) ? name : assembly.Name,
        assembly.Identity.Version.ToString(3),
        SymbolEqualityComparer.Default.Equals(assembly, compilation.Assembly));
}
