using Instrumentation.Generator.Methods;
using Instrumentation.Generator.Paths;
using Instrumentation.Generator.Roslyn;
using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Tracing;

/// <summary>What came of a <c>[Parent]</c> or <c>[Link]</c>: the context, or what is wrong with it.</summary>
internal sealed record ParsedOrigin(IParameterSymbol Parameter, AttributeData Attribute, PathValue? Value, string? Problem)
{
    public bool IsParent => Attribute.Is(AttributeNames.Parent);
}

/// <summary>Reads the explicit parent and the links of a span.</summary>
internal static class SpanOriginParser
{
    public static IEnumerable<ParsedOrigin> Parse(IMethodSymbol method, MethodShape shape, Compilation compilation) =>
        from parameter in method.Parameters
        from attribute in parameter.GetAttributes()
        where attribute.Is(AttributeNames.Parent) || attribute.Is(AttributeNames.Link)
        select Parse(attribute, parameter, method, shape, compilation);

    /// <summary>The span with what the call brings along for it.</summary>
    public static Span WithOrigin(this Span span, IMethodSymbol method, MethodShape shape, Compilation compilation)
    {
        var usable = Parse(method, shape, compilation).Where(static origin => origin.Value is not null).ToList();
        return usable.Count == 0
            ? span
            : span with
            {
                Parent = usable.FirstOrDefault(static origin => origin.IsParent)?.Value,
                Links = usable.Where(static origin => !origin.IsParent).Select(static origin => origin.Value!).ToEquatableArray(),
            };
    }

    private static ParsedOrigin Parse(AttributeData attribute, IParameterSymbol parameter, IMethodSymbol method, MethodShape shape, Compilation compilation)
    {
        if (SequenceShapes.IsSequence(method)) return Fault("the span of a sequence starts when it is enumerated, and takes its parent from there");
        if (parameter.RefKind == RefKind.Out) return Fault("an out parameter has no value when the span starts");

        var path = attribute.Named<string?>("Path", null);
        var parsed = MemberPathParser.Follow(
            path is null ? [] : path.Split('.'), PathRoot.Parameter, parameter.Type, shape.Parameters[parameter.Ordinal].Name, isLate: false, parameter, compilation);
        if (parsed.Problem is { } problem) return Fault(problem);
        if (IsContext(parsed.Type!) || (attribute.Is(AttributeNames.Link) && IsLinks(parsed.Type!))) return new ParsedOrigin(parameter, attribute, parsed.Value, null);

        var shown = parsed.Type!.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);
        return Fault(attribute.Is(AttributeNames.Parent)
            ? $"'{shown}' is no context; a parent is an ActivityContext, an Activity or a traceparent text, also of a member named with Path"
            : $"'{shown}' is no context; a link is an ActivityContext, an ActivityLink, an Activity, a traceparent text or a sequence of contexts, links or texts, also of a member named with Path");

        ParsedOrigin Fault(string text) => new(parameter, attribute, null, text);
    }

    private static bool IsContext(ITypeSymbol type) =>
        type.SpecialType == SpecialType.System_String
        || type.Is("System.Diagnostics", "ActivityContext")
        || type.Is("System.Diagnostics", "Activity")
        || (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable && nullable.TypeArguments[0].Is("System.Diagnostics", "ActivityContext"));

    private static bool IsLinks(ITypeSymbol type) => type.Is("System.Diagnostics", "ActivityLink") || (type is INamedTypeSymbol or IArrayTypeSymbol && type.AllInterfaces.Prepend(type)
        .OfType<INamedTypeSymbol>()
        .Any(static sequence => sequence.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_IEnumerable_T
            && (sequence.TypeArguments[0].SpecialType == SpecialType.System_String || sequence.TypeArguments[0].Is("System.Diagnostics", "ActivityContext") || sequence.TypeArguments[0].Is("System.Diagnostics", "ActivityLink"))));
}
