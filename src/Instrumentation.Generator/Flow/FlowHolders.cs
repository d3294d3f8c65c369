using System.Collections.Concurrent;
using Instrumentation.Generator.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Instrumentation.Generator.Flow;

/// <summary>Which types have sources in them: themselves, in a member, or in what they are a list of.</summary>
internal sealed class FlowHolders(FlowPolicy policy, FlowDispatch dispatch)
{
    private const int MostNested = 6;

    private readonly ConcurrentDictionary<ITypeSymbol, bool> _holding = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ITypeSymbol, bool> _functions = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ITypeSymbol, bool> _showing = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<(ITypeSymbol Special, ITypeSymbol General), bool> _more = [];

    /// <summary>Whether a value of the type is a source or has one in it.</summary>
    public bool Hold(ITypeSymbol type) => Find(type, _holding, isShown: false);

    /// <summary>Whether it has one where whoever writes the whole value would write it: data has, what works on data has not.</summary>
    public bool Show(ITypeSymbol type) => Find(type, _showing, isShown: true);

    /// <summary>Whether the type is a source or has one in a member of its own: not only in what a member holds.</summary>
    public bool IsMarked(ITypeSymbol type) => IsSource(type, isShown: false);

    /// <summary>Whether a value of the type may be made of a source, or have one in it.</summary>
    public bool MayTell(ITypeSymbol type) => type.IsTransparent() ? MayTell(((INamedTypeSymbol)type).TypeArguments[0])
        : type.SpecialType is SpecialType.System_Object || type.TypeKind is TypeKind.TypeParameter or TypeKind.Dynamic || type.IsTextual() || type.IsCollection() || type.IsNumber() || type.IsTime() || Show(type);

