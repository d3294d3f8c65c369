using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Instrumentation.Generator.Flow;

/// <summary>Calls of methods whose code is not there.</summary>
internal sealed partial class FlowRun
{
    private static readonly HashSet<string> s_same =
    [
        "GetEnumerator", "GetAsyncEnumerator", "AsEnumerable", "AsQueryable", "ConfigureAwait", "WithCancellation", "GetAwaiter", "GetResult", "AsTask", "WaitAsync",
        "AsSpan", "AsMemory", "Slice", "AsReadOnly", "GetChunks", "ToArrayAsync", "ToListAsync", "AsAsyncEnumerable", "ToAsyncEnumerable", "ToBlockingEnumerable", "AsParallel", "AsNoTracking",
        "AsObject", "AsArray",
    ];

    private FlowValue CallLibrary(IMethodSymbol method, FlowValue? receiver, IReadOnlyList<Passed> arguments, IOperation place)
    {
        switch (_policy.RuleOf(method))
        {
            case LibraryRule.Drop:
                return method.ReturnsVoid ? FlowValue.Unknown : Given(place, method.ReturnType);
            case LibraryRule.Reset:
                // `Array.Clear(array)`: a part of it only, with more arguments.
                var emptied = receiver ?? (method.IsStatic && arguments.Count == (method.Name == "Fill" ? 2 : 1) ? arguments[0].Value : null);
                if (emptied is not null && IsOne(emptied) && arguments.All(argument => argument.Value == emptied || argument.Value.Taints.IsEmpty))
                {
                    foreach (var item in emptied.Objects) Empty(item);
                    if (receiver is null && arguments[0].Operation is ILocalReferenceOperation wiped) AssignTo(wiped, emptied.WithTaints(TaintSet.None), place);
                }

                return receiver ?? FlowValue.Unknown;
            case LibraryRule.CopyReceiver:
                return (receiver ?? (arguments.Count > 0 ? arguments[0].Value : FlowValue.Unknown)).WithInitial(false);
        }

        if (FormattedByOwn(method, arguments, place) is { } formatted) return formatted;
        if (s_same.Contains(method.Name) && (receiver ?? (arguments.Count > 0 ? arguments[0].Value : null)) is { } same) return same;
        if (method is { Name: "OfType" or "Cast", TypeArguments: [var wanted] } && arguments.Count == 1) return OfType(arguments[0].Value, wanted, method.ReturnType, place);
        return new LibraryCall(this, method, receiver, method.ContainingType.IsString() && method.Name == "Format" ? Formatted(arguments) : arguments, place).Run();
    }

    // What a field is known to keep, and what else may be there, are one and the same object.
    private static bool IsOne(FlowValue value) => value.Objects.All(static item => item.IsSingle)
        && (value.Objects.Length == 1 || value.Objects.Select(static item => item.KeptIn?.Part ?? item.Parent?.Part).Distinct().ToList() is [not null]);

    // Of what somebody else has made it is known from here on that nothing is in it.
    private void Empty(FlowObject item)
    {
        var parts = PartsOf(item).Select(static part => part.Key).ToList();
        _state.Clear(item);
        if (item.Origin == Origin.Made)
        {
            // Of a caller's, who is told what is in it, and not what is not.
            if (item.Site is not null) return;
            parts.RemoveAll(static part => part is Part.Made or Part.Under);
            foreach (var part in parts) _state.SetPart(item, part, FlowValue.Clean);
            return;
        }

        foreach (var part in parts.Append(Part.Element).Append(Part.MapKey).Append(Part.Content)) _state.SetPart(item, part, FlowValue.Clean);
    }

    // The signature does not say that the elements are the same: it takes any sequence.
    private FlowValue OfType(FlowValue sequence, ITypeSymbol wanted, ITypeSymbol type, IOperation place)
    {
        var elements = Elements(sequence, place, wanted);
        var made = Make(place, type, "of", isExact: false);
        _state.SetPart(made, Part.Element, elements.WithObjects(elements.Objects.Where(item => item.Type is not { TypeKind: TypeKind.Class or TypeKind.Struct } known
            || wanted.TypeKind is not (TypeKind.Class or TypeKind.Struct) || known.DerivesFrom(wanted) || wanted.DerivesFrom(known))));
        return FlowValue.Of(made);
    }

    // What the format has no place for is left out.
    private static IReadOnlyList<Passed> Formatted(IReadOnlyList<Passed> arguments)
    {
        if (arguments.FirstOrDefault(static argument => argument.Parameter?.Name == "format")?.Operation?.ConstantValue is not { HasValue: true, Value: string format }) return arguments;
        return [.. arguments.Where(argument => argument.Parameter is not { Name: { Length: 4 } name, Type.SpecialType: SpecialType.System_Object } || !name.StartsWith("arg", StringComparison.Ordinal) || format.Contains("{" + name[3]))];
    }

    private static bool IsTarget(ITypeSymbol? type)
    {
        for (var ancestor = type; ancestor is not null; ancestor = ancestor.BaseType)
        {
            if (ancestor.Name is "Stream" or "TextWriter" or "StringBuilder" or "XmlWriter" or "Utf8JsonWriter" or "JsonWriter" or "IBufferWriter" or "PipeWriter" or "XDocument") return true;
        }

        return false;
    }

