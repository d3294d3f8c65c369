using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Instrumentation.Generator.Flow;

/// <summary>What the members of a type may name without an object.</summary>
/// <param name="State">Fields, properties, events and captured parameters, and types with static ones of their own.</param>
/// <param name="Properties">The properties, which may be made of any of them.</param>
/// <param name="Methods">The methods.</param>
internal sealed record NameScope(HashSet<string> State, HashSet<string> Properties, HashSet<string> Methods);

/// <summary>The scopes of a compilation's types, each found out once.</summary>
internal sealed class NameScopes(FlowBodies bodies)
{
    private readonly Dictionary<ISymbol, NameScope> _scopes = new(SymbolEqualityComparer.Default);
    private HashSet<string>? _static;

    /// <summary>That of a type's members.</summary>
    public NameScope Of(INamedTypeSymbol type)
    {
        if (_scopes.TryGetValue(type.OriginalDefinition, out var known)) return known;
        var scope = new NameScope(new HashSet<string>(_static ??= WithStaticState(), StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
        for (var outer = type.OriginalDefinition; outer is not null; outer = outer.ContainingType)
        {
            for (var ancestor = outer; ancestor is not null; ancestor = ancestor.BaseType) Add(ancestor, scope);
        }

        return _scopes[type.OriginalDefinition] = scope;
    }

    private static void Add(INamedTypeSymbol type, NameScope scope)
    {
        foreach (var member in type.GetMembers())
        {
            if (member is IMethodSymbol { MethodKind: MethodKind.Ordinary }) scope.Methods.Add(member.Name);
            if (member is IPropertySymbol) scope.Properties.Add(member.Name);
            if (member is IFieldSymbol { IsConst: false } or IPropertySymbol or IEventSymbol) scope.State.Add(member.Name);
        }

        foreach (var constructor in type.InstanceConstructors.Where(static constructor => constructor.DeclaringSyntaxReferences is [{ } declared] && declared.GetSyntax() is TypeDeclarationSyntax))
            scope.State.UnionWith(constructor.Parameters.Select(static parameter => parameter.Name));
    }

    // `Cache.Put(text)` may be what `Cache.Get()` returns.
    private HashSet<string> WithStaticState() => new(
        bodies.All.Select(static body => body.Owner.ContainingType).OfType<INamedTypeSymbol>().Distinct<INamedTypeSymbol>(SymbolEqualityComparer.Default)
            .Where(static type => type.GetMembers().Any(static member => member is IFieldSymbol { IsStatic: true, IsConst: false } or IEventSymbol { IsStatic: true }))
            .Select(static type => type.Name),
        StringComparer.Ordinal);
}
