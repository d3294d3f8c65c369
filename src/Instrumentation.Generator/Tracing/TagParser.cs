using Instrumentation.Generator.Methods;
using Instrumentation.Generator.Paths;
using Instrumentation.Generator.Roslyn;
using Instrumentation.Generator.Text;
using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Tracing;

/// <summary>What came of one <c>[Tag]</c>: the tag, or what is wrong with it.</summary>
/// <param name="Target">The parameter or member that it stands on, or the method where it stands on the return value.</param>
/// <param name="Attribute">The annotation.</param>
/// <param name="Tag">The tag.</param>
/// <param name="Problem">Why there is none.</param>
/// <param name="Personal">The personal data that there is none because of.</param>
internal sealed record ParsedTag(ISymbol Target, AttributeData Attribute, SpanTag? Tag, string? Problem, ISymbol? Personal = null)
{
    /// <summary>The name as it is written; <see langword="null"/> where it follows from the code.</summary>
    public string? GivenKey => KeyOf(Attribute);

    public static string? KeyOf(AttributeData attribute) => attribute.FirstText() ?? attribute.Named<string?>("Name", null);
}

/// <summary>Reads <c>[Tag]</c> on parameters, members of the instance and return values.</summary>
internal static class TagParser
{
    /// <summary>The tags of a span: those of parameters and members, which it has from the start, and those of the return value.</summary>
    public static IEnumerable<ParsedTag> Parse(IMethodSymbol method, MethodShape shape, Compilation compilation)
    {
        var members = method.IsStatic ? [] : TaggedMembers(method.ContainingType, compilation);
        return method.Parameters.SelectMany(parameter => OfParameter(parameter, shape, compilation))
            .Concat(members.SelectMany(member => OfMember(member, shape.SelfView ?? shape.Self, compilation)))
            .Concat(OfResult(method, shape, compilation));
    }

    public static IEnumerable<ParsedTag> OfParameter(IParameterSymbol parameter, MethodShape shape, Compilation compilation) =>
        from attribute in On(parameter.GetAttributes())
        let name = shape.Parameters[parameter.Ordinal].Name
        select Parse(attribute, parameter, parameter.Name, new Start(PathRoot.Parameter, parameter.Type, name, parameter.RefKind == RefKind.Out), compilation);

    public static IEnumerable<ParsedTag> OfMember(ISymbol member, string self, Compilation compilation) =>
        from attribute in On(member.GetAttributes())
        let type = member is IPropertySymbol property ? property.Type : ((IFieldSymbol)member).Type
        select Parse(attribute, member, member.Name, new Start(PathRoot.This, type, $"{self}.{MethodShapeParser.Escape(member.Name)}", IsLate: false), compilation);

    public static IEnumerable<ParsedTag> OfResult(IMethodSymbol method, MethodShape shape, Compilation compilation)
    {
        var (_, result) = MethodShapeParser.Returned(method);
        return On(method.GetReturnTypeAttributes()).Select(attribute => result is null
            ? new ParsedTag(method, attribute, null, MethodShapeParser.WhyNoResult(method))
            : Parse(attribute, method, "result", new Start(PathRoot.Return, result, shape.ResultView ?? shape.Result, IsLate: true), compilation));
    }

    /// <summary>The tags among the attributes.</summary>
    public static IEnumerable<AttributeData> On(IEnumerable<AttributeData> attributes) =>
        attributes.Where(static attribute => attribute.Is(AttributeNames.Tag));

    /// <summary>Why a span cannot read the member; <see langword="null"/> where it can.</summary>
    public static string? Unreadable(ISymbol member, Compilation compilation) => member switch
    {
        { IsStatic: true } => "it is static, and tags are read from the instance",
        IPropertySymbol { IsIndexer: true } => "an indexer has no value without an argument",
        IPropertySymbol { GetMethod: null } => "it cannot be read",
        IPropertySymbol { GetMethod: { } getter } when !compilation.IsSymbolAccessibleWithin(getter, compilation.Assembly) => "generated code cannot reach it; make it internal",
        _ when !compilation.IsSymbolAccessibleWithin(member, compilation.Assembly) => "generated code cannot reach it; make it internal",
        _ => null,
    };

    private static IEnumerable<ISymbol> TaggedMembers(INamedTypeSymbol type, Compilation compilation)
    {
        for (var ancestor = type; ancestor is not null; ancestor = ancestor.BaseType)
        {
            foreach (var member in ancestor.GetMembers())
            {
                if (member is IPropertySymbol or IFieldSymbol && member.GetAttributes().Find(AttributeNames.Tag) is not null && Unreadable(member, compilation) is null)
                    yield return member;
            }
        }
    }

    private static ParsedTag Parse(AttributeData attribute, ISymbol symbol, string name, Start start, Compilation compilation)
    {
        var path = attribute.Named<string?>("Path", null);
        var parts = path is null ? [] : path.Split('.');
        var parsed = MemberPathParser.Follow(parts, start.Root, start.Type, start.Expression, start.IsLate, symbol, compilation);
        if (parsed.Problem is not null) return new ParsedTag(symbol, attribute, null, parsed.Problem);
        if (parsed.Value!.Shape == ValueShape.None)
        {
            var shown = parsed.Type!.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);
            return new ParsedTag(symbol, attribute, null, $"'{shown}' has no value that a span attribute can take; name one of its members with Path");
        }

        var values = attribute.NamedList<string>("Values") ?? [];
        if (values.Length > 0 && parsed.Value.Shape != ValueShape.Text) return new ParsedTag(symbol, attribute, null, "Values lists texts, and the value is none; leave Values out");

        // Personal data is not captured; the analyzer says so.
        if (parsed.Personal is { } personal) return new ParsedTag(symbol, attribute, null, null, personal);

        var given = ParsedTag.KeyOf(attribute);
        var key = !string.IsNullOrWhiteSpace(given) ? given! : TagNames.OfPath(path is null ? name : start.Root == PathRoot.Return ? path : $"{name}.{path}");
        return new ParsedTag(symbol, attribute, new SpanTag(key, parsed.Value, values.Distinct(StringComparer.Ordinal).ToEquatableArray()), null);
    }

    /// <summary>What a tag's path starts from.</summary>
    private readonly record struct Start(PathRoot Root, ITypeSymbol Type, string Expression, bool IsLate);
}
