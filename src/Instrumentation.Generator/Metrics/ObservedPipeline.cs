using Instrumentation.Generator.Methods;
using Instrumentation.Generator.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Instrumentation.Generator.Metrics;

/// <summary>Finds the methods that are asked for values when somebody collects. Their calls are none of our business.</summary>
internal static class ObservedPipeline
{
    /// <summary>All of them, ordered by key, each with the metrics that it is asked for and no other.</summary>
    public static IncrementalValueProvider<EquatableArray<AnnotatedMethod>> Create(IncrementalGeneratorInitializationContext context) => context.SyntaxProvider
        .ForAttributeWithMetadataName(AttributeNames.BusinessMetric, static (node, _) => node is MethodDeclarationSyntax, Parse)
        .Where(static method => method is not null)
        .Select(static (method, _) => method!)
        .Gather()
        .Select(static (methods, _) => methods.OrderBy(static method => method.Expansion.Shape.Key, StringComparer.Ordinal).ToEquatableArray())
        .WithTrackingName(TrackingNames.Metrics_Observed);

    private static AnnotatedMethod? Parse(GeneratorAttributeSyntaxContext context, CancellationToken cancellation)
    {
        if (!context.Attributes.Any(ObservedLimits.IsObserved) || context.TargetSymbol is not IMethodSymbol method) return null;

        var compilation = context.SemanticModel.Compilation;
        var shape = MethodShapeParser.Parse(method, compilation);
        var metrics = BusinessMetricParser.Parse(method, shape, compilation)
            .Select(static parsed => parsed.Metric)
            .OfType<BusinessMetric>()
            .Where(static metric => metric.Instrument.IsObserved)
            .ToEquatableArray();
        if (metrics.Count == 0) return null;

        var expansion = AnnotatedMethodParser.Plain(method, compilation) with { Metrics = metrics };
        return new AnnotatedMethod(expansion, SourcePositions.Of(method), Responsibility.OwnerOf(method), null, []);
    }
}
