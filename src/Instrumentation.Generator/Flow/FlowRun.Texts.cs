using Instrumentation.Generator.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Instrumentation.Generator.Flow;

/// <summary>What is in the text that is made of a value.</summary>
internal sealed partial class FlowRun
{
    private const int DeepestText = 5;

    private readonly HashSet<(FlowObject, TextFormat)> _inText = [];
    private readonly Dictionary<(ITypeSymbol, ITypeSymbol, TextFormat, IOperation), (int Depth, TaintSet Taints)> _textsOfTypes = [];

    private TaintSet TextOf(FlowValue value, IOperation operation) => TextOf(value, StaticType(operation), TextFormat.Plain, operation);

    private TaintSet TextOf(FlowValue value, ITypeSymbol? type, TextFormat format, IOperation place, int depth = 0)
    {
        if (value.IsClean || depth > DeepestText) return TaintSet.None;
        if (type is not null)
        {
            type = FlowTypes.Underlying(type);
            if (type.Is("System.Threading.Tasks", "Task")) return TaintSet.None;
            if (type.IsTransparent()) type = ((INamedTypeSymbol)type).TypeArguments[0];
            if (type.IsString() || type.IsNumber() || type.IsTime()) return value.Taints;
            if (value.Objects.IsEmpty && HasParts(type)) value = value.WithObjects(Given((place, type), type, place.Syntax).Objects);
        }

        // A list is written as the name of its type.
        var isNamed = format == TextFormat.Plain && IsWrittenByName(type);
        var taints = isNamed ? TaintSet.None : value.Taints;
        foreach (var item in value.Objects)
        {
            if (item.IsBox || !_inText.Add((item, format))) continue;
            var own = item.Type is { SpecialType: not SpecialType.System_Object } known && (type is null || known.DerivesFrom(type) || type.SpecialType == SpecialType.System_Object || type.TypeKind is TypeKind.TypeParameter or TypeKind.Dynamic or TypeKind.Interface) ? known : type;
            if (own is not null && OwnText(own, IsFormatted(place)) is { } method && format is TextFormat.Plain or TextFormat.Listed)
            {
                // What the type writes of itself is all that is written.
                var written = CallMethod(method, FlowValue.Of(item).With(value.Taints), [.. method.Parameters.Select(parameter => new Passed(parameter, parameter.Ordinal == 0 ? FormatOf(place) : FlowValue.Unknown, null))], place);
                if (written.IsClean || SourceIs(value.Taints, own)) taints = TaintSet.None;
                taints = taints.Union(written.Taints);
            }
            else if (own is not null) taints = taints.Union(OfItsType(item) ? TextOf((item, own, format), place, depth) : TextOf(item, own, format, place, depth));
            _inText.Remove((item, format));
        }

        return taints;
    }

    // Of what nobody here has made or changed the type tells everything, and the types of its members do: a graph of objects that refer to each
    // other is written once for each of them, and not once for each way that leads there.
    private bool OfItsType(FlowObject item) => item is { Origin: Origin.Given, Type: not null, Role: null } && _state.Parts(item).Count == 0;

    private TaintSet TextOf((FlowObject Item, ITypeSymbol Type, TextFormat Format) written, IOperation place, int depth)
    {
        var key = (written.Item.Type!, written.Type, written.Format, place);
        if (_textsOfTypes.TryGetValue(key, out var known) && known.Depth <= depth) return known.Taints;
        var taints = TextOf(written.Item, written.Type, written.Format, place, depth);
        _textsOfTypes[key] = (depth, taints);
        return taints;
    }

    private static bool SourceIs(TaintSet taints, ITypeSymbol type) =>
        !taints.IsEmpty && taints.Items.All(item => item.Key.Source is ITypeSymbol source && type.DerivesFrom(source));

    private static bool IsWrittenByName(ITypeSymbol? type) => type.IsCollection() && !type!.IsInSource()
        && !(type.ElementType() is { SpecialType: SpecialType.System_Char });

