using Instrumentation.Generator.Methods;
using Instrumentation.Generator.Roslyn;
using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Health;

/// <summary>What can be registered as a health check.</summary>
internal static class HealthCheckLimits
{
    /// <summary>Why the method cannot be registered; <see langword="null"/> where it can.</summary>
    public static AnnotationProblem? Problem(IMethodSymbol method, AttributeData attribute, Compilation compilation)
    {
        if (string.IsNullOrWhiteSpace(attribute.FirstText())) return new AnnotationProblem(Locations.FirstArgument, "it has no name, which is what reports call it by");
        if ((attribute.NamedList<string>("Tags") ?? []).Any(string.IsNullOrWhiteSpace)) return new AnnotationProblem("Tags", "a tag is empty");
        return Reason(method, compilation) is { } reason ? new AnnotationProblem("", reason) : null;
    }

    private static string? Reason(IMethodSymbol method, Compilation compilation)
    {
        if (method.MethodKind != MethodKind.Ordinary) return "only an ordinary method can be called by its name";
        if (!IsResult(method.ReturnType) || method.RefKind != RefKind.None)
            return $"it returns '{Show(method.ReturnType)}'; return bool, Task<bool>, HealthCheckResult or Task<HealthCheckResult>";
        if (method.Parameters.Length > 1 || method.Parameters.Any(static parameter => parameter.RefKind != RefKind.None || !parameter.Type.Is("System.Threading", "CancellationToken")))
            return "it may take a CancellationToken and nothing else; let the constructor take what it needs";
        if (method.IsGenericMethod || method.ContainingType.AllTypeParameters().Any()) return "nobody says what its type parameters stand for";
        if (!method.IsStatic && method.ContainingType.IsValueType) return "a struct is not a service; make the method static";
        if (method.ContainingType.CanBeNamed(compilation) && !compilation.IsSymbolAccessibleWithin(method, compilation.Assembly))
            return "generated code cannot reach it; make it internal";
        return method.ContainingType.CanBeNamed(compilation) ? null : $"'{method.ContainingType.Name}' cannot be named by generated code; make it and the types around it internal";
    }

    private static bool IsResult(ITypeSymbol type) => type is INamedTypeSymbol { Arity: 1 } task && task.Is("System.Threading.Tasks", "Task")
        ? IsPlainResult(task.TypeArguments[0])
        : IsPlainResult(type);

    private static bool IsPlainResult(ITypeSymbol type) =>
        type.SpecialType == SpecialType.System_Boolean || type.Is("Microsoft.Extensions.Diagnostics.HealthChecks", "HealthCheckResult");

    private static string Show(ITypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);
}
