using Instrumentation.Generator.Roslyn;
using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Flow;

/// <summary>What the engine has to know of types.</summary>
internal static class FlowTypes
{
    public static bool IsString(this ITypeSymbol? type) => type is { SpecialType: SpecialType.System_String };

    /// <summary>The type that is written as text, or a piece of it.</summary>
    public static bool IsTextual(this ITypeSymbol type) => type.SpecialType is SpecialType.System_String or SpecialType.System_Char
        || type is IArrayTypeSymbol { ElementType.SpecialType: SpecialType.System_Char or SpecialType.System_Byte }
        || type is INamedTypeSymbol { TypeArguments: [{ SpecialType: SpecialType.System_Char or SpecialType.System_Byte }] };

    public static bool IsNumber(this ITypeSymbol type) =>
        Underlying(type).SpecialType is (>= SpecialType.System_SByte and <= SpecialType.System_Double) or SpecialType.System_Decimal;

    /// <summary>A moment, a duration, a part of a day.</summary>
    public static bool IsTime(this ITypeSymbol type)
    {
        var underlying = Underlying(type);
        return underlying.SpecialType == SpecialType.System_DateTime
            || (underlying.Name is "DateTimeOffset" or "DateOnly" or "TimeOnly" or "TimeSpan" && underlying.ContainingNamespace is { Name: "System", ContainingNamespace.IsGlobalNamespace: true });
    }

    public static ITypeSymbol Underlying(ITypeSymbol type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : type;

    /// <summary>Whether the value is in the object itself: what awaits it, or lacks it, is as good.</summary>
    public static bool IsTransparent(this ITypeSymbol type) => type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T
        || (type is INamedTypeSymbol { TypeArguments.Length: 1 } && type.Name is "Task" or "ValueTask" or "ConfiguredTaskAwaitable" or "ConfiguredValueTaskAwaitable" or "TaskAwaiter" or "ValueTaskAwaiter"
            && type.ContainingNamespace?.ToDisplayString() is "System.Threading.Tasks" or "System.Runtime.CompilerServices");

    public static bool IsMap(this ITypeSymbol? type) => type is INamedTypeSymbol named
        && (IsMapItself(named) || named.AllInterfaces.Any(IsMapItself));

    public static bool IsPair(this ITypeSymbol? type) => type is not null && type.Is("System.Collections.Generic", "KeyValuePair");

    public static bool IsGrouping(this ITypeSymbol? type) => type is INamedTypeSymbol named
        && (named.Is("System.Linq", "IGrouping") || named.AllInterfaces.Any(static implemented => implemented.Is("System.Linq", "IGrouping")));

    /// <summary>Something that holds others of one type.</summary>
    public static bool IsCollection(this ITypeSymbol? type) => type is { SpecialType: not (>= SpecialType.System_Object and <= SpecialType.System_UIntPtr) }
        && (type is IArrayTypeSymbol || IsSequence(type) || type.AllInterfaces.Any(IsSequence)
            || (type.Name is "Span" or "ReadOnlySpan" or "Memory" or "ReadOnlyMemory" && type.ContainingNamespace is { Name: "System" }));

    public static ITypeSymbol? ElementType(this ITypeSymbol? type)
    {
        if (type is IArrayTypeSymbol array) return array.ElementType;
        if (type is not INamedTypeSymbol named) return null;
        if (named.TypeArguments.Length == 1 && (IsSequence(named) || named.Name is "Span" or "ReadOnlySpan" or "Memory" or "ReadOnlyMemory")) return named.TypeArguments[0];
        return named.AllInterfaces.FirstOrDefault(static implemented => IsSequence(implemented) && implemented.TypeArguments.Length == 1)?.TypeArguments[0];
    }

    public static bool IsInSource(this ISymbol symbol) => symbol.OriginalDefinition.DeclaringSyntaxReferences.Length > 0 || (symbol is ITypeSymbol { IsAnonymousType: true });

    /// <summary>Who raises an event: nobody's data.</summary>
    public static bool IsSender(this IParameterSymbol? parameter) => parameter is { Name: "sender", Type.SpecialType: SpecialType.System_Object };

    public static bool IsException(this ITypeSymbol? type)
    {
        for (var ancestor = type; ancestor is not null; ancestor = ancestor.BaseType)
        {
            if (ancestor.Is("System", "Exception")) return true;
        }

        return false;
    }

    /// <summary>What is written as the name of its type, whatever is in it.</summary>
    public static bool IsStream(this ITypeSymbol? type)
    {
        for (var ancestor = type; ancestor is not null; ancestor = ancestor.BaseType)
        {
            if (ancestor.Is("System.IO", "Stream")) return true;
        }

        return false;
    }

    /// <summary>The delegate type, also within <c>Expression&lt;…&gt;</c>.</summary>
    public static INamedTypeSymbol? AsDelegate(this ITypeSymbol type) => type switch
    {
        INamedTypeSymbol { TypeKind: TypeKind.Delegate } named => named,
        INamedTypeSymbol { Name: "Expression", TypeArguments: [INamedTypeSymbol { TypeKind: TypeKind.Delegate } named] } => named,
        _ => null,
    };

    public static bool DerivesFrom(this ITypeSymbol type, ITypeSymbol ancestor)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(current.OriginalDefinition, ancestor.OriginalDefinition)) return true;
        }

        return type.AllInterfaces.Any(implemented => SymbolEqualityComparer.Default.Equals(implemented.OriginalDefinition, ancestor.OriginalDefinition));
    }

    /// <summary>What a type has for a parameter of its own or of what it derives from; <see langword="null"/> where it has none.</summary>
    public static ITypeSymbol? ArgumentOf(this ITypeSymbol? type, ITypeParameterSymbol parameter)
    {
        for (var ancestor = type as INamedTypeSymbol; ancestor is not null; ancestor = ancestor.BaseType)
        {
            if (parameter.TypeParameterKind == TypeParameterKind.Type && SymbolEqualityComparer.Default.Equals(ancestor.OriginalDefinition, parameter.ContainingType?.OriginalDefinition)) return ancestor.TypeArguments[parameter.Ordinal];
        }

        return null;
    }

    private static bool IsMapItself(INamedTypeSymbol type) => type.Name is "IDictionary" or "IReadOnlyDictionary" or "ILookup" && type.TypeArguments.Length != 1;

    private static bool IsSequence(ITypeSymbol type) =>
        type.SpecialType is SpecialType.System_Collections_IEnumerable
        || type.OriginalDefinition.SpecialType is SpecialType.System_Collections_Generic_IEnumerable_T or SpecialType.System_Collections_Generic_IEnumerator_T
        || type is { Name: "IAsyncEnumerable" or "IAsyncEnumerator", ContainingNamespace.Name: "Generic" };
}

/// <summary>What the engine has to know of objects' types.</summary>
internal static class FlowObjectTypes
{
    public static bool IsInSourceType(this FlowObject item) => item.Type is { } type && type.IsInSource();

    public static bool IsCollection(this FlowObject item) => item.Type.IsCollection();
}
