using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Instrumentation.Generator.Flow;

/// <summary>Reading and writing fields and properties.</summary>
internal sealed partial class FlowRun
{
    private const int Deepest = 4;

    private FlowValue OfField(IMemberReferenceOperation reference, IOperation? instance) =>
        Read(instance is null ? null : Eval(instance), reference.Member, reference);

    private FlowValue OfProperty(IPropertyReferenceOperation reference)
    {
        var receiver = reference.Instance is { } instance ? Eval(instance) : null;
        if (reference.Property.IsIndexer || reference.Arguments.Length > 0) return OfIndexer(receiver, reference);
        return Read(receiver, reference.Property, reference);
    }

    /// <summary>The value of a field, an event or a property without arguments.</summary>
    private FlowValue Read(FlowValue? receiver, ISymbol member, IOperation place)
    {
        if (_policy.RoleOf(member) is { } role) return KnownFor(role, receiver, member);
        if (member is IFieldSymbol { HasConstantValue: true }) return FlowValue.Clean;
        if (receiver is null) return ReadStatic(member, place);
        if (member is not IPropertySymbol property) return ReadPart(receiver, member, Part.Of(member), TypeOf(member), place);

        FlowValue? result = null;
        var isWorkedOut = false;
        foreach (var (target, self) in TargetsOn(property, receiver, place))
        {
            isWorkedOut |= target is IPropertySymbol { } reached && Getter(reached) is not null;
            var read = target is IPropertySymbol found && Getter(found) is { } getter
                ? CallMethod(getter, self, [], place)
                : property.IsInSource() || property.ContainingType.IsAnonymousType ? ReadPart(self, property, Part.Of(property), property.Type, place) : ReadLibrary(self, property, place);
            result = result is null ? read : result.Or(read);
        }

        // What is marked is a source whatever the body says; what is stored strongly is known better.
        result ??= FlowValue.Unknown;
        return _policy.SourceOf(property) is { } source && isWorkedOut ? result.With(TaintSet.Of(Token.Of(source), new Hop(source.Name, place.Syntax, null))) : result;
    }

    private FlowValue ReadStatic(ISymbol member, IOperation place)
    {
        if (member is IPropertySymbol property && Getter(property) is { } getter)
        {
            var result = CallMethod(getter, null, [], place);
            return _policy.SourceOf(member) is { } marked ? result.With(TaintSet.Of(Token.Of(marked), new Hop(marked.Name, place.Syntax, null))) : result;
        }

        if (member.ContainingType.IsString()) return FlowValue.Clean;
        var known = _state.Root(member.OriginalDefinition);
        if (known is { MayBeInitial: false }) return known;
        var value = Given(member.OriginalDefinition, TypeOf(member), place.Syntax, _program.Bodies.MadeFor(member.ContainingType, Part.Of(member)));
        if (_program.Kept.Of(member.ContainingType, Part.Of(member)) is { } kept) value = kept.Or(value.WithObjects(kept.Objects.IsEmpty ? value.Objects : []));
        if (_policy.SourceOf(member) is { } source) value = value.With(TaintSet.Of(Token.Of(source), new Hop(source.Name, place.Syntax, null)));
        if (known is null && !value.Objects.IsEmpty) SetStatic(member.OriginalDefinition, FlowValue.Unknown.WithObjects(value.Objects).WithInitial());
        return known is null ? value : known.Or(value).WithInitial(false);
    }

    private FlowValue ReadPart(FlowValue receiver, ISymbol? member, string part, ITypeSymbol? type, IOperation place)
    {
        FlowValue? result = null;
        foreach (var item in receiver.Objects)
        {
            var known = _state.Part(item, part);
            var value = known is { MayBeInitial: false } ? known : Initial(item, member, part, type, place);
            if (known is null) Remember(item, part, value);
            if (known is { MayBeInitial: true }) value = value.Or(known).WithInitial(false);
            result = result is null ? value : result.Or(value);
        }

        result ??= SourceAt(member, place) is { IsEmpty: false } source ? Given(place, type).With(source) : Given(place, type);
        return type is not null && !receiver.Taints.IsEmpty && _policy.Tells(type) && (member is null || !_policy.IsExempt(member)) ? result.With(receiver.Taints) : result;
    }

    // What was found in a part, where it would not be found there again.
    private void Remember(FlowObject owner, string part, FlowValue value)
    {
        foreach (var item in value.Objects)
        {
            if (item.IsReadFrom(owner, part)) continue;
            _state.SetPart(owner, part, FlowValue.Unknown.WithObjects(value.Objects).WithInitial());
            return;
        }
    }