    /// <summary>The text of a library's object, or of what it writes to.</summary>
    private void AddContent(FlowValue receiver, TaintSet taints)
    {
        if (taints.IsEmpty) return;
        foreach (var item in receiver.Objects)
        {
            _state.AddPart(item, Part.Content, FlowValue.Of(taints));
            if (_state.Part(item, Part.Under) is { } under && !under.Objects.Contains(item)) AddContent(under, taints);
        }
    }

    /// <summary>The texts that are in a library's object, whichever way they came there.</summary>
    private TaintSet ContentOf(FlowObject item) => ContentOf(item, Part.Content).Union(ContentOf(item, Part.Put));

    private TaintSet ContentOf(FlowObject item, string part)
    {
        var known = _state.Part(item, part);
        var taints = known?.Taints ?? TaintSet.None;
        return item.Origin == Origin.Kept && IsTarget(item.Type) && known is not { MayBeInitial: false } && _program.Kept.Part(item, part) is { } kept ? taints.Union(kept.Taints) : taints;
    }

    /// <summary>What is in the elements of a collection: one level deep, but for trees of nodes that are written as a whole.</summary>
    private TaintSet Gathered(FlowValue value, int depth = 0)
    {
        var taints = value.Taints;
        foreach (var item in value.Objects)
        {
            foreach (var part in PartsOf(item))
            {
                if (part.Key is Part.Element or Part.MapKey or Part.Content or Part.Put || Part.IsAt(part.Key)) taints = taints.Union(part.Value.Taints).Union(depth < DeepestText && IsTree(item.Type) ? Gathered(part.Value, depth + 1) : TaintSet.None);
            }
        }

        return taints;
    }

    private FlowValue ReadLibrary(FlowValue self, IPropertySymbol property, IOperation place)
    {
        var type = property.ContainingType;
        if (property.Name == "Current" && (type.Name.Contains("Enumerator") || type.IsCollection())) return Elements(self, place, property.Type);
        if (type.Name == "FormattableString" && property.Name is "Format") return FlowValue.Unknown;
        if (type.Name == "UriBuilder" && property.Name is "Uri") return AddressOf(self, property, place);
        if (type.IsTransparent()) return property.Name is "Value" or "Result" ? self : FlowValue.Unknown;
        if (type.IsPair() || type.IsGrouping()) return property.Name == "Key" ? ReadPart(self, null, Part.MapKey, property.Type, place) : Elements(self, place, property.Type);
        if ((self.Objects.IsEmpty && self.Taints.IsEmpty) || (property.GetMethod is { } getter && _policy.RuleOf(getter) == LibraryRule.Drop)) return Given(place, property.Type);
        if (property.OriginalDefinition.Type is not { } pattern || !LibraryCall.Mentions(pattern)) return Contained(ReadPart(self, property, Part.Of(property), property.Type, place), self, property);
        // A side of the same thing, such as the reader of a channel.
        if (pattern is INamedTypeSymbol { TypeKind: TypeKind.Class } side && !side.IsCollection() && !side.IsTransparent() && type is { TypeKind: TypeKind.Class } && !type.IsTupleType && type.Name != "Tuple") return self;
        return type.IsTupleType || type.Name == "Tuple" ? ReadPart(self, property, property.Name, property.Type, place) : LibraryCall.Read(this, property, self, place);
    }

    private static readonly (string Of, string Part)[] s_uriParts = [("Path", "AbsolutePath"), ("Path", "LocalPath"), ("Query", "Query"), ("Fragment", "Fragment"), ("UserName", "UserInfo")];

    // Each part of the address is what was put there.
    private FlowValue AddressOf(FlowValue builder, IPropertySymbol property, IOperation place)
    {
        var made = Make(place, property.Type, "uri");
        var result = FlowValue.Of(made);
        AddContent(result, builder.Taints.Union(builder.Objects.Aggregate(TaintSet.None, (all, item) => all.Union(ContentOf(item)))));
        foreach (var (of, part) in s_uriParts)
        {
            if (builder.Objects is [var item] && _state.Part(item, of) is { MayBeInitial: false } known) _state.SetPart(made, part, known);
        }

        return result;
    }

    // A part of a library's object is made of what the object was made of, where it is a text. Of what was put into other properties it
    // is made only where it cannot itself be put there, or where putting them together is what the object is for.
    private FlowValue Contained(FlowValue value, FlowValue self, IPropertySymbol property)
    {
        if (property.ContainingType.IsException() || property.ContainingType.IsCollection() || !_policy.Tells(property.Type) || property.Type.IsNumber() || property.Type.IsTime()) return value;
        foreach (var item in self.Objects)
        {
            // What was put there is known better.
            if (_state.Part(item, Part.Of(property)) is { MayBeInitial: false }) continue;
            if (property.SetMethod is not { DeclaredAccessibility: Accessibility.Public } || property.ContainingType.Name.Contains("Builder")) value = value.With(ContentOf(item));
            else if (_state.Part(item, Part.Content) is { } content) value = value.With(content.Taints);
        }

        return value;
    }
}
