using Instrumentation.Generator.Roslyn;
using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Methods;

/// <summary>Which annotations hold for a method: its own, its type's, or those of what it overrides.</summary>
internal static class Annotations
{
    /// <summary>The nearest method in the chain of overrides that is annotated; <see langword="null"/> where none is.</summary>
    public static IMethodSymbol? Source(IMethodSymbol method)
    {
        for (var candidate = method; candidate is not null; candidate = candidate.OverriddenMethod?.OriginalDefinition)
        {
            if (IsAnnotated(candidate)) return candidate;
        }

        return null;
    }

    /// <summary>Whether the method itself, or its type for it, is annotated.</summary>
    public static bool IsAnnotated(IMethodSymbol method) =>
        Find(method, AttributeNames.Traced) is not null
        || Find(method, AttributeNames.Measured) is not null
        || method.GetAttributes().Any(static attribute => attribute.Is(AttributeNames.BusinessMetric) && !attribute.Named("Observe", false));

    /// <summary>The attribute on the method, or else on its type where that speaks for the method, or else the rule of its assembly that traces it.</summary>
    public static AttributeData? Find(IMethodSymbol method, string attribute)
    {
        var attributes = method.GetAttributes();
        if (attributes.Find(attribute) is { } own) return own;
        if (attributes.Find(AttributeNames.NotTraced) is not null) return null;
        if (IsCoveredByType(method) && method.ContainingType?.GetAttributes().Find(attribute) is { } ofType) return ofType;
        return attribute == AttributeNames.Traced && method.ContainingAssembly is { } assembly ? TraceRules.Of(assembly).RuleFor(method) : null;
    }

    /// <summary>The attribute on the method, its types or its assembly, whichever is nearest.</summary>
    public static AttributeData? Nearest(ISymbol symbol, string attribute)
    {
        if (symbol.GetAttributes().Find(attribute) is { } own) return own;
        for (var type = symbol.ContainingType; type is not null; type = type.ContainingType)
        {
            if (type.GetAttributes().Find(attribute) is { } outer) return outer;
        }

        return symbol.ContainingAssembly?.GetAttributes().Find(attribute);
    }

    /// <summary>An attribute on a type stands for its public methods.</summary>
    public static bool IsCoveredByType(IMethodSymbol method) =>
        method is { DeclaredAccessibility: Accessibility.Public, MethodKind: MethodKind.Ordinary }
        && (!method.IsImplicitlyDeclared || ExtensionBlocks.IsImplementation(method));
}
