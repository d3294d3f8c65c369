using Instrumentation.Generator.Methods;
using Instrumentation.Generator.Paths;
using Instrumentation.Generator.Text;
using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Tracing;

/// <summary>What came of one <c>[Tag]</c>: the tag, or what is wrong with it.</summary>
internal sealed record ParsedTag(AttributeData Attribute, SpanTag? Tag, string? Problem, ISymbol? Personal = null);

/// <summary>Reads <c>[Traced]</c> and <c>[Tag]</c>.</summary>
internal static class SpanParser
{
    private static readonly string[] s_kinds = ["Internal", "Server", "Client", "Producer", "Consumer"];
    private static readonly string[] s_levels = ["Trace", "Debug", "Information", "Critical"];
    private static readonly string[] s_recordings = ["None", "Type", "TypeAndMessage", "Full"];

    public static Span Parse(AttributeData attribute, IMethodSymbol method) => new(
        Name: attribute.Named<string?>("Name", null) ?? attribute.FirstText() ?? $"{method.ContainingType.Name}.{method.Name}",
        Kind: Pick(s_kinds, attribute.Named("Kind", 0)),
        Level: Pick(s_levels, attribute.Named("Level", 2)),
        Root: attribute.Named("Root", false),
        Recording: Pick(s_recordings, attribute.Named("RecordException", 1)));

    /// <summary>The tags of parameters and members, which the span has from the start, and those of the return value.</summary>
    public static IEnumerable<ParsedTag> Tags(IMethodSymbol method, MethodShape shape, Compilation compilation)
    {
        foreach (var parameter in method.Parameters)
        {
            foreach (var attribute in Tags(parameter.GetAttributes()))
                yield return Parse(attribute, parameter, parameter.Name, PathRoot.Parameter, parameter.Type, shape.Parameters[parameter.Ordinal].Name, parameter.RefKind == RefKind.Out, compilation);
        }

        if (!method.IsStatic)
        {
            foreach (var member in TaggedMembers(method.ContainingType, compilation))
            {
                var type = member is IPropertySymbol property ? property.Type : ((IFieldSymbol)member).Type;
                foreach (var attribute in Tags(member.GetAttributes()))
                    yield return Parse(attribute, member, member.Name, PathRoot.This, type, $"{shape.Self}.{MethodShapeParser.Escape(member.Name)}", isLate: false, compilation);
            }
        }

        var (_, result) = MethodShapeParser.Returned(method);
        foreach (var attribute in Tags(method.GetReturnTypeAttributes()))
        {
            yield return result is null
                ? new ParsedTag(attribute, null, $"'{method.Name}' returns nothing")
                : Parse(attribute, null, "result", PathRoot.Return, result, shape.Result, isLate: true, compilation);
        }
    }

    private static IEnumerable<AttributeData> Tags(IEnumerable<AttributeData> attributes) =>
        attributes.Where(static attribute => attribute.Is(AttributeNames.Tag));

    private static IEnumerable<ISymbol> TaggedMembers(INamedTypeSymbol type, Compilation compilation)
    {
        for (var ancestor = type; ancestor is not null; ancestor = ancestor.BaseType)
        {
            foreach (var member in ancestor.GetMembers())
            {
                if (member is (IPropertySymbol { IsStatic: false, IsIndexer: false, GetMethod: not null } or IFieldSymbol { IsStatic: false })
                    && member.GetAttributes().Find(AttributeNames.Tag) is not null
                    && compilation.IsSymbolAccessibleWithin(member, compilation.Assembly))
                    yield return member;
            }
        }
    }

    private static ParsedTag Parse(
        AttributeData attribute, ISymbol? start, string name, PathRoot root, ITypeSymbol type, string expression, bool isLate, Compilation compilation)
    {
        var path = attribute.Named<string?>("Path", null);
        var parts = path is null ? [] : path.Split('.');
        var parsed = MemberPathParser.Follow(parts, root, type, expression, isLate, start, compilation);
        if (parsed.Problem is not null) return new ParsedTag(attribute, null, parsed.Problem);
        if (parsed.Value!.Shape == ValueShape.None)
        {
            var shown = parsed.Type!.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);
            return new ParsedTag(attribute, null, $"'{shown}' has no value that a span attribute can take; name one of its members with Path");
        }

        // Personal data is not captured; the analyzer says so.
        if (parsed.Personal is not null) return new ParsedTag(attribute, null, null, parsed.Personal);

        var key = attribute.FirstText() ?? attribute.Named<string?>("Name", null)
            ?? TagNames.OfPath(path is null ? name : root == PathRoot.Return ? path : $"{name}.{path}");
        return new ParsedTag(attribute, new SpanTag(key, parsed.Value), null);
    }

    private static string Pick(string[] names, int value) => value >= 0 && value < names.Length ? names[value] : names[0];
}
