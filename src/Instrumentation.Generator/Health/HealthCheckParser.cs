using Instrumentation.Generator.Methods;
using Instrumentation.Generator.Roslyn;
using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Health;

/// <summary>Reads <c>[HealthCheck]</c>.</summary>
internal static class HealthCheckParser
{
    private const string ResultNamespace = "Microsoft.Extensions.Diagnostics.HealthChecks";

    public static HealthCheck? Parse(GeneratorAttributeSyntaxContext context, CancellationToken cancellation)
    {
        if (context.TargetSymbol is not IMethodSymbol method) return null;
        var attribute = context.Attributes[0];
        return new HealthCheck(
            attribute.FirstText() ?? "",
            (attribute.NamedList<string>("Tags") ?? ["ready"]).ToEquatableArray(),
            $"{method.ContainingType.DottedName()}.{method.Name}",
            Annotations.Nearest(method, AttributeNames.OwnedBy)?.FirstText(),
            SourcePositions.Of(method),
            Problem(method, context.SemanticModel.Compilation) is null ? Call(method) : null);
    }

    /// <summary>Why generated code cannot call the method as a health check; <see langword="null"/> where it can.</summary>
    public static string? Problem(IMethodSymbol method, Compilation compilation)
    {
        if (Answer(method.ReturnType, out _) is null) return "it must return bool, HealthCheckResult, or a Task or ValueTask of one of them";
        if (method.Parameters.Length > 1 || (method.Parameters.Length == 1 && !IsToken(method.Parameters[0])))
            return "it may take a CancellationToken and nothing else";
        if (method.IsGenericMethod || method.ContainingType.AllTypeParameters().Any()) return "it must not be generic, nor stand in a generic type";
        if (!method.IsStatic && method.ContainingType.IsValueType) return "a struct is not a service; make it static";
        if (!method.ContainingType.CanBeNamed(compilation) || !compilation.IsSymbolAccessibleWithin(method, compilation.Assembly))
            return "generated code cannot reach it; make it and its type internal";
        return null;
    }

    private static HealthCheckCall Call(IMethodSymbol method)
    {
        var answer = Answer(method.ReturnType, out var isAwaited)!;
        return new HealthCheckCall(
            new TypeText([]).Of(method.ContainingType),
            MethodShapeParser.Escape(method.Name),
            method.IsStatic,
            isAwaited,
            method.Parameters.Length == 1,
            answer.SpecialType != SpecialType.System_Boolean);
    }

    private static ITypeSymbol? Answer(ITypeSymbol type, out bool isAwaited)
    {
        isAwaited = type is INamedTypeSymbol { Arity: 1 } && (type.Is("System.Threading.Tasks", "Task") || type.Is("System.Threading.Tasks", "ValueTask"));
        var answer = isAwaited ? ((INamedTypeSymbol)type).TypeArguments[0] : type;
        return answer.SpecialType == SpecialType.System_Boolean || answer.Is(ResultNamespace, "HealthCheckResult") ? answer : null;
    }

    private static bool IsToken(IParameterSymbol parameter) => parameter.RefKind == RefKind.None && parameter.Type.Is("System.Threading", "CancellationToken");
}
