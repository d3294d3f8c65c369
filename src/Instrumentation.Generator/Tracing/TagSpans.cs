using Instrumentation.Generator.Methods;
using Instrumentation.Generator.Roslyn;
using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Tracing;

/// <summary>Whether a tag has a span to be on.</summary>
internal static class TagSpans
{
    /// <summary>Why tags of the method's parameters and return value are never recorded; <see langword="null"/> where they are.</summary>
    public static string? Missing(IMethodSymbol method)
    {
        if (method is { MethodKind: MethodKind.Constructor, ContainingType.IsRecord: true }) return "a constructor has no span; write [property: Tag] to tag the property";
        if (method.MethodKind is not (MethodKind.Ordinary or MethodKind.ExplicitInterfaceImplementation)) return "only ordinary methods have spans";
        if (LacksTraced(method)) return $"'{method.Name}' has no span; add [Traced] to it";
        return Annotations.Source(method) switch
        {
            { } source when !SymbolEqualityComparer.Default.Equals(source, method) =>
                $"'{method.Name}' has the annotations of '{source.ContainingType.Name}.{source.Name}', which it overrides; put the tag there",
            _ => null,
        };
    }

    /// <summary>Whether <c>[Traced]</c> on the method is all that its tags lack.</summary>
    public static bool LacksTraced(IMethodSymbol method) => Annotations.Source(method) switch
    {
        null => true,
        var source => SymbolEqualityComparer.Default.Equals(source, method) && Annotations.Find(method, AttributeNames.Traced) is null,
    };

    /// <summary>Why tags of the type's members are never recorded; <see langword="null"/> where they are.</summary>
    public static string? MissingForMember(INamedTypeSymbol type, Compilation compilation)
    {
        // What derives from an abstract class may be anywhere.
        if (type.IsAbstract && type.TypeKind != TypeKind.Interface && !type.IsStatic) return null;
        if (IsTraced(type)) return null;
        return !type.IsSealed && DerivedFrom(type, compilation).Any(IsTraced)
            ? null
            : $"no method of '{type.Name}' is traced; a tag on a member is recorded with the spans of its own instance";
    }

    private static bool IsTraced(INamedTypeSymbol type) => type.GetMembers().OfType<IMethodSymbol>()
        .Any(static method => !method.IsStatic && Annotations.Source(method) is { } source && Annotations.Find(source, AttributeNames.Traced) is not null);

    private static IEnumerable<INamedTypeSymbol> DerivedFrom(INamedTypeSymbol type, Compilation compilation) =>
        from candidate in compilation.GetSymbolsWithName(static _ => true, SymbolFilter.Type).OfType<INamedTypeSymbol>()
        where candidate.Ancestors().Any(ancestor => SymbolEqualityComparer.Default.Equals(ancestor.OriginalDefinition, type.OriginalDefinition))
        select candidate;
}
