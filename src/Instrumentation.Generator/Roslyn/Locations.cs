using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Instrumentation.Generator.Roslyn;

/// <summary>Where diagnostics point to.</summary>
internal static class Locations
{
    /// <summary>Stands for the constructor's argument, whatever its name.</summary>
    public const string FirstArgument = "name";

    /// <summary>By file, then by place: the order does not depend on that in which the code was analyzed.</summary>
    public static readonly IComparer<Location> InOrderOfSource = Comparer<Location>.Create(static (left, right) =>
        string.CompareOrdinal(left.SourceTree?.FilePath, right.SourceTree?.FilePath) is var files and not 0 ? files : left.SourceSpan.CompareTo(right.SourceSpan));

    /// <summary>Where an attribute is written; the symbol where it is not written in source.</summary>
    public static Location Location(this AttributeData attribute, ISymbol fallback) =>
        attribute.ApplicationSyntaxReference is { } reference
            ? reference.SyntaxTree.GetLocation(reference.Span)
            : fallback.Locations.FirstOrDefault() ?? Microsoft.CodeAnalysis.Location.None;

    /// <summary>Where an argument of an attribute is written; the attribute where it is not given.</summary>
    public static Location Location(this AttributeData attribute, string argument, ISymbol fallback) =>
        Written(attribute, argument)?.GetLocation() ?? attribute.Location(fallback);

    /// <summary>Where an element of an argument that is a list is written; the argument where it is not written as one.</summary>
    public static Location Location(this AttributeData attribute, string argument, int element, ISymbol fallback)
    {
        var written = Written(attribute, argument)?.Expression;
        SyntaxNode? place = written switch
        {
            CollectionExpressionSyntax list when element < list.Elements.Count => list.Elements[element],
            ImplicitArrayCreationExpressionSyntax { Initializer: var list } when element < list.Expressions.Count => list.Expressions[element],
            ArrayCreationExpressionSyntax { Initializer: { } list } when element < list.Expressions.Count => list.Expressions[element],
            _ => null,
        };
        return place?.GetLocation() ?? attribute.Location(argument, fallback);
    }

    /// <summary><c>Type.Member</c>, or the name of a parameter.</summary>
    public static string ShortName(this ISymbol symbol) => symbol is IParameterSymbol or ILocalSymbol or ITypeSymbol || symbol.ContainingType is null
        ? symbol.Name
        : $"{symbol.ContainingType.Name}.{symbol.Name}";

    // An argument without a name of its own is the constructor's.
    private static AttributeArgumentSyntax? Written(AttributeData attribute, string argument)
    {
        if (attribute.ApplicationSyntaxReference?.GetSyntax() is not AttributeSyntax { ArgumentList: { } list }) return null;
        return list.Arguments.FirstOrDefault(candidate => candidate.NameEquals?.Name.Identifier.ValueText == argument)
            ?? (argument == FirstArgument ? list.Arguments.FirstOrDefault(static candidate => candidate.NameEquals is null) : null);
    }
}
