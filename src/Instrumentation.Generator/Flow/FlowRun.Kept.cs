using Instrumentation.Generator.Roslyn;
using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Flow;

/// <summary>What a method leaves behind for others to find.</summary>
internal sealed partial class FlowRun
{
    // Of an object that is known as what it implements: two implementations may have fields of one name.
    private readonly Dictionary<(FlowObject Item, string Part), HashSet<INamedTypeSymbol>> _writers = [];

    private bool _usesStatics;

    private void SetStatic(ISymbol member, FlowValue value)
    {
        _usesStatics = true;
        _state.SetRoot(member, value);
    }

    private void NoteWriter(FlowObject item, string part, INamedTypeSymbol writer)
    {
        if (item is not { Origin: Origin.Given, Type: { } type } || !(type.TypeKind == TypeKind.Interface || type.IsAbstract)) return;
        if (!_writers.TryGetValue((item, part), out var writers)) _writers[(item, part)] = writers = new(SymbolEqualityComparer.Default);
        writers.Add(writer);
    }

    /// <summary>Keeps it: what is in static members and in the method's own object, and what given objects have hidden in them.</summary>
    /// <param name="given">What the method was given, itself among it.</param>
    public void KeepWhatIsLeft(IEnumerable<FlowObject> given)
    {
        if (_owner.ContainingType is { } type && _state.Root(_frame) is { } self)
        {
            foreach (var item in self.Objects)
            {
                foreach (var part in _state.Parts(item)) _program.Kept.Keep(Declaring(type, part.Key) ?? type, part.Key, part.Value, _state);
            }
        }

        KeepStatic();
        foreach (var item in _objects.Values.Concat(given).ToList()) KeepFunctions(item);

        var lasting = Lasting(_owner.ContainingType);
        foreach (var item in given.Concat(_objects.Values.Where(static item => item.Origin == Origin.Given)))
        {
            if (item.Type is not INamedTypeSymbol { IsAnonymousType: false } known) continue;
            if (!known.IsInSource())
            {
                KeepShared(item, known);
                continue;
            }

            if (IsOwned(item)) continue;
            foreach (var part in _state.Parts(item)) KeepIn(item, known, part.Key, part.Value, lasting.Contains(item));
        }
    }

    // `s_current = user.Mail; Work(); s_current = null;`: what is called finds it, though it is gone at the end.
    private void KeepStatic()
    {
        if (!_usesStatics) return;
        foreach (var root in _state.Roots)
        {
            if (root.Key is ISymbol { IsStatic: true, Kind: SymbolKind.Field or SymbolKind.Property or SymbolKind.Event } member)
                _program.Kept.Keep(member.ContainingType, Part.Of(member), root.Value, _state);
        }
    }

    // Whoever calls a handler or raises an event finds it by the member that it was put into, whoever's object that was.
    private void KeepFunctions(FlowObject item)
    {
        foreach (var part in _state.Parts(item))
        {
            // A parameter of a primary constructor.
            if (part.Key[0] == '(' && item.Type is INamedTypeSymbol type && part.Value.Objects.Any(static inner => inner.Target is not null) && FlowHolders.Declared(type, part.Key) is { TypeKind: TypeKind.Delegate })
                _program.Kept.Keep(type, part.Key, part.Value, _state);
            if (part.Value.Objects.All(static inner => inner.Target is null) || FlowHolders.Member(item.Type, part.Key) is not { } member || FlowHolders.TypeOf(member).TypeKind != TypeKind.Delegate) continue;
            foreach (var target in _program.Dispatch.Targets(member, item.Type, isExact: false))
            {
                if (target.IsInSource()) _program.Kept.Keep(target.ContainingType, Part.Of(target), part.Value, _state);
            }
        }
    }

    // What the type has made for a field of its own is found by that field, and by nobody who has another object of the kind.
    private bool IsOwned(FlowObject item)
    {
        if (_state.Root(_frame) is not { } self || _owner.ContainingType is not { } type) return false;
        for (var current = item; current.Parent is var (parent, part); current = parent)
        {
            if (self.Objects.Contains(parent)) return IsMember(part) && Declaring(type, part) is { } owner && _program.Bodies.IsOwned(owner, part);
        }

        return false;
    }

    // `context.Items["user"] = mail`: whoever handles the same request finds it.
    private void KeepShared(FlowObject item, INamedTypeSymbol type)
    {
        foreach (var part in _state.Parts(item))
        {
            if (char.IsLetter(part.Key[0]) && FlowHolders.Member(type, part.Key) is IPropertySymbol { GetMethod: { } getter } shared && _policy.RuleOf(getter) == LibraryRule.Shared) _program.Kept.Keep(shared.ContainingType, part.Key, part.Value, _state);
        }
    }

    // What a call has reached on an object is in the type it is known as, in what that derives from, or in what derives from it.
    private void KeepIn(FlowObject item, INamedTypeSymbol type, string part, FlowValue value, bool isLasting)
    {
        foreach (var owner in (_writers.TryGetValue((item, part), out var writers) ? writers : _program.Dispatch.DerivedFrom(type).Prepend(type)).Select(known => Declaring(known, part)).Where(static owner => owner is not null).Distinct(SymbolEqualityComparer.Default))
        {
            if (isLasting || IsHidden((INamedTypeSymbol)owner!, part)) _program.Kept.Keep((INamedTypeSymbol)owner!, part, value, _state);
        }
    }

    // The objects that fields lead to which are given one: whoever else is given it may have the same object. An argument of a method is one of many.
    private HashSet<FlowObject> Lasting(INamedTypeSymbol? type)
    {
        var lasting = new HashSet<FlowObject>();
        if (type is null || _state.Root(_frame) is not { } self) return lasting;
        var open = new Stack<FlowObject>();
        foreach (var item in _objects.Values)
        {
            if (item is { Origin: Origin.Given, Parent: var (parent, part) } && self.Objects.Contains(parent) && IsMember(part) && !(Declaring(type, part) is { } owner && _program.Bodies.IsOwned(owner, part)) && lasting.Add(item)) open.Push(item);
        }

        while (open.Count > 0)
        {
            foreach (var part in _state.Parts(open.Pop()))
            {
                foreach (var inner in part.Value.Objects)
                {
                    if (inner.Origin == Origin.Given && IsMember(part.Key) && lasting.Add(inner)) open.Push(inner);
                }
            }
        }

        return lasting;
    }

    private static bool IsMember(string part) => part[0] == '(' || part[0] == '_' || char.IsLetter(part[0]);

    // Only the type itself, or one that derives from it, writes there.
    private static bool IsHidden(INamedTypeSymbol type, string part) => Part.In(type, part).Any(static member => member is IFieldSymbol { DeclaredAccessibility: Accessibility.Private or Accessibility.Protected or Accessibility.ProtectedAndInternal }
        or IPropertySymbol { SetMethod.DeclaredAccessibility: Accessibility.Private or Accessibility.Protected or Accessibility.ProtectedAndInternal });

    // Of what a library declares, such as the message of an exception, the program's own type: else all of them would have what one has.
    private static INamedTypeSymbol? Declaring(INamedTypeSymbol type, string part)
    {
        var own = type;
        for (var ancestor = type; ancestor is not null; ancestor = ancestor.BaseType)
        {
            if (ancestor.IsInSource()) own = ancestor;
            if (Part.In(ancestor, part).Any()) return own;
        }

        return null;
    }
}