    private TaintSet TextOf(FlowObject item, ITypeSymbol type, TextFormat format, IOperation place, int depth)
    {
        var self = FlowValue.Of(item);
        var taints = format == TextFormat.Plain && IsWrittenByName(type) ? TaintSet.None : ContentOf(item);
        if (item.Type is null || type.SpecialType == SpecialType.System_Object || type.TypeKind is TypeKind.TypeParameter or TypeKind.Dynamic) return taints;
        if (type.IsPair()) return taints.Union(PairText(self, type, format, place, depth));
        if (type.IsTupleType || type.Is("System", "Tuple"))
            return format is TextFormat.Json or TextFormat.Xml && type.IsTupleType ? taints : taints.Union(All(self, TupleParts(type), format, place, depth));
        if (type.IsException()) return taints.Union(ExceptionText(self, type, place, depth));
        if (type.IsCollection() && !(type.IsInSource() && format == TextFormat.Plain))
            return format == TextFormat.Plain && !(type.IsTextual() && type is INamedTypeSymbol) ? taints : taints.Union(ElementTexts(item, type, format, place, depth));
        if (format is not (TextFormat.Plain or TextFormat.Listed)) return taints.Union(MemberTexts(self, type, format, place, depth));
        if (type.IsAnonymousType || (type.IsRecord && HasRecordText(type))) return taints.Union(RecordText(self, (INamedTypeSymbol)type, place, depth));
        if (type.IsAbstract || type.TypeKind == TypeKind.Interface)
        {
            foreach (var derived in _program.Dispatch.DerivedFrom(type))
            {
                if (OwnText(derived) is { } own) taints = taints.Union(CallMethod(own, self, [], place).Taints);
                else if (derived.IsRecord) taints = taints.Union(RecordText(self, derived, place, depth));
            }
        }

        return taints;
    }

    // The ToString that is written in the source, of the type or of what it derives from.
    private IMethodSymbol? OwnText(ITypeSymbol type, bool isFormatted = false)
    {
        if (isFormatted && type.AllInterfaces.FirstOrDefault(static implemented => implemented.Is("System", "IFormattable"))?.GetMembers(nameof(ToString)).FirstOrDefault() is { } declared
            && type.FindImplementationForInterfaceMember(declared) is IMethodSymbol formatted && _program.Bodies.Of(formatted) is not null) return formatted;
        for (var ancestor = type; ancestor is not null and not { SpecialType: SpecialType.System_Object }; ancestor = ancestor.BaseType)
        {
            foreach (var method in ancestor.GetMembers(nameof(ToString)).OfType<IMethodSymbol>())
            {
                if (method.Parameters.Length == 0 && method.IsOverride && _program.Bodies.Of(method) is not null && (SymbolEqualityComparer.Default.Equals(ancestor, type) || method.IsSealed || !type.IsRecord)) return method;
            }
        }

        return null;
    }

    // By a format, an interpolated text and a writer, what can be formatted is written by `IFormattable.ToString`.
    private static bool IsFormatted(IOperation place)
    {
        for (var outer = place.Parent; ; outer = outer.Parent)
        {
            switch (outer)
            {
                case IInterpolationOperation:
                    return true;
                case IConversionOperation or IArrayInitializerOperation or IArrayCreationOperation or IArgumentOperation:
                    continue;
                case IInvocationOperation { TargetMethod: var method }:
                    return method.ContainingType.Name is "Console" or "TextWriter" || method.Parameters.Any(static parameter => parameter.Name is "format" or "message" && parameter.Type.IsString());
                default:
                    return false;
            }
        }
    }

    // `{card:S}`
    private static FlowValue FormatOf(IOperation place)
    {
        for (var outer = place.Parent; ; outer = outer.Parent)
        {
            if (outer is IConversionOperation) continue;
            if (outer is not IInterpolationOperation hole) return FlowValue.Unknown;
            return FlowValue.OfConstant(hole.FormatString is ILiteralOperation { ConstantValue: { HasValue: true, Value: string format } } ? format : null);
        }
    }

