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
            .With(perAttribute[1])
            .With(perAttribute[2])
            .With(context.CompilationProvider.Select(ByRule))
            .Select(static (lists, _) => Distinct(lists.Left.Left.Left.Concat(lists.Left.Left.Right).Concat(lists.Left.Right).Concat(lists.Right)))
            .WithTrackingName(TrackingNames.Methods_Parse);
    }

    /// <summary>
    /// Those of them whose other part is generated. An editor needs it at every key, and so nothing else is looked at for it: neither the
    /// other annotated methods nor any attribute of a method that has a body.
    /// </summary>
    public static IncrementalValueProvider<EquatableArray<AnnotatedMethod>> Partials(IncrementalGeneratorInitializationContext context) => context.CompilationProvider
        .Select(static (compilation, cancellation) => Distinct(AnnotatedNames.Bodiless(compilation)
            .Select(declaration => compilation.GetSemanticModel(declaration.SyntaxTree).GetDeclaredSymbol(declaration, cancellation))
            .OfType<IMethodSymbol>()
            .Where(Annotations.IsAnnotated)
            .Select(method => AnnotatedMethodParser.Parse(MethodShapeParser.Definition(method), compilation))
            .OfType<AnnotatedMethod>()
            .Where(static method => method.Expansion.Partial is not null)));

    private static IncrementalValueProvider<EquatableArray<AnnotatedMethod>> WithAttribute(
        IncrementalGeneratorInitializationContext context, string attribute) => context.SyntaxProvider
        .ForAttributeWithMetadataName(attribute, IsMethodOrType, Parse)
        .SelectMany(static (methods, _) => methods)
        .Gather();

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
