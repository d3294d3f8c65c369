using Instrumentation.Generator.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Instrumentation.Generator.Flow;

/// <summary>What serializers make of objects, and objects of what they have written.</summary>
internal sealed partial class FlowRun
{
    // Fields are written only where the options say so.
    private bool _withFields;

    private FlowValue Serialize(IMethodSymbol method, FlowValue? receiver, IReadOnlyList<Passed> arguments, TextFormat format, IOperation place)
    {
        var taints = TaintSet.None;

        // `Serialize(value, value.GetType())`
        var isByItsOwn = arguments.Any(static argument => argument is { Parameter.Type: { Name: "Type" } type, Operation: not ITypeOfOperation } && type.Is("System", "Type"));
        var outer = _withFields;
        _withFields |= format == TextFormat.Json && arguments.Any(static argument => IsOfOptions(argument.Parameter?.Type) && argument.Operation is not { ConstantValue.HasValue: true }) && _program.Mentions("IncludeFields");
        foreach (var argument in arguments)
        {
            if (argument.Operation is not { } operation || IsTarget(operation.Type)) continue;
            var type = StaticType(operation);

            // `Serialize<Base>(value)` writes what Base has.
            if (format == TextFormat.Json && argument.Parameter?.OriginalDefinition.Type is ITypeParameterSymbol && operation.Type is { SpecialType: not SpecialType.System_Object } given) type = given;
            if (format == TextFormat.Json && IsOfOptions(operation.Type)) continue;
            taints = taints.Union(format == TextFormat.Json && !isByItsOwn && type is not null and not ITypeParameterSymbol && !type.IsCollection() ? TextAs(argument.Value, type, format, operation) : TextOf(argument.Value, type, format, operation));
        }

        _withFields = outer;
        taints = taints.Serialized();
        foreach (var argument in arguments)
        {
            if (argument.Operation is { } operation && IsTarget(operation.Type)) AddContent(argument.Value, taints);
        }

        if (method.MethodKind == MethodKind.Constructor && receiver is not null)
        {
            AddContent(receiver, taints);
            return FlowValue.Unknown;
        }

        if (method.ReturnsVoid) return FlowValue.Unknown;
        var result = Given(place, method.ReturnType);
        if (IsTree(method.ReturnType) && arguments is [{ Operation: { } written } only, ..] && !_withFields && arguments.All(static argument => argument.Operation is { IsImplicit: true } || !IsOfOptions(argument.Parameter?.Type)) && NodeOf(only.Value, StaticType(written), format, place) is { } node) return node;
        AddContent(result, taints);
        return result.With(taints);
    }

    // Written by its static type: what a derived type adds does not appear.
    private TaintSet TextAs(FlowValue value, ITypeSymbol type, TextFormat format, IOperation place)
    {
        var taints = value.Taints;
        if (type.IsString() || type.IsNumber() || type.IsTime() || !HasParts(type)) return taints;
        foreach (var item in value.Objects.IsEmpty ? Given((place, type), type, place.Syntax).Objects : value.Objects)
            taints = taints.Union(TextOf(item, type.IsSealed || type.SpecialType == SpecialType.System_Object || item.Type is null ? item.Type ?? type : type, format, place, 0));
        return taints;
    }

    private static bool IsOfOptions(ITypeSymbol? type) => type is { Name: "JsonSerializerOptions" };

    // A node has a part for each member, which may be taken out again.
    private FlowValue? NodeOf(FlowValue value, ITypeSymbol? type, TextFormat format, IOperation place)
    {
        if (type is not INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct } known || type.IsCollection() || !(known.IsInSource() || known.IsRecord) || value.Objects.IsEmpty) return null;
        var node = Make(place, (place as IInvocationOperation)?.TargetMethod.ReturnType, "node", isExact: false);
        foreach (var member in Written(known, format))
        {
            var taints = MemberText(value, member, format, place, 0).Serialized();
            _state.SetPart(node, Part.At(NameInJson(member)), FlowValue.Of(taints));
        }