    // What a part held before anybody here wrote to it.
    private FlowValue Initial(FlowObject owner, ISymbol? member, string part, ITypeSymbol? type, IOperation place)
    {
        var value = FlowValue.Unknown;
        if (type is ITypeParameterSymbol parameter) type = owner.Type.ArgumentOf(parameter) ?? type;
        if (owner.Origin == Origin.Kept && _program.Kept.Part(owner, part) is { } inner) value = value.Or(inner.WithInitial(false));
        if (owner.Origin != Origin.Made && member is not null && _program.Kept.Of(owner.Type is INamedTypeSymbol named && named.DerivesFrom(member.ContainingType) ? named : member.ContainingType, part) is { } kept)
            value = value.Or(kept.WithInitial(false));
        value = value.With(SourceAt(member, place));
        if (owner.Origin != Origin.Made && HasParts(type) && (value.Objects.IsEmpty || IsPartly(owner, value, type!))) value = value.WithObjects(value.Objects.Add(Child(owner, part, type!)));
        else if (value.Objects.IsEmpty && owner.Origin == Origin.Made && IsOwnStruct(type)) value = value.WithObjects([Within(owner, part, type!)]);
        else if (value.Objects.IsEmpty && owner.Origin == Origin.Made && HasParts(type) && !owner.IsInSourceType()) value = value.WithObjects(Given(place, type).Objects);
        return value;
    }

    private static bool IsOwnStruct(ITypeSymbol? type) => type is { IsValueType: true } && type.IsInSource() && HasParts(type) && !type.IsTransparent();

    // A structure that nobody has assigned is there all the same.
    private FlowObject Within(FlowObject owner, string part, ITypeSymbol type)
    {
        var inner = Intern(owner, part, () => new FlowObject(Origin.Made, type, true, owner.IsSingle && part is not (Part.Element or Part.MapKey), owner.Depth + 1) { Parent = (owner, part) });
        if (_state.Part(inner, Part.Made) is null) _state.SetPart(inner, Part.Made, FlowValue.Clean);
        return inner;
    }

    // Only what matters is kept: there may be another object that the caller knows, and this one is written to. What writes, or is called itself, is kept in any case.
    private bool IsPartly(FlowObject owner, FlowValue kept, ITypeSymbol type) => owner is { Origin: Origin.Given, Depth: 0 } && _program.Dispatch.DerivedFrom(type).Count == 0
        && kept.Objects.All(static item => item.Role is null && item.Target is null);

    private TaintSet SourceAt(ISymbol? member, IOperation place) =>
        member is not null && _policy.SourceOf(member) is { } source ? TaintSet.Of(Token.Of(source), new Hop(source.Name, place.Syntax, null)) : TaintSet.None;

    private FlowObject Child(FlowObject owner, string part, ITypeSymbol type) => owner.Depth >= Deepest
        ? Intern("deep", type, () => new FlowObject(Origin.Given, type, type.IsSealed, isSingle: false, Deepest))
        : Intern(owner, part, () =>
        {
            var made = _program.Bodies.MadeFor(owner.Type, part);
            return new FlowObject(Origin.Given, made ?? type, made is not null || type.IsSealed, owner.IsSingle && part is not (Part.Element or Part.MapKey), owner.Depth + 1) { Parent = (owner, part) };
        });

    /// <summary>Something of which only the type is known.</summary>
    private FlowValue Given(IOperation site, ITypeSymbol? type) => Given(site, type, site.Syntax);

    private FlowValue Given(object site, ITypeSymbol? type, SyntaxNode place, ITypeSymbol? exact = null)
    {
        var value = HasParts(type) ? FlowValue.Of(Intern(site, "given", () => new FlowObject(Origin.Given, exact ?? type, exact is not null || type!.IsSealed, isSingle: true, 0))) : FlowValue.Unknown;
        return type is not null && _policy.SourceOfType(type) is { } source ? value.With(TaintSet.Of(Token.Of(source), new Hop(source.Name, place, null))) : value;
    }

    private void Write(FlowValue? receiver, ISymbol member, FlowValue value, IOperation place)
    {
        var written = _policy.SourceOf(member) is not null && !value.IsClean ? value.WithInitial() : value.WithInitial(false);
        written = written.WithTaints(written.Taints.Through(member.Name, place.Syntax));
        if (receiver is null)
        {
            SetStatic(member.OriginalDefinition, written);
            return;
        }

        foreach (var item in receiver.Objects) NoteWriter(item, Part.Of(member), member.ContainingType);
        WritePart(receiver, Part.Of(member), written);
    }

