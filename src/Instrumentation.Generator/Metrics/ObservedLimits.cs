using Instrumentation.Generator.Methods;
using Instrumentation.Generator.Roslyn;
using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Metrics;

/// <summary>What can be asked for a value.</summary>
internal static class ObservedLimits
{
    /// <summary>Whether the annotation asks the method, instead of measuring its calls.</summary>
    public static bool IsObserved(AttributeData attribute) => attribute.Named("Observe", false);

    /// <summary>Why the method cannot be asked; <see langword="null"/> where it can.</summary>
    public static string? Reason(IMethodSymbol method, Compilation compilation)
    {
        if (method.MethodKind != MethodKind.Ordinary || !method.IsStatic || method.IsAbstract) return "only a static method can be asked for a value; of an instance, record it at a call";
        if (method.Parameters.Length > 0) return "nobody knows what to pass when it is asked for a value; take its parameters away";
        if (method.IsGenericMethod || method.ContainingType.AllTypeParameters().Any()) return "nobody says what its type parameters stand for";
        if (MethodShapeParser.Returned(method).Kind != ReturnKind.Value) return "it is asked while somebody waits for the answer; return the value itself";
        if (!method.ContainingType.CanBeNamed(compilation) || !compilation.IsSymbolAccessibleWithin(method, compilation.Assembly)) return "generated code cannot reach it; make it internal";
        return compilation.FrameworkHas("System.Runtime.CompilerServices.ModuleInitializerAttribute") ? null : "nothing runs when an assembly is loaded before .NET 5";
    }
}
