using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Flow;

/// <summary>What methods leave in fields, for others to find: of static fields, and of the object that a method belongs to.</summary>
internal sealed class KeptValues(FlowProgram program)
{
    private const int Deepest = FlowState.DeepestMade;

    private readonly Dictionary<(ISymbol Type, string Part), FlowValue> _values = [];
    private readonly Dictionary<(ITypeSymbol Owner, string Part), FlowObject> _objects = [];
    private readonly FlowState _heap = new();
    private readonly HashSet<ISymbol> _keeping = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, FlowValue> _captured = new(SymbolEqualityComparer.Default);
    private HashSet<(ITypeSymbol Type, string Part)> _changed = [];
    private HashSet<object> _facts = [];
    private HashSet<object> _functions = [];

    /// <summary>What a member may hold.</summary>
    public FlowValue? Of(ITypeSymbol? type, string part)
    {
        program.Calls.Need(part);
        for (var ancestor = type; ancestor is not null; ancestor = ancestor.BaseType)
        {
            if (_values.TryGetValue((ancestor.OriginalDefinition, part), out var value)) return value;
        }

        return null;
    }

    /// <summary>The members that hold something.</summary>
    public IEnumerable<(ITypeSymbol Type, string Part)> Members => _values.Keys.Select(static key => ((ITypeSymbol)key.Type, key.Part));

    /// <summary>What a part of a kept object holds.</summary>
    public FlowValue? Part(FlowObject owner, string part)
    {
        program.Calls.Need(owner);
        return _heap.Part(owner, part);
    }

    /// <summary>What the parts of a kept object hold.</summary>
    public IEnumerable<KeyValuePair<string, FlowValue>> Parts(FlowObject owner)
    {
        program.Calls.Need(owner);
        return _heap.Parts(owner);
    }

    /// <summary>What a local or parameter held that a kept function has captured.</summary>
    public FlowValue? Captured(ISymbol variable)
    {
        program.Calls.Need(variable);
        return _captured.TryGetValue(variable, out var value) ? value : null;
    }

    /// <summary>The members that hold more than they did, and what whoever relies on less has asked for: names of members, and kept objects; among them those that hold functions.</summary>
    public (IReadOnlyCollection<(ITypeSymbol Type, string Part)> Members, IReadOnlyCollection<object> Facts, IReadOnlyCollection<object> Functions) TakeChanged()
    {
        var changed = (_changed, _facts, _functions);
        (_changed, _facts, _functions) = ([], [], []);
        return changed;
    }

    /// <summary>Keeps what a member holds at the end of a method, as far as it matters to others.</summary>
    public void Keep(ITypeSymbol type, string part, FlowValue value, FlowState state)
    {
        var declared = FlowHolders.Declared(type, part);
        if (!Matters(value, declared, state, 0, IsCalled(FlowHolders.Member(type, part)))) return;
        var kept = Copy(value, declared, state, type.OriginalDefinition, part, part, 0);
        var before = Of(type, part);
        if (before is not null && before.Covers(kept)) return;
        _values[(type.OriginalDefinition, part)] = before is null ? kept : before.Or(kept);
        Changed(type.OriginalDefinition, part);
    }

    private void Changed(ITypeSymbol type, string part)
    {
        _changed.Add((type, part));
        _facts.Add(part);
    }

    private bool Matters(FlowValue value, ITypeSymbol? declared, FlowState state, int depth, bool isCalled = true) => state.Within(value, Deepest - depth).Any(found =>
        found.Value.Taints.Items.Any(static item => item.Key.Source is not null)
        || found.Value.Objects.Any(item => item.Origin != Origin.Kept && (item.Target is not null ? found.Owner is { } holder ? IsCalled(FlowHolders.Member(holder.Type, found.Part)) : isCalled
            : found.Owner is { } owner ? program.Holders.IsHidden(item, owner, found.Part) : program.Holders.IsHidden(item, declared))));

