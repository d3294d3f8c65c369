using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Instrumentation.Generator.Flow;

/// <summary>
/// What functions have captured. While the activation that they stand in goes on, they share its variables. When it ends, those that outlive it
/// keep an object with the variables that they need (<see cref="FlowObject.Variables"/>): the next activation of the same code has variables of its own.
/// </summary>
internal sealed partial class FlowRun
{
    // The functions that were made here and capture something.
    private readonly List<FlowObject> _functions = [];

    // Those that are being followed.
    private readonly HashSet<FlowObject> _invoked = [];

    private void NoteFunction(FlowObject made)
    {
        if (!_functions.Contains(made)) _functions.Add(made);
    }

    private FlowValue InvokeClosed(FlowObject function, DelegateTarget target, IReadOnlyList<FlowValue> values, IOperation place)
    {
        var parts = PartsOf(function).Where(static part => Part.IsCaptured(part.Key)).ToList();
        if (parts.Count == 0) return Invoke(target, values, place, function);
        if (function.Origin != Origin.Kept && parts.Find(static part => part.Key == Part.Receiver) is { Value: { } receiver }) target = target with { Receiver = receiver };

        var saved = new Dictionary<object, FlowValue?>();
        foreach (var (_, root, value) in Variables(parts))
        {
            var known = saved.ContainsKey(root) ? _state.Root(root) : null;
            if (!saved.ContainsKey(root)) saved[root] = _state.Root(root);
            _state.SetRoot(root, known is null ? value : known.Or(value));
        }

        var result = Invoke(target, values, place, function);
        foreach (var (owner, root, value) in Variables(parts).ToList())
        {
            if (owner.Item.Origin == Origin.Kept || _state.Root(root) is not { } after || ReferenceEquals(after, value)) continue;
            if (owner.IsOnlyOne) _state.SetPart(owner.Item, owner.Part, after);
            else _state.AddPart(owner.Item, owner.Part, after);
        }

        foreach (var one in saved)
        {
            if (one.Value is { } before) _state.SetRoot(one.Key, before);
        }

        _state.DropRoots(root => saved.TryGetValue(root, out var before) && before is null);
        return result;
    }

    private IEnumerable<((FlowObject Item, string Part, bool IsOnlyOne) Owner, object Root, FlowValue Value)> Variables(IEnumerable<KeyValuePair<string, FlowValue>> parts)
    {
        foreach (var part in parts)
        {
            foreach (var item in part.Value.Objects)
            {
                if (item.Variables is not { } variables) continue;
                foreach (var variable in variables.ToList())
                {
                    var value = item.Origin == Origin.Kept ? _program.Kept.Part(item, variable.Key) : _state.Part(item, variable.Key);
                    if (value is not null) yield return ((item, variable.Key, item.IsSingle && part.Value.Objects.Length == 1), variable.Value, value);
                }
            }
        }
    }

    /// <summary>An activation ends: the functions of it that are still in somebody's hands keep what they have captured.</summary>
    /// <param name="ended">The method, lambda or local function.</param>
    /// <param name="frame">The activation, if it is a method's.</param>
    /// <param name="invoked">The function that was called, if it was one.</param>
    /// <param name="place">Where it was called.</param>
    /// <param name="result">What it returns.</param>
    private FlowValue Close(ISymbol ended, Frame? frame, FlowObject? invoked, object place, FlowValue result)
    {
        var key = Part.OfVariables(ended);
        var within = _functions.Where(item => _state.Part(item, key) is null && IsWithin(item.Target!.Method, ended)).ToList();
        if (within.Count == 0) return result;
        var open = Outliving(within, ended, frame, result);
        if (open.Count == 0) return result;

        var variables = new Dictionary<string, object>(StringComparer.Ordinal);
        for (var i = 0; i < open.Count; i++)
        {
            foreach (var captured in CapturedBy(open[i].Target!))
            {
                var root = captured is ISymbol symbol ? SymbolEqualityComparer.Default.Equals(symbol.ContainingSymbol, ended) ? symbol : null : (object?)frame;
                if (root is null || _state.Root(root) is not { } value || !IsWorthKeeping(root, value)) continue;
                variables[Part.OfVariable(root)] = root;

                // A function that another one calls.
                open.AddRange(value.Objects.Where(item => within.Contains(item) && !open.Contains(item)));
            }
        }

        var kept = Renewed(place, (key, "variables"), () => new FlowObject(Origin.Made, null, true, isSingle: true, 0) { Variables = [] });

        // The next look at the place may find more of them.
        foreach (var variable in variables) kept.Variables![variable.Key] = variable.Value;
        var closed = new Dictionary<FlowObject, FlowObject>();
        foreach (var item in open)
        {
            var target = item.Target!;
            var one = Renewed(place, (key, (object?)target.Lambda ?? target.Method), () => new FlowObject(Origin.Made, null, true, isSingle: true, 0) { Target = target });
            foreach (var part in _state.Parts(item).Concat(invoked is null ? [] : PartsOf(invoked).Where(static part => Part.IsCaptured(part.Key) && part.Key != Part.Receiver)).ToList()) _state.SetPart(one, part.Key, part.Value);
            _state.SetPart(one, key, FlowValue.Of(kept));
            closed[item] = one;
            NoteFunction(one);
        }

        foreach (var variable in variables) _state.SetPart(kept, variable.Key, _state.Root(variable.Value)!);
        _state.Replace(closed);
        return result.Replace(closed);
    }

