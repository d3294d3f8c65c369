using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Instrumentation.Generator.Flow;

/// <summary>Reading and writing elements of collections, with constant keys and indices apart.</summary>
internal sealed partial class FlowRun
{
    private readonly HashSet<FlowObject> _enumerated = [];

    private FlowValue OfArrayElement(IArrayElementReferenceOperation element)
    {
        var array = Eval(element.ArrayReference);
        foreach (var index in element.Indices) Eval(index);
        return element.Indices.Length == 1 && element.Type is not null ? OfPart(array, element, element.Indices[0]) : Elements(array, element, element.Type);
    }

    private FlowValue OfIndexer(FlowValue? receiver, IPropertyReferenceOperation reference)
    {
        var arguments = reference.Arguments.Select(argument => new Passed(argument.Parameter, Eval(argument.Value), argument.Value)).ToList();
        FlowValue? result = null;
        foreach (var (target, self) in receiver is null ? [(reference.Property, FlowValue.Unknown)] : TargetsOn(reference.Property, receiver, reference))
        {
            var read = target is IPropertySymbol found && Getter(found) is { } getter
                ? CallMethod(getter, self, arguments, reference)
                : OfPart(self, reference, arguments.Count == 1 ? arguments[0].Operation : null);
            result = result is null ? read : result.Or(read);
        }

        result ??= FlowValue.Unknown;
        return result.With(SourceAt(reference.Property, reference));
    }

    /// <summary>The element of a collection at an index or key; a piece of a text, or of the same collection, for a range.</summary>
    private FlowValue OfPart(FlowValue receiver, IOperation place, IOperation? key)
    {
        if (key?.Type?.Name == "Range") return key is IRangeOperation range && Bound(range.LeftOperand, 0) is { } start ? Sliced(receiver, start, Bound(range.RightOperand, int.MaxValue) ?? int.MaxValue, place) : Sliced(receiver, null, int.MaxValue, place);
        var constant = key is IUnaryOperation { OperatorKind: UnaryOperatorKind.Hat, Operand: var fromEnd } ? ConstantOf(fromEnd) is int last && LengthOf(receiver) is { } length ? length - last : null
            : key is not null ? ConstantOf(key) : null;
        return constant is not null ? ElementAt(receiver, constant, place, place.Type) : Elements(receiver, place, place.Type);
    }

    private FlowValue ElementAt(FlowValue receiver, object constant, IOperation place, ITypeSymbol? type)
    {
        FlowValue? exact = null;
        foreach (var item in receiver.Objects)
        {
            var found = _state.Part(item, Part.At(constant));
            if (found is null && item.Origin == Origin.Kept) found = _program.Kept.Part(item, Part.At(constant));
            var value = found is { MayBeInitial: false } ? found : ElementsOf(item, place, type, isConstant: true);
            if (found is { MayBeInitial: true }) value = value.Or(found).WithInitial(false);
            exact = exact is null ? value : exact.Or(value);
        }

        return exact is null ? Elements(receiver, place, type) : type is not null && _policy.Tells(type) ? exact.With(receiver.Taints) : exact;
    }

    // Of an array that was made here with all that is in it.
    private int? LengthOf(FlowValue receiver)
    {
        int? length = null;
        foreach (var item in receiver.Objects)
        {
            if (item is not { Origin: Origin.Made, Type: IArrayTypeSymbol { Rank: 1 } } || _state.Part(item, Part.Element) is not null) return null;
            var own = _state.Parts(item).Count(static part => Part.IsAt(part.Key));
            if (own == 0 || _state.Part(item, Part.At(own - 1)) is null || (length is { } other && other != own)) return null;
            length = own;
        }

        return length;
    }

    // `^1` is none: how long it is is not known.
    private static int? Bound(IOperation? bound, int open) => bound is null ? open : bound is IConversionOperation { Operand.ConstantValue: { HasValue: true, Value: int index } } ? index : null;