    private void WritePart(FlowValue receiver, string part, FlowValue value)
    {
        foreach (var item in receiver.Objects)
        {
            if (receiver.Objects.Length == 1 && item.IsSingle) _state.SetPart(item, part, value);
            else _state.AddPart(item, part, value);
        }
    }

    private void AddPart(FlowValue receiver, string part, FlowValue value)
    {
        foreach (var item in receiver.Objects) _state.AddPart(item, part, value);
    }

    private IEnumerable<(ISymbol Target, FlowValue Self)> TargetsOn(ISymbol member, FlowValue receiver, IOperation place)
    {
        // What stands for an enumerator is the collection itself: of it only the type says what a call may reach that the receiver has in the code.
        var declared = place switch
        {
            IInvocationOperation { Instance: { } instance, TargetMethod: var called } when called.Name == member.Name => DeclaredType(instance),
            IPropertyReferenceOperation { Instance: { } instance } => DeclaredType(instance),
            _ => null,
        };
        if (receiver.Objects.IsEmpty || !(member.IsVirtual || member.IsAbstract || member.IsOverride))
        {
            foreach (var target in _program.Dispatch.Targets(member, declared, IsBase(place, member))) yield return (target, receiver);
            yield break;
        }

        // A library's method is looked at once: what it makes here is one object, whichever of them it is called on.
        List<(ISymbol Target, FlowValue Self)>? library = null;
        foreach (var item in receiver.Objects)
        {
            var self = receiver.Objects.Length == 1 ? receiver : FlowValue.Of(item).With(receiver.Taints);
            // What is kept is only what matters: there may be another object in its place, of another type.
            var isKnown = item.Type is { } type && type.DerivesFrom(member.ContainingType) && !(item is { Origin: Origin.Kept, Role: null, Target: null } && declared is { TypeKind: TypeKind.Interface } or { IsAbstract: true });
            foreach (var target in IsBase(place, member) ? [member] : _program.Dispatch.Targets(member, isKnown ? item.Type : declared, isKnown && item.IsExact))
            {
                if (HasCode(target))
                {
                    yield return (target, self);
                    continue;
                }

                library ??= [];
                var known = library.FindIndex(other => SymbolEqualityComparer.Default.Equals(other.Target, target));
                if (known < 0) library.Add((target, self));
                else library[known] = (target, library[known].Self.Or(self));
            }
        }

        foreach (var call in library ?? []) yield return call;
    }

    private bool HasCode(ISymbol target) => target switch
    {
        IMethodSymbol method => _program.Bodies.Of(method) is not null,
        IPropertySymbol property => Getter(property) is not null || Setter(property) is not null,
        _ => false,
    };

    // base.M() calls what the base type has.
    private static bool IsBase(IOperation place, ISymbol member) => (place is IInvocationOperation { IsVirtual: false, TargetMethod: var called } && called.Name == member.Name)
        || place is IPropertyReferenceOperation { Instance.Syntax.RawKind: (int)Microsoft.CodeAnalysis.CSharp.SyntaxKind.BaseExpression };

    private IMethodSymbol? Getter(IPropertySymbol property) => Accessor((property.PartialImplementationPart ?? property).GetMethod);

    private IMethodSymbol? Setter(IPropertySymbol property) => Accessor((property.PartialImplementationPart ?? property).SetMethod);

    private IMethodSymbol? Accessor(IMethodSymbol? accessor) => accessor is not null && _program.Bodies.Of(accessor) is not null ? accessor : null;

    private static ITypeSymbol? TypeOf(ISymbol member) => member switch
    {
        IPropertySymbol property => property.Type,
        IFieldSymbol field => field.Type,
        IEventSymbol @event => @event.Type,
        _ => null,
    };

    private static bool HasParts(ITypeSymbol? type) => type is not null
        && FlowTypes.Underlying(type) is { TypeKind: not (TypeKind.Enum or TypeKind.Delegate or TypeKind.Pointer) } underlying
        && underlying.SpecialType is SpecialType.None or SpecialType.System_Object or >= SpecialType.System_Array and not (SpecialType.System_DateTime or SpecialType.System_Nullable_T)
        && !underlying.IsTime() && underlying.Name != "Guid";
}