    // What nobody here has made or changed is found by its type alone.
    private bool IsWorthKeeping(object root, FlowValue value) => value.IsClean || !value.Taints.IsEmpty
        || value.Objects.Any(item => item is not { Origin: Origin.Given, Target: null, Role: null } || _state.Parts(item).Count > 0)
        || (root is ISymbol variable && _program.Constants.IsWrittenElsewhere(variable));

    private List<KeyValuePair<object, FlowValue>> VariablesOf(IMethodSymbol function) => [.. _state.Roots.Where(root => IsOf(root.Key, function))];

    // What is over has no variables any more. Those of an activation of the same function that goes on are there again.
    private void Forget(IMethodSymbol function, List<KeyValuePair<object, FlowValue>> outer)
    {
        _state.DropRoots(root => IsOf(root, function));
        foreach (var variable in outer) _state.SetRoot(variable.Key, variable.Value);
    }

    private static bool IsOf(object root, IMethodSymbol function) => root is ILocalSymbol or IParameterSymbol { RefKind: not (RefKind.Ref or RefKind.Out) } && SymbolEqualityComparer.Default.Equals(((ISymbol)root).ContainingSymbol, function);

    // Once more at the same place: what was made there before is an older one.
    private FlowObject Renewed(object place, object sub, Func<FlowObject> create)
    {
        var made = Intern(place, sub, create);
        if (_state.Part(made, Part.Made) is not null)
            _state.Age(made, Intern(place, (sub, "old"), () => new FlowObject(Origin.Made, null, true, isSingle: false, 0) { Target = made.Target, Variables = made.Variables }));
        _state.SetPart(made, Part.Made, FlowValue.Clean);
        return made;
    }

    // Those that something else knows than the variables of what has ended.
    private List<FlowObject> Outliving(List<FlowObject> within, ISymbol ended, Frame? frame, FlowValue result)
    {
        var known = new HashSet<FlowObject>(result.Objects);
        if (_thrown is { } thrown) known.UnionWith(thrown.Objects);
        foreach (var root in _state.Roots)
        {
            if (root.Key is not ISymbol { ContainingSymbol: { } owner } || !(SymbolEqualityComparer.Default.Equals(owner, ended) || IsWithin(owner, ended))) known.UnionWith(root.Value.Objects);
        }

        foreach (var owner in _state.Owners)
        {
            foreach (var part in _state.Parts(owner)) known.UnionWith(part.Value.Objects);
        }

        return within.FindAll(item => known.Contains(item) && CapturedBy(item.Target!).Any(captured => captured is ISymbol symbol ? SymbolEqualityComparer.Default.Equals(symbol.ContainingSymbol, ended) : frame is not null));
    }

    private static bool IsWithin(ISymbol function, ISymbol outer)
    {
        var around = function.ContainingSymbol;
        for (; around is IMethodSymbol; around = around.ContainingSymbol)
        {
            if (SymbolEqualityComparer.Default.Equals(around, outer)) return true;
        }

        // What a field begins with is made by each constructor.
        return outer is IMethodSymbol { MethodKind: MethodKind.Constructor } && around is IFieldSymbol or IPropertySymbol && SymbolEqualityComparer.Default.Equals(around.ContainingType, outer.ContainingType);
    }

    // The variables that the function reads or writes and, as itself, whether it knows the object whose method it stands in.
    private IReadOnlyCollection<object> CapturedBy(DelegateTarget target)
    {
        var key = target.Lambda?.Syntax ?? (object)target.Method;
        if (_program.Captures.TryGetValue(key, out var known)) return known;
        var captured = new HashSet<object>();
        _program.Captures[key] = captured;
        if (GraphOf(target) is not { } graph) return captured;
        foreach (var operation in graph.OriginalOperation.Descendants())
        {
            switch (operation)
            {
                case ILocalReferenceOperation local:
                    captured.Add(local.Local);
                    break;
                case IParameterReferenceOperation parameter:
                    captured.Add(parameter.Parameter);

                    // Of a primary constructor, perhaps: the object has it.
                    if (parameter.Parameter.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.Constructor }) captured.Add(typeof(Frame));
                    break;
                case IInstanceReferenceOperation:
                    captured.Add(typeof(Frame));
                    break;
            }

            var called = operation is IInvocationOperation call ? call.TargetMethod : (operation as IMethodReferenceOperation)?.Method;
            if (called is { MethodKind: MethodKind.LocalFunction }) captured.UnionWith(CapturedBy(target with { Method = called.OriginalDefinition, Lambda = null, Graph = graph }));
        }

        return captured;
    }
}