    // `string.Format(new Hiding(), "{0}", mail)`: what is there instead is what a formatter of the program's own makes of each.
    private FlowValue? FormattedByOwn(IMethodSymbol method, IReadOnlyList<Passed> arguments, IOperation place)
    {
        if (!(method.ContainingType.IsString() && method.Name == "Format") || arguments.FirstOrDefault(static argument => argument.Parameter?.Type.Name == "IFormatProvider") is not { Value: { Objects: [{ IsExact: true, Type: { } type }] } provider }) return null;
        if (type.AllInterfaces.FirstOrDefault(static implemented => implemented.Is("System", "ICustomFormatter"))?.GetMembers("Format").FirstOrDefault() is not { } declared
            || type.FindImplementationForInterfaceMember(declared) is not IMethodSymbol own || _program.Bodies.Of(own) is null) return null;
        var taints = TaintSet.None;
        foreach (var argument in arguments)
        {
            if (argument.Parameter?.Type.SpecialType != SpecialType.System_Object && argument.Parameter?.IsParams != true) continue;
            var values = argument.Parameter.IsParams ? argument.Value.Objects.SelectMany(item => _state.Parts(item)).Where(static part => part.Key != Part.Made).Select(static part => part.Value).DefaultIfEmpty(argument.Value) : [argument.Value];
            foreach (var value in values) taints = taints.Union(CallMethod(own, provider, [.. own.Parameters.Select(parameter => new Passed(parameter, parameter.Ordinal == 1 ? value : FlowValue.Unknown, null))], place).Taints);
        }

        return FlowValue.Of(taints);
    }

    private static bool HasRecordText(ITypeSymbol type) => !type.GetMembers(nameof(ToString)).OfType<IMethodSymbol>().Any(static method => method.Parameters.Length == 0 && !method.IsImplicitlyDeclared && method.IsInSource());

    // A record writes its public fields and properties, those of the type that it derives from first.
    private TaintSet RecordText(FlowValue self, INamedTypeSymbol type, IOperation place, int depth)
    {
        var taints = TaintSet.None;
        if (type.GetMembers("PrintMembers").OfType<IMethodSymbol>().FirstOrDefault(method => _program.Bodies.Of(method) is not null) is { } print)
        {
            var builder = Intern((place, type), "print", () => new FlowObject(Origin.Made, print.Parameters[0].Type, true, isSingle: true, 0));
            _state.Clear(builder);
            _state.SetPart(builder, Part.Made, FlowValue.Clean);
            CallMethod(print, self, [new Passed(print.Parameters[0], FlowValue.Of(builder), null)], place);
            return _state.Part(builder, Part.Content)?.Taints ?? TaintSet.None;
        }

        if (type.BaseType is { IsRecord: true } ancestor) taints = RecordText(self, ancestor, place, depth);
        return taints.Union(All(self, PublicMembers(type, includeFields: true).Where(static member => !member.IsOverride), TextFormat.Plain, place, depth));
    }

    private TaintSet MemberTexts(FlowValue self, ITypeSymbol type, TextFormat format, IOperation place, int depth)
    {
        if (!type.IsInSource() && !type.IsRecord && type.ContainingNamespace?.ToDisplayString() is { } home && (home.StartsWith("System", StringComparison.Ordinal) || home.StartsWith("Microsoft", StringComparison.Ordinal))) return TaintSet.None;
        if (format == TextFormat.Json && Converted(type, self, place) is { } written) return written;
        return Written(type, format).Aggregate(TaintSet.None, (all, member) => all.Union(MemberText(self, member, format, place, depth)));
    }

    private TaintSet MemberText(FlowValue self, ISymbol member, TextFormat format, IOperation place, int depth)
    {
        var value = Read(self, member, place);
        return format == TextFormat.Json && Converted(member, value, place) is { } written ? written : TextOf(value, TypeOf(member), format, place, depth + 1);
    }

    // The members that are written, those of what it derives from among them.
    private IEnumerable<ISymbol> Written(ITypeSymbol type, TextFormat format)
    {
        var members = new Dictionary<string, ISymbol>();
        for (var ancestor = type; ancestor is not null and not { SpecialType: SpecialType.System_Object or SpecialType.System_ValueType }; ancestor = ancestor.BaseType)
        {
            foreach (var member in PublicMembers((INamedTypeSymbol)ancestor, includeFields: _withFields || format is TextFormat.Contract or TextFormat.Xml || IncludesFields(ancestor)))
            {
                if (!members.ContainsKey(member.Name)) members[member.Name] = member;
            }
        }

        return members.Values.Where(member => member.Name != "EqualityContract" && !_policy.IsHidden(member, format));
    }

