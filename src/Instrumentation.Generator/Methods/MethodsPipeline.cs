using System.Collections.Immutable;
using Instrumentation.Generator.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Instrumentation.Generator.Methods;

/// <summary>Finds the annotated methods of the compilation.</summary>
internal static class MethodsPipeline
{
    /// <summary>All annotated methods that can be expanded, each once, ordered by key.</summary>
    public static IncrementalValueProvider<EquatableArray<AnnotatedMethod>> Create(IncrementalGeneratorInitializationContext context)
    {
        var perAttribute = AttributeNames.Expanding.Select(attribute => WithAttribute(context, attribute)).ToArray();
        return perAttribute[0]
            .Combine(perAttribute[1])
            .Combine(perAttribute[2])
            .Combine(context.CompilationProvider.Select(ByRule))
            .Select(static (lists, _) => Distinct(lists.Left.Left.Left.Concat(lists.Left.Left.Right).Concat(lists.Left.Right).Concat(lists.Right)))
            .WithTrackingName(TrackingNames.Methods_Parse);
    }

    private static IncrementalValueProvider<ImmutableArray<AnnotatedMethod>> WithAttribute(
        IncrementalGeneratorInitializationContext context, string attribute) => context.SyntaxProvider
        .ForAttributeWithMetadataName(attribute, IsMethodOrType, Parse)
        .SelectMany(static (methods, _) => methods)
        .Collect();

    private static bool IsMethodOrType(SyntaxNode node, CancellationToken cancellation) =>
        node is MethodDeclarationSyntax or TypeDeclarationSyntax;

    private static EquatableArray<AnnotatedMethod> Parse(GeneratorAttributeSyntaxContext context, CancellationToken cancellation)
    {
        var compilation = context.SemanticModel.Compilation;
        IEnumerable<IMethodSymbol> methods = context.TargetSymbol switch
        {
            IMethodSymbol method => [MethodShapeParser.Definition(method)],
            INamedTypeSymbol type => type.GetMembers().OfType<IMethodSymbol>().Where(Annotations.IsCoveredByType),
            _ => [],
        };
        return methods.Select(method => AnnotatedMethodParser.Parse(method, compilation)).OfType<AnnotatedMethod>().ToEquatableArray();
    }

    // Without rules this is one look at a list.
    private static EquatableArray<AnnotatedMethod> ByRule(Compilation compilation, CancellationToken cancellation) => AnnotatedNames.Of(compilation)
        .MethodsByRule(cancellation)
        .Select(method => AnnotatedMethodParser.Parse(MethodShapeParser.Definition(method), compilation))
        .OfType<AnnotatedMethod>()
        .ToEquatableArray();

    // A method that has several annotations comes once for each.
    private static EquatableArray<AnnotatedMethod> Distinct(IEnumerable<AnnotatedMethod> methods) => methods
        .GroupBy(static method => method.Expansion.Shape.Key, StringComparer.Ordinal)
        .Select(static group => group.First())
        .OrderBy(static method => method.Expansion.Shape.Key, StringComparer.Ordinal)
        .ToEquatableArray();
}
