using Instrumentation.Generator.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Instrumentation.Generator.Methods;

/// <summary>How a partial method is declared, so that its other part can be written.</summary>
/// <param name="Head">Its modifiers.</param>
/// <param name="Parameters">Its parameters as declared.</param>
/// <param name="Namespace">The namespace of its type; empty for the global one.</param>
/// <param name="Types">The heads of the types that it stands in, outermost first.</param>
internal sealed record PartialMethod(string Head, string Parameters, string Namespace, EquatableArray<string> Types);

/// <summary>
/// The second way of expansion. The annotation stands on a partial method without a body; the body is a method of the same name with
/// <c>Core</c> behind it. Generated code is what lies between, so that every caller is covered: delegates, reflection, frameworks.
/// </summary>
internal static class PartialMethods
{
    public const string FileSuffix = ".Partial.g.cs";

    /// <summary>Whether the method's calls need no covering, because its body is generated.</summary>
    public static bool CoversItself(IMethodSymbol method) =>
        method.GetAttributes().Any(static attribute => attribute.AttributeClass?.Is("Instrumentation.Runtime", "InstrumentedAttribute") == true)
        || (IsAwaitingBody(method) && BodyOf(method) is not null);

    /// <summary>Whether it is partial and nobody wrote its other part.</summary>
    public static bool IsAwaitingBody(IMethodSymbol method)
    {
        var definition = method.PartialDefinitionPart ?? method;
        return definition.IsPartialDefinition && (definition.PartialImplementationPart is not { } other || IsGenerated(other));
    }

    /// <summary>The method that holds the body: <c>SaveCore</c> for <c>Save</c>, with the same signature.</summary>
    public static IMethodSymbol? BodyOf(IMethodSymbol method) => method.ContainingType.GetMembers(method.Name + "Core").OfType<IMethodSymbol>()
        .FirstOrDefault(candidate => candidate.IsStatic == method.IsStatic
            && candidate.TypeParameters.Length == method.TypeParameters.Length
            && Signature(candidate) == Signature(method));

    public static PartialMethod Declaration(IMethodSymbol method)
    {
        var text = new TypeText(method.TypeParameters);
        var syntax = (MethodDeclarationSyntax)method.DeclaringSyntaxReferences[0].GetSyntax();
        var types = new List<string>();
        for (var type = method.ContainingType; type is not null; type = type.ContainingType) types.Insert(0, Head(type));
        return new PartialMethod(
            string.Join(" ", syntax.Modifiers.Select(static modifier => modifier.Text)),
            string.Join(", ", method.Parameters.Select(parameter => Declared(parameter, method, text))),
            method.ContainingNamespace.IsGlobalNamespace ? "" : method.ContainingNamespace.ToDisplayString(SymbolDisplayFormat.CSharpErrorMessageFormat),
            types.ToEquatableArray());
    }

    private static bool IsGenerated(IMethodSymbol method) =>
        method.Locations.Any(static location => location.SourceTree?.FilePath.EndsWith(FileSuffix, StringComparison.Ordinal) == true);

    private static string Signature(IMethodSymbol method) =>
        $"{method.RefKind} {method.ReturnType.ToDisplayString()}({string.Join(", ", method.Parameters.Select(static parameter => $"{parameter.RefKind} {parameter.Type.ToDisplayString()}"))})";

    private static string Declared(IParameterSymbol parameter, IMethodSymbol method, TypeText text)
    {
        var modifier = parameter.RefKind switch
        {
            RefKind.Ref => "ref ",
            RefKind.Out => "out ",
            RefKind.In => "in ",
            RefKind.RefReadOnlyParameter => "ref readonly ",
            _ => "",
        };
        if (parameter.ScopedKind != ScopedKind.None && parameter.RefKind != RefKind.Out && !parameter.IsParams) modifier = "scoped " + modifier;
        if (parameter.IsParams) modifier = "params ";
        if (parameter.Ordinal == 0 && method.IsExtensionMethod) modifier = "this " + modifier;
        return $"{modifier}{text.Of(parameter.Type)} {MethodShapeParser.Escape(parameter.Name)}";
    }

    private static string Head(INamedTypeSymbol type)
    {
        var keyword = (type.IsRecord, type.TypeKind) switch
        {
            (true, TypeKind.Struct) => "record struct",
            (true, _) => "record",
            (_, TypeKind.Struct) => "struct",
            (_, TypeKind.Interface) => "interface",
            _ => "class",
        };
        var parameters = type.TypeParameters.Length == 0 ? "" : $"<{string.Join(", ", type.TypeParameters.Select(static parameter => MethodShapeParser.Escape(parameter.Name)))}>";
        return $"{(type.IsRefLikeType ? "ref " : "")}partial {keyword} {MethodShapeParser.Escape(type.Name)}{parameters}";
    }
}