    private static bool IncludesFields(ITypeSymbol type) =>
        type.GetMembers().OfType<IFieldSymbol>().Any(static field => field.GetAttributes().Any(static attribute => attribute.AttributeClass?.Name == "JsonIncludeAttribute"));

    private static IEnumerable<ISymbol> PublicMembers(INamedTypeSymbol type, bool includeFields) => type.GetMembers().Where(member =>
        !member.IsStatic && member.DeclaredAccessibility == Accessibility.Public
        && (member is IPropertySymbol { GetMethod.DeclaredAccessibility: Accessibility.Public, IsIndexer: false } || (includeFields && member is IFieldSymbol { IsImplicitlyDeclared: false })));

    private static IEnumerable<ISymbol> TupleParts(ITypeSymbol type) => type is INamedTypeSymbol { IsTupleType: true } tuple
        ? tuple.TupleElements.Select(static element => element.CorrespondingTupleField ?? element)
        : type.GetMembers().OfType<IPropertySymbol>().Where(static property => property.Name.StartsWith("Item", StringComparison.Ordinal));

    private TaintSet All(FlowValue self, IEnumerable<ISymbol> members, TextFormat format, IOperation place, int depth)
    {
        var taints = TaintSet.None;
        foreach (var member in members)
        {
            if (member.Name == "EqualityContract") continue;
            taints = taints.Union(TextOf(Read(self, member, place), TypeOf(member), format, place, depth + 1));
        }

        return taints;
    }

    private TaintSet PairText(FlowValue self, ITypeSymbol type, TextFormat format, IOperation place, int depth)
    {
        var arguments = ((INamedTypeSymbol)type).TypeArguments;
        var key = TextOf(ReadPart(self, null, Part.MapKey, arguments[0], place), arguments[0], format, place, depth + 1);
        return key.Union(TextOf(Elements(self, place, arguments[1]), arguments[1], format, place, depth + 1));
    }

    private TaintSet ElementTexts(FlowObject item, ITypeSymbol type, TextFormat format, IOperation place, int depth)
    {
        var self = FlowValue.Of(item);

        // Each element is written by its ToString: a list in a list is not listed.
        var inner = format == TextFormat.Listed ? TextFormat.Plain : format;
        if (type.IsMap() && (type as INamedTypeSymbol)?.AllInterfaces.Append((INamedTypeSymbol)type).FirstOrDefault(static implemented => implemented.TypeArguments.Length == 2) is { TypeArguments: var map })
        {
            var keys = TextOf(ReadPart(self, null, Part.MapKey, map[0], place), map[0], inner, place, depth + 1);
            return keys.Union(TextOf(Elements(self, place, map[1]), map[1], inner, place, depth + 1));
        }

        return TextOf(Elements(self, place, type.ElementType()), type.ElementType(), inner, place, depth + 1);
    }

    private TaintSet ExceptionText(FlowValue self, ITypeSymbol type, IOperation place, int depth)
    {
        var message = type.GetMembers("Message").OfType<IPropertySymbol>().FirstOrDefault(property => Getter(property) is not null);
        var taints = message is not null ? Read(self, message, place).Taints : ReadPart(self, null, "Message", null, place).Taints;
        foreach (var item in self.Objects)
        {
            if (_state.Part(item, "InnerException") is { } inner) taints = taints.Union(TextOf(inner, null, TextFormat.Plain, place, depth + 1));
        }

        return taints;
    }

    // The type before it became an object.
    private static ITypeSymbol? StaticType(IOperation operation)
    {
        while (operation is IConversionOperation { OperatorMethod: null, Conversion: { IsUserDefined: false } conversion } converted
            && (conversion.IsReference || conversion.IsIdentity || converted.Operand.Type is { IsValueType: true }) && converted.Operand.Type is not null)
            operation = converted.Operand;
        return operation.Type;
    }

    // Also of what was put aside: an enumerator, until it is disposed of.
    private ITypeSymbol? DeclaredType(IOperation operation) =>
        operation is IFlowCaptureReferenceOperation reference && _capturedTypes.TryGetValue(KeyOf(reference.Id), out var type) ? type : StaticType(operation);
}