        return FlowValue.Of(node).With(value.Taints.Serialized());
    }

    private static string NameInJson(ISymbol member) =>
        member.GetAttributes().FirstOrDefault(static attribute => attribute.AttributeClass?.Name is "JsonPropertyNameAttribute" or "JsonPropertyAttribute") is { ConstructorArguments: [{ Value: string name }, ..] } ? name : member.Name;

    // What a converter of the program's own writes is all that is written.
    private TaintSet? Converted(ISymbol converted, FlowValue value, IOperation place)
    {
        foreach (var attribute in converted.GetAttributes())
        {
            if (attribute is not { AttributeClass: { Name: "JsonConverterAttribute" } kind, ConstructorArguments: [{ Value: INamedTypeSymbol converter }, ..] } || !kind.Is("System.Text.Json.Serialization", "JsonConverterAttribute")) continue;
            var write = converter.GetMembers("Write").OfType<IMethodSymbol>().FirstOrDefault(method => method is { IsOverride: true, Parameters.Length: 3 } && _program.Bodies.Of(method) is not null);
            if (write is null) continue;
            var writer = Intern((place, converted), "json", () => new FlowObject(Origin.Made, write.Parameters[0].Type, true, isSingle: true, 0));
            _state.Clear(writer);
            _state.SetPart(writer, Part.Made, FlowValue.Clean);
            CallMethod(write, Given((place, converter), converter, place.Syntax), [new Passed(write.Parameters[0], FlowValue.Of(writer), null), new Passed(write.Parameters[1], value, null), new Passed(write.Parameters[2], FlowValue.Unknown, null)], place);
            return ContentOf(writer);
        }

        return null;
    }

    // Read back as an object: its members hold what members of those names held. Where it has marked members, those are what matters in it.
    private FlowValue Deserialized(FlowValue value, ITypeSymbol type, TaintSet read, IOperation place)
    {
        if (type.IsTransparent()) type = ((INamedTypeSymbol)type).TypeArguments[0];
        if (_program.Holders.Hold(type)) return value;
        if (read.IsEmpty) return value;
        var isList = type.IsCollection() && !type.IsMap();
        if ((isList ? type.ElementType() : type) is not INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct } known || !known.IsInSource() || known.IsCollection()) return value.With(read.Serialized(isSerialized: false));
        var made = Make(place, known, "read");
        foreach (var member in Written(known, TextFormat.Contract))
        {
            _state.SetPart(made, Part.Of(member), FlowValue.Of(Named(read, NameInJson(member)).Union(Named(read, member.Name)).Serialized(isSerialized: false)));
        }

        if (!isList) return FlowValue.Of(made);
        var list = Make(place, type, "list", isExact: false);
        _state.SetPart(list, Part.Element, FlowValue.Of(made));
        return FlowValue.Of(list);
    }

    private static TaintSet Named(TaintSet read, string name) =>
        read.Items.Where(item => IsNamed(item.Key, item.Value, name)).Aggregate(TaintSet.None, static (all, item) => all.Union(TaintSet.Of(item.Key, item.Value)));

    // What no serializer has written here may have any names in it.
    private static bool IsNamed(Token token, Hop? way, string name) => token.Source is null || !token.IsSerialized
        || string.Equals(token.Source.Name, name, StringComparison.OrdinalIgnoreCase) || way?.Steps.Any(step => string.Equals(step.Name, name, StringComparison.OrdinalIgnoreCase)) == true;

    private static bool IsTree(ITypeSymbol? type)
    {
        for (var ancestor = type; ancestor is not null; ancestor = ancestor.BaseType)
        {
            if (ancestor.Is("System.Text.Json.Nodes", "JsonNode") || ancestor.Is("Newtonsoft.Json.Linq", "JToken") || ancestor.Is("System.Xml.Linq", "XObject")) return true;
        }

        return false;
    }
}