    // `row[1..]`, `[var first, .. var rest]`: what stands before it and after it is not in it. Where it begins may not be known.
    private FlowValue Sliced(FlowValue receiver, int? start, int end, IOperation place)
    {
        if (receiver.Objects.IsEmpty || receiver.Objects.Any(item => item.Origin != Origin.Made || _state.Part(item, Part.Element) is not null)) return receiver;
        var made = Make(place, receiver.Objects[0].Type, "slice");
        foreach (var part in receiver.Objects.SelectMany(item => _state.Parts(item)))
        {
            if (part.Key == Part.Made) continue;
            if (!Part.IsAt(part.Key) || !int.TryParse(part.Key.Substring(1, part.Key.Length - 2), NumberStyles.None, CultureInfo.InvariantCulture, out var index)) _state.AddPart(made, part.Key, part.Value);
            else if (start is not { } first) _state.AddPart(made, Part.Element, part.Value);
            else if (index >= first && index < end) _state.AddPart(made, Part.At(index - first), part.Value);
        }

        return FlowValue.Of(made).With(receiver.Taints);
    }

    /// <summary>Any element of a collection.</summary>
    private FlowValue Elements(FlowValue receiver, IOperation place, ITypeSymbol? type)
    {
        FlowValue? result = null;
        foreach (var item in receiver.Objects)
        {
            var value = EnumeratorOf(item.Type) is { } own && _enumerated.Add(item) ? Enumerated(own, item, place, type) : ElementsOf(item, place, type, isConstant: false);
            _enumerated.Remove(item);
            result = result is null ? value : result.Or(value);
        }

        result ??= type is null ? FlowValue.Unknown : Given(place, type);
        return type is null || _policy.Tells(type) ? result.With(receiver.Taints) : result;
    }

    private FlowValue ElementsOf(FlowObject item, IOperation place, ITypeSymbol? type, bool isConstant)
    {
        // The elements of a map are pairs.
        if (type.IsPair() && item.Type.IsMap()) return FlowValue.Of(PairOf(item, type!));
        if (type.IsGrouping() && item.Type.IsMap() && !item.Type.IsGrouping()) return FlowValue.Of(PairOf(item, type!));

        FlowValue? result = null;
        var isInitial = item.Origin != Origin.Made;
        foreach (var part in PartsOf(item))
        {
            if (part.Key != Part.Element && (isConstant || !Part.IsAt(part.Key))) continue;
            if (part.Key == Part.Element) isInitial &= part.Value.MayBeInitial;
            var value = part.Value.WithInitial(false);
            result = result is null ? value : result.Or(value);
        }

        if (ContentOf(item) is { IsEmpty: false } content) result = (result ?? FlowValue.Unknown).With(content);
        if (!isInitial && result is not null) return result;
        var initial = Initial(item, null, Part.Element, type, place);
        if (_state.Part(item, Part.Element) is null) Remember(item, Part.Element, initial);
        return (result ?? FlowValue.Unknown).Or(initial);
    }

    private IEnumerable<KeyValuePair<string, FlowValue>> PartsOf(FlowObject item) =>
        item.Origin == Origin.Kept ? _program.Kept.Parts(item).Where(kept => _state.Part(item, kept.Key) is not { MayBeInitial: false }).Concat(_state.Parts(item)) : _state.Parts(item);

    private FlowObject PairOf(FlowObject map, ITypeSymbol type)
    {
        var pair = Intern(map, "pair", () => new FlowObject(map.Origin == Origin.Made ? Origin.Made : Origin.Given, type, true, isSingle: false, map.Depth + 1));
        _state.SetPart(pair, Part.Made, FlowValue.Clean);
        foreach (var part in PartsOf(map))
        {
            if (part.Key == Part.Element || Part.IsAt(part.Key)) _state.AddPart(pair, Part.Element, part.Value.WithInitial(false));
            else if (part.Key == Part.MapKey) _state.AddPart(pair, Part.MapKey, part.Value.WithInitial(false));
        }

        return pair;
    }

    private void WriteElement(FlowValue receiver, IOperation? key, FlowValue keyValue, FlowValue value)
    {
        var constant = key is null ? null : ConstantOf(key);
        foreach (var item in receiver.Objects)
        {
            if (item.Type.IsMap() && !keyValue.Taints.IsEmpty) _state.AddPart(item, Part.MapKey, keyValue);
            if (constant is not null)
            {
                if (receiver.Objects.Length == 1 && item.IsSingle) _state.SetPart(item, Part.At(constant), value);
                else _state.AddPart(item, Part.At(constant), value);
                continue;
            }

            // It may be any of them.
            foreach (var part in _state.Parts(item).Where(static part => Part.IsAt(part.Key))) _state.AddPart(item, part.Key, value);
            _state.AddPart(item, Part.Element, value);
        }
    }

