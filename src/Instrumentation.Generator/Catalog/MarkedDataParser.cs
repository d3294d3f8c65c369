using Instrumentation.Generator.Methods;
using Instrumentation.Generator.Roslyn;
using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Catalog;

/// <summary>Reads what only the catalog tells of: marked data.</summary>
internal static class MarkedDataParser
{
    private static readonly string[] s_kinds =
        ["unspecified", "name", "email", "phone", "address", "birthDate", "identifier", "onlineIdentifier", "location", "financial", "health", "credential", "content"];

    private static readonly string[] s_redactions = ["none", "erase", "hash"];

    public static PersonalDatum Personal(GeneratorAttributeSyntaxContext context, CancellationToken cancellation)
    {
        var attribute = context.Attributes[0];
        var kind = attribute.Named("PiiKind", attribute.ConstructorArguments.Length > 0 && attribute.ConstructorArguments[0].Value is int given ? given : 0);
        return new PersonalDatum(
            Describe(context.TargetSymbol),
            Pick(s_kinds, kind),
            Pick(s_redactions, attribute.Named("Redaction", 0)),
            SourcePositions.Of(context.TargetSymbol));
    }

    private static string Describe(ISymbol symbol) => symbol switch
    {
        INamedTypeSymbol type => type.DottedName(),
        IParameterSymbol { ContainingSymbol: IMethodSymbol method } parameter => $"{method.ContainingType.DottedName()}.{(method.MethodKind == MethodKind.Constructor ? "" : method.Name)}({parameter.Name})",
        { ContainingType: { } type } => $"{type.DottedName()}.{symbol.Name}",
        _ => symbol.Name,
    };

    private static string Pick(string[] names, int value) => value >= 0 && value < names.Length ? names[value] : names[0];
}
