using Instrumentation.Generator.Methods;
using Instrumentation.Generator.Roslyn;
using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Health;

/// <summary>Reads <c>[HealthCheck]</c>.</summary>
internal static class HealthCheckParser
{
    public static HealthCheck? Parse(GeneratorAttributeSyntaxContext context, CancellationToken cancellation)
    {
        var attribute = context.Attributes[0];
        if (context.TargetSymbol is not IMethodSymbol method || HealthCheckLimits.Problem(method, attribute, context.SemanticModel.Compilation) is not null) return null;
        return new HealthCheck(
            attribute.FirstText() ?? "",
            (attribute.NamedList<string>("Tags") ?? ["ready"]).ToEquatableArray(),
            $"{method.ContainingType.DottedName()}.{method.Name}",
            Responsibility.OwnerOf(method),
            SourcePositions.Of(method),
            Call(method));
    }

    private static HealthCheckCall Call(IMethodSymbol method)
    {
        var isAwaited = method.ReturnType.Is("System.Threading.Tasks", "Task");
        var answer = isAwaited ? ((INamedTypeSymbol)method.ReturnType).TypeArguments[0] : method.ReturnType;
        return new HealthCheckCall(
            new TypeText([]).Of(method.ContainingType),
            MethodShapeParser.Escape(method.Name),
            method.IsStatic,
            isAwaited,
            method.Parameters.Length == 1,
            answer.SpecialType != SpecialType.System_Boolean);
    }
}
