using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Instrumentation.Generator.Roslyn;

/// <summary>Where diagnostics point to.</summary>
internal static class Locations
{
    /// <summary>Where an attribute is written; the symbol where it is not written in source.</summary>
    public static Location Location(this AttributeData attribute, ISymbol fallback) =>
        attribute.ApplicationSyntaxReference is { } reference
            ? reference.SyntaxTree.GetLocation(reference.Span)
            : fallback.Locations.FirstOrDefault() ?? Microsoft.CodeAnalysis.Location.None;

    /// <summary>Where an argument of an attribute is written; the attribute where it is not given.</summary>
    public static Location Location(this AttributeData attribute, string argument, ISymbol fallback)
    {
        if (attribute.ApplicationSyntaxReference?.GetSyntax() is not AttributeSyntax { ArgumentList: { } list }) return attribute.Location(fallback);
        var written = list.Arguments.FirstOrDefault(candidate => candidate.NameEquals?.Name.Identifier.ValueText == argument)
            ?? (argument == "name" ? list.Arguments.FirstOrDefault(static candidate => candidate.NameEquals is null) : null);
        return written?.GetLocation() ?? attribute.Location(fallback);
    }

    /// <summary><c>Type.Member</c>, or the name of a parameter.</summary>
    public static string ShortName(this ISymbol symbol) => symbol is IParameterSymbol or ILocalSymbol or ITypeSymbol || symbol.ContainingType is null
        ? symbol.Name
        : $"{symbol.ContainingType.Name}.{symbol.Name}";
}
