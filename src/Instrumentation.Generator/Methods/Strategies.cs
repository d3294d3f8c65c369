using Instrumentation.Generator.Decorators;
using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Methods;

/// <summary>The ways of expansion, as the catalog and the coverage report name them.</summary>
internal static class Strategies
{
    public const string Interceptor = "interceptor";
    public const string Partial = "partial";
    public const string Decorator = "decorator";
    public const string None = "none";

    /// <summary>The way that is chosen for an annotated method.</summary>
    public static string Of(IMethodSymbol method, Compilation compilation)
    {
        if (PartialMethods.CoversItself(method)) return Partial;
        if (MethodLimits.Reason(method, compilation) is not null) return None;
        return method.ContainingType.TypeKind == TypeKind.Interface && DecoratedMethods.Contains(method, compilation) ? Decorator : Interceptor;
    }

    /// <summary>Why the method is expanded that way.</summary>
    public static string Why(IMethodSymbol method, string strategy) => strategy switch
    {
        Partial => $"it is partial and its body stands in '{method.Name}Core'",
        Decorator => $"'{method.ContainingType.Name}' is registered or wrapped behind a decorator",
        _ when method.IsAbstract => "it has no body of its own",
        _ => "its body stands in the method itself",
    };
}
