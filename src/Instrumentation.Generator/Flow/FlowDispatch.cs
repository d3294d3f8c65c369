using Instrumentation.Generator.Roslyn;
using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Flow;

/// <summary>Which of the compilation's methods a virtual or interface call may reach.</summary>
internal sealed class FlowDispatch
{
    private const int Most = 16;

    private readonly Dictionary<ISymbol, List<INamedTypeSymbol>> _derived = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<(ISymbol Member, ISymbol Type, bool IsExact), IReadOnlyList<ISymbol>> _targets = [];
    private readonly Dictionary<ISymbol, HashSet<string>?> _parts = new(SymbolEqualityComparer.Default);

    public FlowDispatch(Compilation compilation) => Collect(compilation.Assembly.GlobalNamespace);

    /// <summary>The types of the compilation that derive from the type or implement it.</summary>
    public IReadOnlyList<INamedTypeSymbol> DerivedFrom(ITypeSymbol type) => _derived.TryGetValue(type.OriginalDefinition, out var types) ? types : [];

    /// <summary>Whether an object of the type, or of one that derives from it, may have a part of that name: a decorator has nothing of what the object that it decorates has.</summary>
    public bool MayHave(ITypeSymbol? type, string part)
    {
        if (type is not INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct } named || !named.IsInSource() || part is Part.Under or Part.Call || !(part[0] is '_' or '(' || char.IsLetter(part[0]))) return true;
        var definition = named.OriginalDefinition;
        if (!_parts.TryGetValue(definition, out var parts)) _parts[definition] = parts = PartsOf(definition);
        return parts is null || parts.Contains(part);
    }

    // Null where what the type has is not written in the source.
    private HashSet<string>? PartsOf(INamedTypeSymbol type)
    {
        var parts = new HashSet<string>();
        foreach (var one in DerivedFrom(type).Append(type).SelectMany(static derived => derived.Ancestors().Prepend(derived)))
        {
            if (one.SpecialType is SpecialType.System_Object or SpecialType.System_ValueType) continue;
            if (!one.IsInSource() || one.IsTupleType || one.IsAnonymousType) return null;
            foreach (var member in one.GetMembers())
            {
                if (member is IFieldSymbol or IPropertySymbol or IEventSymbol) parts.Add(Part.Of(member));
                else if (member is IMethodSymbol { MethodKind: MethodKind.Constructor } constructor) parts.UnionWith(constructor.Parameters.Select(Part.OfCaptured));
            }
        }

        return parts;
    }

    /// <summary>What a call of the member reaches on an object.</summary>
    /// <param name="member">The method or property, as it is called.</param>
    /// <param name="type">The type of the object, where it is known.</param>
    /// <param name="isExact">Whether the object is of that type and of none that derives from it.</param>
    public IReadOnlyList<ISymbol> Targets(ISymbol member, ITypeSymbol? type, bool isExact)
    {
        if (member.IsStatic || (!member.IsVirtual && !member.IsAbstract && !member.IsOverride) || (member.IsSealed && !member.IsOverride)) return [member];
        var definition = member.OriginalDefinition;
        var start = type is not null && type.DerivesFrom(member.ContainingType) ? type : member.ContainingType;

        // What disposes of an enumerator disposes of nothing that is none.
        var other = !ReferenceEquals(start, type) && type is INamedTypeSymbol { SpecialType: not SpecialType.System_Object, TypeKind: TypeKind.Interface or TypeKind.Class } ? type : null;
        var key = (definition, (ISymbol)(other ?? start), isExact);
        if (_targets.TryGetValue(key, out var known)) return known;

        var targets = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        if (start is INamedTypeSymbol named && Implementation(definition, named.OriginalDefinition) is { } own) targets.Add(own);
        else if (!isExact && IsOfFramework(start)) targets.Add(member);
        if (!isExact)
        {
            foreach (var derived in DerivedFrom(start))
            {
                if (targets.Count < Most && MayBe(derived, start) && (other is null || derived.DerivesFrom(other)) && Implementation(definition, derived) is { } target) targets.Add(target);
            }
        }

        return _targets[key] = targets.Count == 0 ? [member] : [.. targets];
    }

    // The framework has implementations of its own: a list is as likely a sequence as the one type here that is one.
    private static bool IsOfFramework(ITypeSymbol type) => !type.IsInSource() && type.ContainingNamespace?.ToDisplayString() is { } home && (home == "System" || home.StartsWith("System.", StringComparison.Ordinal));

    // A sequence of texts is no sequence of numbers.
    private static bool MayBe(INamedTypeSymbol derived, ITypeSymbol start)
    {
        if (start is not INamedTypeSymbol { TypeArguments: { IsEmpty: false } wanted }) return true;
        var isMet = false;
        foreach (var ancestor in derived.AllInterfaces.Concat(derived.Ancestors()))
        {
            if (!SymbolEqualityComparer.Default.Equals(ancestor.OriginalDefinition, start.OriginalDefinition)) continue;
            if (ancestor.TypeArguments.Zip(wanted, AreRelated).All(static related => related)) return true;
            isMet = true;
        }

        return !isMet;
    }

    /// <summary>Whether a function that is kept as one kind may be called as the other: with the same arguments, as far as they are known.</summary>
    public static bool MayBeSame(ITypeSymbol one, ITypeSymbol other) => SymbolEqualityComparer.Default.Equals(one, other)
        || one.TypeKind == TypeKind.TypeParameter || other.TypeKind == TypeKind.TypeParameter
        || (SymbolEqualityComparer.Default.Equals(one.OriginalDefinition, other.OriginalDefinition)
            && one is INamedTypeSymbol { TypeArguments: { IsEmpty: false } arguments } && other is INamedTypeSymbol { TypeArguments: var others } && arguments.Zip(others, MayBeSame).All(static same => same));

    private static bool AreRelated(ITypeSymbol one, ITypeSymbol other) => SymbolEqualityComparer.Default.Equals(one, other)
        || one is not INamedTypeSymbol { TypeArguments.IsEmpty: true } || other is not INamedTypeSymbol { TypeArguments.IsEmpty: true } || one.TypeKind == TypeKind.Dynamic || other.TypeKind == TypeKind.Dynamic
        || one.DerivesFrom(other) || other.DerivesFrom(one);

    private static ISymbol? Implementation(ISymbol member, INamedTypeSymbol type)
    {
        if (member.ContainingType.TypeKind == TypeKind.Interface)
        {
            if (type.TypeKind == TypeKind.Interface) return member.IsAbstract ? null : member;
            var implemented = type.AllInterfaces.FirstOrDefault(candidate => SymbolEqualityComparer.Default.Equals(candidate.OriginalDefinition, member.ContainingType));
            var called = implemented?.GetMembers(member.Name).FirstOrDefault(candidate => SymbolEqualityComparer.Default.Equals(candidate.OriginalDefinition, member));
            return called is null ? null : type.FindImplementationForInterfaceMember(called);
        }

        for (var ancestor = type; ancestor is not null; ancestor = ancestor.BaseType)
        {
            foreach (var candidate in ancestor.GetMembers(member.Name))
            {
                if (candidate.Kind == member.Kind && Overrides(candidate, member)) return candidate.IsAbstract ? null : candidate;
            }
        }

        return null;
    }

    private static bool Overrides(ISymbol candidate, ISymbol member)
    {
        for (var current = candidate; current is not null; current = Overridden(current))
        {
            if (SymbolEqualityComparer.Default.Equals(current.OriginalDefinition, member)) return true;
        }

        return false;
    }

    private static ISymbol? Overridden(ISymbol member) => member switch
    {
        IMethodSymbol method => method.OverriddenMethod,
        IPropertySymbol property => property.OverriddenProperty,
        _ => null,
    };

    private void Collect(INamespaceOrTypeSymbol container)
    {
        foreach (var member in container.GetMembers())
        {
            if (member is INamespaceSymbol inner)
            {
                Collect(inner);
            }
            else if (member is INamedTypeSymbol type)
            {
                for (var ancestor = type.BaseType; ancestor is not null and not { SpecialType: SpecialType.System_Object }; ancestor = ancestor.BaseType) Add(ancestor, type);
                foreach (var implemented in type.AllInterfaces) Add(implemented, type);
                Collect(type);
            }
        }
    }

    private void Add(INamedTypeSymbol ancestor, INamedTypeSymbol type)
    {
        if (!_derived.TryGetValue(ancestor.OriginalDefinition, out var types)) _derived[ancestor.OriginalDefinition] = types = [];
        types.Add(type);
    }
}