    /// <summary>Whether it is a function, or an object of the program's own with one in it.</summary>
    public bool HaveFunctions(ITypeSymbol type)
    {
        if (type.TypeKind == TypeKind.Delegate) return true;
        if (type is IArrayTypeSymbol array) return HaveFunctions(array.ElementType);
        if (!type.IsInSource() && type is INamedTypeSymbol { TypeArguments: { IsEmpty: false } arguments }) return arguments.Any(HaveFunctions);
        if (type is not INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct } named || !type.IsInSource()) return false;
        return _functions.TryGetValue(type, out var known) ? known : _functions[type] = Data(named, isShown: false).Any(static member => TypeOf(member).TypeKind == TypeKind.Delegate);
    }

    private bool Find(ITypeSymbol type, ConcurrentDictionary<ITypeSymbol, bool> all, bool isShown)
    {
        if (all.TryGetValue(type, out var known)) return known;

        // Types refer to each other in circles: of what was met on the way to a source nothing is known, and where there is none, nothing that was met has one.
        var met = new HashSet<ITypeSymbol>(SymbolEqualityComparer.Default) { type };
        var open = new Stack<ITypeSymbol>(met);
        while (open.Count > 0)
        {
            var next = open.Pop();
            if ((all.TryGetValue(next, out var holds) && holds) || IsSource(next, isShown)) return all[type] = true;
            foreach (var inner in Within(next, isShown))
            {
                if (!(all.TryGetValue(inner, out holds) && !holds) && !IsNested(inner, MostNested) && met.Add(inner)) open.Push(inner);
            }
        }

        foreach (var item in met) all[item] = false;
        return false;
    }

    /// <summary>Whether a value of a type may hold a source that the more general type it is handed on as says nothing of.</summary>
    public bool HoldMore(ITypeSymbol special, ITypeSymbol general)
    {
        if (_more.TryGetValue((special, general), out var known)) return known;
        return _more[(special, general)] = FindMore(special, general);
    }

    /// <summary>As <see cref="HoldMore"/>, of what whoever writes the whole value would write.</summary>
    public bool ShowMore(ITypeSymbol special, ITypeSymbol general) => Show(special) && HoldMore(special, general);

    /// <summary>Whether the object tells more than the type it is declared as: it calls or writes something, or is of a type that holds more.</summary>
    public bool IsHidden(FlowObject item, ITypeSymbol? declared) => item.Target is not null || item.Role is not null
        || (item.Type is { } type && (declared is null ? item.Origin == Origin.Made && Show(type) : ShowMore(type, declared.IsTransparent() ? ((INamedTypeSymbol)declared).TypeArguments[0] : declared)));

    /// <summary>The same of an object that is a part of another one.</summary>
    public bool IsHidden(FlowObject item, FlowObject owner, string part) => item.Target is not null || item.Role is not null
        || (item.Type is { } type && Show(type) && IsHidden(item, Declared(owner.Type, part)));

    /// <summary>The type that a part of an object is declared as; <see langword="null"/> where that is not known.</summary>
    public static ITypeSymbol? Declared(ITypeSymbol? type, string part)
    {
        var arguments = (type as INamedTypeSymbol)?.TypeArguments ?? [];
        if (part == Part.MapKey) return arguments.FirstOrDefault();
        if (part == Part.Element || Part.IsAt(part)) return type.IsMap() || type.IsPair() || type.IsGrouping() ? arguments.LastOrDefault() : type.ElementType() ?? (arguments.Length == 1 ? arguments[0] : null);
        if (part[0] == '(') return (type as INamedTypeSymbol)?.InstanceConstructors.SelectMany(static constructor => constructor.Parameters).FirstOrDefault(parameter => Part.OfCaptured(parameter) == part)?.Type;
        return Member(type, part) is { } member ? TypeOf(member) : null;
    }

    /// <summary>The field, property or event that a part of an object is; <see langword="null"/> where it is none.</summary>
    public static ISymbol? Member(ITypeSymbol? type, string part)
    {
        for (var ancestor = type; ancestor is not null; ancestor = ancestor.BaseType)
        {
            foreach (var member in Flow.Part.In(ancestor, part))
            {
                if (member is IFieldSymbol or IPropertySymbol or IEventSymbol) return member;
            }
        }

        return type?.TypeKind == TypeKind.Interface ? type.AllInterfaces.SelectMany(implemented => implemented.GetMembers(part)).FirstOrDefault(static member => member is IPropertySymbol or IEventSymbol) : null;
    }

    // A type may have a member of a type that is made of a list of it, and so on for ever.
    private static bool IsNested(ITypeSymbol type, int most) => type switch
    {
        IArrayTypeSymbol array => most == 0 || IsNested(array.ElementType, most - 1),
        INamedTypeSymbol { TypeArguments: { IsEmpty: false } arguments } => most == 0 || arguments.Any(argument => IsNested(argument, most - 1)),
        _ => false,
    };

    private bool FindMore(ITypeSymbol special, ITypeSymbol general)
    {
        if (!Hold(special)) return false;
        if (!Hold(general)) return true;
        for (var ancestor = special; ancestor is not null && !SymbolEqualityComparer.Default.Equals(ancestor, general); ancestor = ancestor.BaseType)
        {
            if (Data(ancestor).Any(member => policy.SourceOf(member) is not null)) return true;
        }

        return false;
    }

    private bool IsSource(ITypeSymbol type, bool isShown) => type is INamedTypeSymbol named
        && (policy.SourceOfType(named) is not null || (MayHaveOwn(named) && Data(named, isShown).Any(member => policy.SourceOf(member) is not null)));

    private IEnumerable<ITypeSymbol> Within(ITypeSymbol type, bool isShown)
    {
        switch (type)
        {
            case IArrayTypeSymbol array:
                return [array.ElementType];
            case INamedTypeSymbol named:
                if (IsLabel(named)) return [];
                var within = named.TypeArguments.AsEnumerable();
                if (!MayHaveOwn(named)) return within;
                within = within.Concat(Data(named, isShown).Select(TypeOf));
                return named.TypeKind != TypeKind.Interface && named.IsAbstract ? within.Concat(dispatch.DerivedFrom(named)) : within;
            default:
                return [];
        }
    }

    // `ILogger<T>`: nothing in it is of the type that it is named after.
    private static bool IsLabel(INamedTypeSymbol type) => type is { TypeKind: TypeKind.Interface, TypeArguments.IsEmpty: false } && type.OriginalDefinition is var definition
        && definition.GetMembers().IsEmpty && definition.AllInterfaces.All(static implemented => implemented.TypeArguments.IsEmpty);

    // Of the type and of what it derives from. What it writes of itself may be made of all of it.
    private static IEnumerable<ISymbol> Data(INamedTypeSymbol type, bool isShown)
    {
        var chain = type.Ancestors().Prepend(type).ToList();
        return isShown && !chain.Any(static ancestor => ancestor.SpecialType == SpecialType.None && ancestor.IsInSource() && ancestor.GetMembers().Any(Computes))
            ? chain.SelectMany(Data).Where(static member => member.DeclaredAccessibility == Accessibility.Public)
            : chain.SelectMany(Data);
    }

    // A text of itself, or a property that is more than a field.
    private static bool Computes(ISymbol member) => member switch
    {
        _ when member.IsImplicitlyDeclared || member.ContainingType.TypeKind == TypeKind.Interface => false,
        IMethodSymbol { Name: nameof(ToString) } => true,
        IPropertySymbol { IsStatic: false, DeclaredAccessibility: Accessibility.Public, GetMethod: { } getter } => getter.DeclaringSyntaxReferences.Any(static declared =>
            declared.GetSyntax() is ArrowExpressionClauseSyntax or AccessorDeclarationSyntax { Body: not null } or AccessorDeclarationSyntax { ExpressionBody: not null }),
        _ => false,
    };

    private static IEnumerable<ISymbol> Data(ITypeSymbol type) => type.SpecialType == SpecialType.System_Object
        ? []
        : type.GetMembers().Where(static member => member is IFieldSymbol or IPropertySymbol && !member.IsStatic).Concat(Captured(type));

    // What methods of a class may have of its primary constructor.
    private static IEnumerable<ISymbol> Captured(ITypeSymbol type) => type is INamedTypeSymbol { IsRecord: false, TypeKind: TypeKind.Class or TypeKind.Struct } named && type.IsInSource()
        ? named.InstanceConstructors.Where(static constructor => constructor.DeclaringSyntaxReferences.Any(static declared => declared.GetSyntax() is TypeDeclarationSyntax)).SelectMany(static constructor => constructor.Parameters)
        : [];

    /// <summary>The type of a field, property, event or parameter.</summary>
    public static ITypeSymbol TypeOf(ISymbol member) => member switch
    {
        IFieldSymbol field => field.Type,
        IParameterSymbol parameter => parameter.Type,
        IEventSymbol raised => raised.Type,
        _ => ((IPropertySymbol)member).Type,
    };

    // What the frameworks have in their types is theirs.
    private static bool MayHaveOwn(INamedTypeSymbol type) => type.SpecialType == SpecialType.None
        && (type.IsInSource() || type.ContainingNamespace?.ToDisplayString() is not { } home || !(home.StartsWith("System", StringComparison.Ordinal) || home.StartsWith("Microsoft", StringComparison.Ordinal)));
}
