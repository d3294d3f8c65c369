using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Instrumentation.Annotator;

/// <summary>Finds the methods of a file by syntax alone.</summary>
internal static class MethodFinder
{
    /// <summary>All method declarations that are compiled; local functions and accessors are none.</summary>
    public static IEnumerable<MethodDeclarationSyntax> MethodsOf(SyntaxNode root) =>
        root.DescendantNodes(static node => node is not (StatementSyntax or ExpressionSyntax)).OfType<MethodDeclarationSyntax>();

    /// <summary>Whether the method is annotated already, or asked not to be.</summary>
    public static bool HasAnnotation(MethodDeclarationSyntax method) => method.AttributeLists
        .SelectMany(static list => list.Attributes)
        .Any(static attribute => attribute.Name.ToString().Split('.', ':').Last() is "Traced" or "TracedAttribute" or "NotTraced" or "NotTracedAttribute");

    /// <summary>Whether the method and all types around it say that they are public.</summary>
    public static bool IsPublic(MethodDeclarationSyntax method) =>
        (method.Modifiers.Any(SyntaxKind.PublicKeyword) || (method.Parent is InterfaceDeclarationSyntax && !IsHidden(method.Modifiers)))
        && method.Ancestors().OfType<TypeDeclarationSyntax>().All(static type => type.Identifier.IsKind(SyntaxKind.None) || type.Modifiers.Any(SyntaxKind.PublicKeyword));

    public static bool IsPartial(MethodDeclarationSyntax method) => method.Modifiers.Any(SyntaxKind.PartialKeyword);

    /// <summary>Whether the method only declares what another part does.</summary>
    public static bool HasBody(MethodDeclarationSyntax method) => method.Body is not null || method.ExpressionBody is not null;

    /// <summary>What the parts of one partial method have in common.</summary>
    public static string PartialKey(MethodDeclarationSyntax method)
    {
        var containers = method.Ancestors().Reverse().Select(static node => node switch
        {
            BaseNamespaceDeclarationSyntax space => space.Name.ToString(),
            TypeDeclarationSyntax type => $"{type.Identifier.ValueText}`{type.TypeParameterList?.Parameters.Count ?? 0}",
            _ => null,
        }).OfType<string>();
        var parameters = method.ParameterList.Parameters.Select(static parameter => SimpleType(parameter.Type));
        return $"{string.Join('.', containers)}.{method.Identifier.ValueText}`{method.TypeParameterList?.Parameters.Count ?? 0}({string.Join(',', parameters)})";
    }

    /// <summary>Where an annotation goes: after the attributes, which may be compiled conditionally, and before all else.</summary>
    public static int Place(MethodDeclarationSyntax method) =>
        method.Modifiers.Count > 0 ? method.Modifiers[0].SpanStart : method.ReturnType.SpanStart;

    // One part may say System.String and the other string?: only the number of parameters and the outline of their types count.
    private static string SimpleType(TypeSyntax? type) => type switch
    {
        QualifiedNameSyntax qualified => SimpleType(qualified.Right),
        AliasQualifiedNameSyntax aliased => SimpleType(aliased.Name),
        NullableTypeSyntax nullable => SimpleType(nullable.ElementType),
        GenericNameSyntax generic => $"{generic.Identifier.ValueText}<{string.Join(',', generic.TypeArgumentList.Arguments.Select(SimpleType))}>",
        ArrayTypeSyntax array => $"{SimpleType(array.ElementType)}{string.Concat(array.RankSpecifiers.Select(static rank => $"[{rank.Rank}]"))}",
        null => "",
        _ => type.ToString(),
    };

    private static bool IsHidden(SyntaxTokenList modifiers) =>
        modifiers.Any(SyntaxKind.PrivateKeyword) || modifiers.Any(SyntaxKind.ProtectedKeyword) || modifiers.Any(SyntaxKind.InternalKeyword);
}
