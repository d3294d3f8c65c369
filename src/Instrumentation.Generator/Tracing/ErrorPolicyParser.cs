using Instrumentation.Generator.Methods;
using Instrumentation.Generator.Paths;
using Instrumentation.Generator.Roslyn;
using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Tracing;

/// <summary>Reads <c>[assembly: ErrorPolicy]</c>.</summary>
internal static class ErrorPolicyParser
{
    private const string NotErrors = "NotErrors";
    private const string ErrorResults = "ErrorResults";

    /// <summary>What of a call of the method is an error, by the policy of its assembly.</summary>
    public static ErrorPolicy Parse(IMethodSymbol method, MethodShape shape, Compilation compilation)
    {
        if (method.ContainingAssembly?.GetAttributes().Find(AttributeNames.ErrorPolicy) is not { } attribute) return ErrorPolicy.Default;

        var expected = (attribute.NamedList<INamedTypeSymbol>(NotErrors) ?? [])
            .Where(type => IsException(type) && type.CanBeNamed(compilation))
            .Select(static type => type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat))
            .ToEquatableArray();
        var policy = ErrorPolicy.Default with { NotErrors = expected };
        if (MethodShapeParser.Returned(method).Result is not INamedTypeSymbol result) return policy;

        foreach (var entry in attribute.NamedList<string>(ErrorResults) ?? [])
        {
            var (typeName, member, isInverted) = Split(entry);
            if (!Types(result).Any(type => type.DottedName() == typeName)) continue;
            var parsed = MemberPathParser.Follow([member], PathRoot.Return, result, shape.ResultView ?? shape.Result, isLate: true, method, compilation);
            if (parsed.Value is { Shape: ValueShape.Boolean } value)
                return policy with { Result = value, IsInverted = isInverted, ErrorType = $"{typeName.Substring(typeName.LastIndexOf('.') + 1)}.{member}" };
        }

        return policy;
    }

    /// <summary>What of the policy has no effect as it is written.</summary>
    public static IEnumerable<(AnnotationProblem Problem, int Element)> Problems(AttributeData attribute, Compilation compilation)
    {
        var types = attribute.NamedList<INamedTypeSymbol>(NotErrors) ?? [];
        for (var i = 0; i < types.Length; i++)
        {
            if (!IsException(types[i])) yield return (new AnnotationProblem(NotErrors, $"'{types[i].Name}' is no exception"), i);
            else if (!types[i].CanBeNamed(compilation)) yield return (new AnnotationProblem(NotErrors, $"'{types[i].Name}' cannot be named by generated code; make it internal"), i);
        }

        var entries = attribute.NamedList<string>(ErrorResults) ?? [];
        for (var i = 0; i < entries.Length; i++)
        {
            if (ProblemOf(entries[i], compilation) is { } problem) yield return (new AnnotationProblem(ErrorResults, problem), i);
        }
    }

    private static string? ProblemOf(string entry, Compilation compilation)
    {
        var (typeName, member, _) = Split(entry);
        if (typeName.Length == 0) return $"'{entry}' is not 'Namespace.Type.Member'";
        var types = Named(typeName, compilation).ToList();
        if (types.Count == 0) return $"there is no type '{typeName}'";
        return types.Any(type => MemberPathParser.Follow([member], PathRoot.Return, type, "result", isLate: true, start: null, compilation) is { Value.Shape: ValueShape.Boolean })
            ? null
            : $"'{typeName}' has no readable bool member '{member}'";
    }

    // Type parameters are not written; a nested type is written with a dot.
    private static IEnumerable<INamedTypeSymbol> Named(string typeName, Compilation compilation)
    {
        var simple = typeName.Substring(typeName.LastIndexOf('.') + 1);
        var here = compilation.GetSymbolsWithName(simple, SymbolFilter.Type).OfType<INamedTypeSymbol>().Where(type => type.DottedName() == typeName);
        var elsewhere = Enumerable.Range(0, 5).SelectMany(arity => compilation.GetTypesByMetadataName(arity == 0 ? typeName : $"{typeName}`{arity}"));
        return here.Concat(elsewhere);
    }

    private static (string Type, string Member, bool IsInverted) Split(string entry)
    {
        var isInverted = entry.TrimStart().StartsWith("!", StringComparison.Ordinal);
        var name = entry.Trim().TrimStart('!').Trim();
        var dot = name.LastIndexOf('.');
        return dot <= 0 ? ("", name, isInverted) : (name.Substring(0, dot), name.Substring(dot + 1), isInverted);
    }

    private static IEnumerable<INamedTypeSymbol> Types(INamedTypeSymbol type) => type.Ancestors().Concat(type.AllInterfaces).Prepend(type);

    private static bool IsException(INamedTypeSymbol type) => type.Ancestors().Prepend(type).Any(static ancestor => ancestor.Is("System", "Exception"));
}
