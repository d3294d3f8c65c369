using Instrumentation.Generator.Methods;
using Instrumentation.Generator.Privacy;
using Instrumentation.Generator.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Instrumentation.Generator.Catalog;

/// <summary>Reads what only the catalog tells of: marked data.</summary>
internal static class MarkedDataParser
{
    private static readonly string[] s_kinds =
        ["unspecified", "name", "email", "phone", "address", "birthDate", "identifier", "onlineIdentifier", "location", "financial", "health", "credential", "content"];

    private static readonly string[] s_redactions = ["none", "erase", "hash"];

    public static PersonalDatum Personal(GeneratorAttributeSyntaxContext context, CancellationToken cancellation) =>
        Personal(context.TargetSymbol, context.Attributes[0]);

    /// <summary>The data that is marked by <c>[property: Pii]</c> and <c>[field: Pii]</c>, which <c>ForAttributeWithMetadataName</c> does not find.</summary>
    public static EquatableArray<PersonalDatum> Redirected(Compilation compilation, CancellationToken cancellation) => AnnotatedNames.Redirected(compilation)
        .Select(list => Redirected(list, compilation.GetSemanticModel(list.SyntaxTree), cancellation))
        .OfType<PersonalDatum>()
        .ToEquatableArray();

    private static PersonalDatum? Redirected(AttributeListSyntax list, SemanticModel model, CancellationToken cancellation)
    {
        ISymbol? property = model.GetDeclaredSymbol(list.Parent!, cancellation) switch
        {
            IParameterSymbol parameter => RecordProperty(parameter),
            var declared => declared,
        };
        if (property is null) return null;

        var field = property.ContainingType.GetMembers().OfType<IFieldSymbol>().FirstOrDefault(field => SymbolEqualityComparer.Default.Equals(field.AssociatedSymbol, property));
        var mark = property.GetAttributes().Concat(field?.GetAttributes() ?? [])
            .FirstOrDefault(attribute => attribute.Is(AttributeNames.Pii) && attribute.ApplicationSyntaxReference is { } written && list.Span.Contains(written.Span) && written.SyntaxTree == list.SyntaxTree);
        return mark is null ? null : Personal(property, mark);
    }

    /// <summary>What a review accepts, and why.</summary>
    public static PrivacyReview Reviewed(ISymbol symbol) => new(Describe(symbol), PiiReviews.ReviewOf(symbol)!, SourcePositions.Of(symbol));

    private static PersonalDatum Personal(ISymbol symbol, AttributeData attribute)
    {
        var kind = attribute.Named("PiiKind", attribute.ConstructorArguments.Length > 0 && attribute.ConstructorArguments[0].Value is int given ? given : 0);
        return new PersonalDatum(
            Describe(symbol),
            Pick(s_kinds, kind),
            Pick(s_redactions, attribute.Named("Redaction", 0)),
            SourcePositions.Of(symbol));
    }

    /// <summary>How the catalog names a member, a parameter or a type.</summary>
    public static string Describe(ISymbol symbol) => symbol switch
    {
        INamedTypeSymbol type => type.DottedName(),
        IParameterSymbol parameter when RecordProperty(parameter) is { } property => Describe(property),
        IParameterSymbol { ContainingSymbol: var owner } parameter => $"{Describe(owner)}({parameter.Name})",
        IMethodSymbol { AssociatedSymbol: { } property } => Describe(property),
        IMethodSymbol { MethodKind: MethodKind.Constructor or MethodKind.DelegateInvoke } method => Describe(method.ContainingType),
        IMethodSymbol { MethodKind: MethodKind.AnonymousFunction } lambda => Describe(lambda.ContainingSymbol),
        { ContainingSymbol: IMethodSymbol outer } => $"{Describe(outer)}.{symbol.Name}",
        { ContainingType: { } type } => $"{type.DottedName()}.{symbol.Name}",
        _ => symbol.Name,
    };

    // `record User([Pii] string Email)`: what is marked is the property, too.
    private static IPropertySymbol? RecordProperty(IParameterSymbol parameter) => parameter.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.Constructor, ContainingType.IsRecord: true }
        ? parameter.ContainingType.GetMembers(parameter.Name).OfType<IPropertySymbol>().FirstOrDefault(property => property.Locations.Any(parameter.Locations.Contains))
        : null;

    private static string Pick(string[] names, int value) => value >= 0 && value < names.Length ? names[value] : names[0];
}
