using Instrumentation.Generator.Roslyn;
using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Methods;

/// <summary>Which methods are known to be state machines of the compiler.</summary>
internal static class AsyncMethods
{
    /// <summary>
    /// Whether a call runs an <c>async</c> method that the framework's own builder drives. It is unknown where another method may stand in
    /// its place, or where a reference assembly leaves out what the compiler wrote; a builder of the method's own may do as it likes.
    /// </summary>
    public static bool IsCompiled(IMethodSymbol method) =>
        (method.IsAsync || Has(method, "System.Runtime.CompilerServices", "AsyncStateMachineAttribute"))
        && !Has(method, "System.Runtime.CompilerServices", "AsyncMethodBuilderAttribute")
        && !(method.IsVirtual || method.IsAbstract || (method.IsOverride && !method.IsSealed && !method.ContainingType.IsSealed));

    private static bool Has(IMethodSymbol method, string containingNamespace, string name) =>
        method.GetAttributes().Any(attribute => attribute.AttributeClass?.Is(containingNamespace, name) == true);
}
