using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Instrumentation.Generator.Flow;

/// <summary>Where the members of a compilation may be named, by the words in its bodies.</summary>
internal sealed class MemberNames(BodyWords words)
{
    /// <summary>The bodies that may call or read the member under its own name; one too many rather than one too few.</summary>
    public IEnumerable<FlowBody> Naming(ISymbol member) => words.With(WordFor(member), body => MayName(body, member));

    /// <summary>What a call of the member may name: itself, and what it overrides or implements.</summary>
    public static IEnumerable<ISymbol> CalledAs(ISymbol member)
    {
        for (ISymbol? current = member; current is not null; current = current switch { IMethodSymbol method => method.OverriddenMethod, IPropertySymbol property => property.OverriddenProperty, _ => null })
        {
            yield return current is IMethodSymbol { PartialDefinitionPart: { } definition } ? definition : current;
        }

        if (member.ContainingType is not { } type) yield break;
        foreach (var declared in type.AllInterfaces.SelectMany(static implemented => implemented.GetMembers()))
        {
            if (declared.Kind == member.Kind && SymbolEqualityComparer.Default.Equals(type.FindImplementationForInterfaceMember(declared)?.OriginalDefinition, member.OriginalDefinition)) yield return declared;
        }
    }

    /// <summary>The word that stands where a member is called or read: its own name, or its type's.</summary>
    public static string WordFor(ISymbol member) => member switch
    {
        IMethodSymbol { MethodKind: MethodKind.Ordinary or MethodKind.LocalFunction or MethodKind.ExplicitInterfaceImplementation } or IFieldSymbol or IEventSymbol or IParameterSymbol or IPropertySymbol { IsIndexer: false } =>
            member.Name.Substring(member.Name.LastIndexOf('.') + 1),
        _ => member.ContainingType?.Name ?? member.Name,
    };

    // A private member is named within its type only, and a parameter or local function within what it belongs to. Of a type that no other
    // file names nobody else has an object, unless something beside it hands one out; what it implements is looked for by its own name.
    private bool MayName(FlowBody body, ISymbol member)
    {
        var outermost = Outermost(member);
        if (SymbolEqualityComparer.Default.Equals(Outermost(body.Owner), outermost)) return true;
        if (member is IParameterSymbol || (member.DeclaredAccessibility == Accessibility.Private && member.CanBeReferencedByName)) return false;
        return member is IMethodSymbol { IsExtensionMethod: true } or { ContainingType.TypeKind: TypeKind.Extension } || outermost?.DeclaringSyntaxReferences is not [{ SyntaxTree: var file }] || body.Node.SyntaxTree == file
            || !words.StandsOnlyIn(file, outermost.Name) || !IsAlone(file);
    }

    private static bool IsAlone(SyntaxTree file) => file.GetRoot() is CompilationUnitSyntax { Members: [BaseNamespaceDeclarationSyntax { Members: [BaseTypeDeclarationSyntax] } or BaseTypeDeclarationSyntax] };

    private static INamedTypeSymbol? Outermost(ISymbol symbol)
    {
        var type = symbol.ContainingType;
        while (type?.ContainingType is { } outer) type = outer;
        return type?.OriginalDefinition;
    }
}