    private object? ConstantOf(IOperation key)
    {
        if (key.ConstantValue is { HasValue: true, Value: { } value }) return value;
        if (key is Microsoft.CodeAnalysis.FlowAnalysis.IFlowCaptureReferenceOperation reference && _constants.TryGetValue(KeyOf(reference.Id), out var constant)) return constant;
        if (key is IConversionOperation conversion) return ConstantOf(conversion.Operand);
        if (key is IFieldReferenceOperation { Field: { IsStatic: true, IsReadOnly: true } field }) return field.Name;
        return _state.Root(key is ILocalReferenceOperation local ? local.Local : key is IParameterReferenceOperation parameter ? parameter.Parameter : key)?.Constant is { } known && !ReferenceEquals(known, FlowConstants.Null) ? known : null;
    }

    // The compiler has no operation for it.
    private FlowValue CreateBuffer(IOperation buffer)
    {
        var made = Make(buffer, buffer.Type);
        if (EvalAll(buffer.ChildOperations) is { Taints.IsEmpty: false } value) _state.SetPart(made, Part.Element, value);
        return FlowValue.Of(made);
    }

    // And it hands out what its own enumerator does.
    private IMethodSymbol? EnumeratorOf(ITypeSymbol? type) => type is INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct } && type.IsInSource()
        ? type.GetMembers("GetEnumerator").OfType<IMethodSymbol>().FirstOrDefault(method => method.Parameters.Length == 0 && _program.Bodies.Of(method) is not null)
        : null;

    private FlowValue Enumerated(IMethodSymbol enumerator, FlowObject item, IOperation place, ITypeSymbol? type) =>
        ElementsOf(item, place, type, isConstant: false).Or(Elements(CallMethod(enumerator, FlowValue.Of(item), [], place), place, type));

    // A collection of the program's own is filled by its own method.
    private IMethodSymbol? AdderOf(ITypeSymbol? type) => type is INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct } && type.IsInSource() && !type.GetAttributes().Any(static attribute => attribute.AttributeClass?.Name == "CollectionBuilderAttribute")
        ? type.GetMembers("Add").OfType<IMethodSymbol>().FirstOrDefault(add => add is { Parameters.Length: 1, IsStatic: false } && _program.Bodies.Of(add) is not null)
        : null;

    private FlowValue Filled(FlowValue made, IMethodSymbol add, IReadOnlyList<IOperation> elements, IOperation place)
    {
        if (add.ContainingType.InstanceConstructors.FirstOrDefault(static constructor => constructor.Parameters.Length == 0) is { } constructor) Construct(constructor, made, [], place);
        foreach (var element in elements)
        {
            var value = element is ISpreadOperation spread ? Elements(Eval(spread.Operand), spread, spread.ElementType) : Eval(element);
            CallMethod(add, made, [new Passed(add.Parameters[0], value, element)], element);
        }

        return made;
    }

    private FlowValue CreateArray(IArrayCreationOperation array)
    {
        foreach (var size in array.DimensionSizes) Eval(size);
        var made = Make(array, array.Type);
        var result = FlowValue.Of(made);
        if (array.Initializer is not { } initializer) return result;
        for (var i = 0; i < initializer.ElementValues.Length; i++)
        {
            var element = initializer.ElementValues[i];
            if (element is IArrayInitializerOperation nested)
            {
                foreach (var inner in nested.ElementValues) AddPart(result, Part.Element, Eval(inner));
            }
            else WritePart(result, Part.At(i), Eval(element));
        }

        return result;
    }

    private FlowValue CreateCollection(IOperation place, IReadOnlyList<IOperation> elements, ITypeSymbol? type)
    {
        var made = Make(place, type);
        var result = FlowValue.Of(made);
        if (AdderOf(type) is { } add) return Filled(result, add, elements, place);
        var isAfterSpread = false;
        for (var i = 0; i < elements.Count; i++)
        {
            if (elements[i] is ISpreadOperation spread)
            {
                isAfterSpread = true;
                var value = Eval(spread.Operand);
                _state.AddPart(made, Part.Element, Elements(value, spread, spread.ElementType));
            }
            else if (isAfterSpread) AddPart(result, Part.Element, Eval(elements[i]));
            else WritePart(result, Part.At(i), Eval(elements[i]));
        }

        return result;
    }
}