    // What a library has in a property it may call at any time, and what tells something may be asked by anybody. Of what is only told something it is
    // known whether that matters.
    private bool IsCalled(ISymbol? member) => member is null || !(member.IsInSource() || member is IEventSymbol)
        || FlowHolders.TypeOf(member) is not INamedTypeSymbol { DelegateInvokeMethod.ReturnType: { } result } kind || program.Holders.MayTell(result) || program.IsAsked(kind);

    // Whoever calls the function later knows nothing of the method that it was made in.
    private void KeepCaptured(IMethodSymbol function, FlowState state, ITypeSymbol owner, string root)
    {
        // Two functions may know each other.
        if (!_keeping.Add(function)) return;
        foreach (var variable in state.Roots.ToList())
        {
            if (variable.Key is not (ILocalSymbol or IParameterSymbol) || variable.Key is not ISymbol { ContainingSymbol: IMethodSymbol method } symbol || !IsWithin(function, method)) continue;
            var declared = symbol is ILocalSymbol local ? local.Type : ((IParameterSymbol)symbol).Type;
            if (variable.Value.Objects.Any(item => item.Target is not null && SymbolEqualityComparer.Default.Equals(item.Target.Method, function)) || !Matters(variable.Value, declared, state, 0)) continue;
            var kept = Copy(variable.Value, declared, state, owner, root, $"{symbol.Name}{symbol.Locations.FirstOrDefault()?.SourceSpan.Start}", 1);
            if (_captured.TryGetValue(symbol, out var known))
            {
                if (known.Covers(kept)) continue;
                kept = known.Or(kept);
            }

            _captured[symbol] = kept;
            Changed(owner, root);
            _facts.Add(symbol);
        }

        _keeping.Remove(function);
    }

    private static bool IsWithin(IMethodSymbol function, IMethodSymbol method)
    {
        for (var outer = function.ContainingSymbol; outer is IMethodSymbol; outer = outer.ContainingSymbol)
        {
            if (SymbolEqualityComparer.Default.Equals(outer, method)) return true;
        }

        return false;
    }

    // The next of the next: what is kept of it in turn would be kept once more by whoever finds it, and so on.
    private static bool IsChain(string path, KeyValuePair<string, FlowValue> part) => Flow.Part.IsLink(part) && path.Split('/', '.').Contains(part.Key);

    private FlowValue Copy(FlowValue value, ITypeSymbol? declared, FlowState state, ITypeSymbol owner, string root, string path, int depth)
    {
        var taints = value.Taints.Map(static (token, way) => token.Source is null ? TaintSet.None : TaintSet.Of(token, way));
        var objects = new List<FlowObject>();
        foreach (var item in value.Objects)
        {
            if (item.Origin == Origin.Kept)
            {
                objects.Add(item);
                continue;
            }

            if (item.Target is null && item.Role is null && (depth >= Deepest || !Matters(FlowValue.Of(item), declared, state, depth))) continue;
            var name = $"{path}/{item.Type?.Name}";
            if (item.Target is not null) name += item.Target.Method.Locations.FirstOrDefault()?.SourceSpan.Start;
            if (!_objects.TryGetValue((owner, name), out var copy))
            {
                _objects[(owner, name)] = copy = new FlowObject(Origin.Kept, item.Type, item.IsExact, isSingle: true, 0) { Role = item.Role, Target = item.Target, Variables = item.Variables, KeptIn = depth == 0 ? (owner, root) : null };
                if (item.Target is not null) _functions.Add(root);
            }

            objects.Add(copy);
            if (item.Target is { Graph: not null, Method: var function }) KeepCaptured(function, state, owner, root);
            foreach (var part in state.Parts(item))
            {
                if (IsChain(name, part)) continue;
                var value2 = Copy(part.Value, FlowHolders.Declared(item.Type, part.Key), state, owner, root, $"{name}.{part.Key}", depth + 1);
                if (_heap.Part(copy, part.Key) is { } known)
                {
                    if (known.Covers(value2)) continue;
                    value2 = known.Or(value2);
                }

                _heap.SetPart(copy, part.Key, value2);
                Changed(owner, root);
                _facts.Add(copy);
            }
        }

        return FlowValue.Of(taints).WithObjects(objects);
    }
}
