using Instrumentation.Generator.Catalog;
using Instrumentation.Generator.Methods;
using Instrumentation.Generator.Paths;
using Instrumentation.Generator.Privacy;
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
        return Constants(method, method, shape, compilation)
            .Concat(Constants(method.ContainingType, method, shape, compilation))
            .Concat(OfSignature(method, shape, compilation, members));
    }

    /// <summary>The tags that stand on a method or a type, and are always the same.</summary>
    /// <param name="owner">The method or its type.</param>
    /// <param name="method">The method, if there is one already.</param>
    /// <param name="shape">Its signature.</param>
    /// <param name="compilation">Where the tags are read.</param>
    public static IEnumerable<ParsedTag> Constants(ISymbol owner, IMethodSymbol? method, MethodShape? shape, Compilation compilation) =>
        On(owner.GetAttributes()).Select(attribute => Constant(attribute, owner, method, shape, compilation));

    private static IEnumerable<ParsedTag> OfSignature(IMethodSymbol method, MethodShape shape, Compilation compilation, IEnumerable<ISymbol> members)
    {
        return method.Parameters.SelectMany(parameter => OfParameter(parameter, shape, compilation))
            .Concat(members.SelectMany(member => OfMember(member, shape.SelfView ?? shape.Self, compilation)))
            .Concat(OfResult(method, shape, compilation));
    }

    public static IEnumerable<ParsedTag> OfParameter(IParameterSymbol parameter, MethodShape shape, Compilation compilation) =>
        from attribute in On(parameter.GetAttributes())
        let name = shape.Parameters[parameter.Ordinal].Name
        select Parse(attribute, parameter, parameter.Name, (IMethodSymbol)parameter.ContainingSymbol, shape, new Start(PathRoot.Parameter, parameter.Type, name, parameter.RefKind == RefKind.Out), compilation);

    public static IEnumerable<ParsedTag> OfMember(ISymbol member, string self, Compilation compilation) =>
        from attribute in On(member.GetAttributes())
        let type = member is IPropertySymbol property ? property.Type : ((IFieldSymbol)member).Type
        select Parse(attribute, member, member.Name, null, null, new Start(PathRoot.This, type, $"{self}.{MethodShapeParser.Escape(member.Name)}", IsLate: false), compilation);

    public static IEnumerable<ParsedTag> OfResult(IMethodSymbol method, MethodShape shape, Compilation compilation)
    {
        var (_, result) = MethodShapeParser.Returned(method);
        return On(method.GetReturnTypeAttributes()).Select(attribute => result is null
            ? new ParsedTag(method, attribute, null, MethodShapeParser.WhyNoResult(method))
            : Parse(attribute, method, "result", method, shape, new Start(PathRoot.Return, result, shape.ResultView ?? shape.Result, IsLate: true), compilation));
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

    private static ParsedTag Constant(AttributeData attribute, ISymbol owner, IMethodSymbol? method, MethodShape? shape, Compilation compilation)
    {
        if (attribute.NamedArguments.FirstOrDefault(static argument => argument.Key == "Value").Value is not { Kind: not TypedConstantKind.Error } constant)
            return new ParsedTag(owner, attribute, null, "on a method or a type there is nothing to read; give the tag a Value, or move it to a parameter, a member or the return value ([return: Tag])");
        if (string.IsNullOrWhiteSpace(ParsedTag.KeyOf(attribute))) return new ParsedTag(owner, attribute, null, "a tag that is always the same needs a name: [Tag(\"component\", Value = …)]");
        if (ConstantParser.Parse(constant) is not var (value, text)) return new ParsedTag(owner, attribute, null, "a tag's value is a text, a number, a bool or an enum");
        if (attribute.Named<string?>("Path", null) is not null || attribute.NamedList<string>("Values") is not null)
            return new ParsedTag(owner, attribute, null, "the value is always the same; leave Path and Values out");

        var condition = TagCondition.Of(attribute, isLate: false, method, shape, compilation);
        return condition.Problem is null
            ? new ParsedTag(owner, attribute, new SpanTag(ParsedTag.KeyOf(attribute)!, value, new[] { text }.ToEquatableArray(), condition.Value), null)
            : new ParsedTag(owner, attribute, null, condition.Problem);
    }

    private static ParsedTag Parse(AttributeData attribute, ISymbol symbol, string name, IMethodSymbol? method, MethodShape? shape, Start start, Compilation compilation)
    {
        if (attribute.NamedArguments.Any(static argument => argument.Key == "Value"))
            return new ParsedTag(symbol, attribute, null, "the value is what the tag stands on; leave Value out, or put the tag on the method");
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

        var condition = TagCondition.Of(attribute, start.IsLate, method, shape, compilation);
        if (condition.Problem is not null) return new ParsedTag(symbol, attribute, null, condition.Problem);

        // Personal data is redacted, if the mark says how, or not captured; the analyzer says so.
        var value = parsed.Value;
        if (parsed.Personal is { } personal)
        {
            if (PiiMarks.RedactionOf(personal) is not { } redaction) return new ParsedTag(symbol, attribute, null, null, personal);
            if (values.Length > 0) return new ParsedTag(symbol, attribute, null, "of a value that is redacted nobody knows what it is; leave Values out");
            value = value.Redacted(redaction, MarkedDataParser.Describe(personal));
        }

        var given = ParsedTag.KeyOf(attribute);
        var key = !string.IsNullOrWhiteSpace(given) ? given! : TagNames.OfPath(path is null ? name : start.Root == PathRoot.Return ? path : $"{name}.{path}");
        return new ParsedTag(symbol, attribute, new SpanTag(key, value, values.Distinct(StringComparer.Ordinal).ToEquatableArray(), condition.Value), null);
    }

    /// <summary>What a tag's path starts from.</summary>
    private readonly record struct Start(PathRoot Root, ITypeSymbol Type, string Expression, bool IsLate);
}
