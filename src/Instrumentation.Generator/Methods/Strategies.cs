using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Methods;

/// <summary>The ways of expansion, as the catalog and the coverage report name them.</summary>
internal static class Strategies
{
    public const string Interceptor = "interceptor";
    public const string Partial = "partial";
    public const string None = "none";

    /// <summary>The way that is chosen for an annotated method.</summary>
    public static string Of(IMethodSymbol method, Compilation compilation)
    {
        if (PartialMethods.CoversItself(method)) return Partial;
        return MethodLimits.Reason(method, compilation) is null ? Interceptor : None;
    }

    /// <summary>Why the method is expanded that way.</summary>
    public static string Why(IMethodSymbol method, string strategy) => strategy switch
    {
        Partial => $"it is partial and its body stands in '{method.Name}Core'",
        _ when method.IsAbstract => "it has no body of its own",
        _ => "its body stands in the method itself",
    };
}
