using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Instrumentation.Generator.Flow;

/// <summary>Lambdas, local functions and delegates.</summary>
internal sealed partial class FlowRun
{
    // What is in variables and was not handed on so far.
    private readonly HashSet<FlowObject> _unused = [];
    private readonly Dictionary<ISymbol, FlowValue> _recursive = new(SymbolEqualityComparer.Default);

    private FlowValue CreateDelegate(IDelegateCreationOperation creation) => Eval(creation.Target);

    private FlowValue CreateLambda(IFlowAnonymousFunctionOperation lambda)
    {
        var (graph, frame) = (_graph, _frame);
        var made = Intern(lambda, frame, () => new FlowObject(Origin.Given, null, true, isSingle: true, 0) { Target = new DelegateTarget(lambda.Symbol, null, lambda, graph, frame) });
        NoteFunction(made);

        // `var report = () => ...; name = ""; report();` What stands in a variable is followed where it is called or handed on, with what is known by then.
        if (lambda.Syntax.Parent is EqualsValueClauseSyntax { Parent.Parent.Parent: LocalDeclarationStatementSyntax } && lambda.Symbol.Parameters.All(parameter => _policy.SourceOf(parameter) is null)) _unused.Add(made);
        else FollowForOthers(made, lambda);
        return FlowValue.Of(made);
    }

    // Whoever calls it, and when: what it captures is as it is here, at least.
    private void FollowForOthers(FlowObject function, IOperation place)
    {
        var after = _state.Copy();
        Invoke(function.Target!, null, place);
        _state = after;
    }

    private void FollowWhatIsHandedOn(FlowValue value, IOperation read)
    {
        if (_unused.Count == 0 || read.Parent is IInvocationOperation { TargetMethod.MethodKind: MethodKind.DelegateInvoke } call && call.Instance == read) return;
        foreach (var item in value.Objects)
        {
            if (_unused.Contains(item)) FollowForOthers(item, read);
        }
    }

    // `(context, next) => { context.Items["user"] = mail; ... }`: the next part of the pipeline is given the same context, and finds what stands under the key.
    private void KeepShared(IMethodSymbol lambda)
    {
        foreach (var item in lambda.Parameters.SelectMany(parameter => _state.Root(parameter)?.Objects ?? []))
        {
            if (item is not { Origin: Origin.Given, Type: INamedTypeSymbol type } || !type.IsInSource()) continue;
            foreach (var part in _state.Parts(item).ToList())
            {
                if (IsMember(part.Key) && part.Value.Objects.Any(inner => inner.Type.IsMap() && _state.Parts(inner).Any(static entry => Part.IsAt(entry.Key) && !entry.Value.Taints.IsEmpty))) _program.Kept.Keep(Declaring(type, part.Key) ?? type, part.Key, part.Value, _state);
            }
        }
    }

    private FlowValue CreateMethodGroup(IMethodReferenceOperation reference)
    {
        var receiver = reference.Instance is { } instance ? Eval(instance) : null;
        var (graph, frame) = (_graph, _frame);

        // `T.Of`, where it is known what T stands for here.
        var method = reference.ConstrainedToType is { } constrained && _frame.Resolve(constrained) is INamedTypeSymbol named && StaticOf(named, reference.Method) is { } own ? own : reference.Method;
        var made = Intern(reference, frame, () => new FlowObject(Origin.Given, null, true, isSingle: true, 0) { Target = new DelegateTarget(method, receiver, null, graph, frame) });
        if (receiver is not null) _state.SetPart(made, Part.Receiver, receiver);
        if (reference.Method.MethodKind == MethodKind.LocalFunction)
        {
            NoteFunction(made);
            FollowForOthers(made, reference);
        }

        return FlowValue.Of(made);
    }

    private FlowValue CallLocalFunction(IMethodSymbol function, IReadOnlyList<Passed> arguments, IOperation place)
    {
        var values = function.Parameters.Select(static _ => FlowValue.Unknown).ToList();
        foreach (var argument in arguments)
        {
            if (argument.Parameter is { } parameter) values[parameter.Ordinal] = argument.Value;
        }

        var result = Invoke(new DelegateTarget(function.OriginalDefinition, null, null, _graph, _frame), values, place);
        foreach (var argument in arguments)
        {
            if (argument.Parameter is { RefKind: not RefKind.None } parameter) argument.Result = _state.Root(parameter.OriginalDefinition);
        }

        return result;
    }

    private FlowValue InvokeDelegate(IInvocationOperation call)
    {
        var target = Eval(call.Instance);
        var arguments = call.Arguments.Select(argument => new Passed(argument.Parameter, Eval(argument.Value), argument.Value)).ToList();
        if (call.Instance?.Type is { } type)
        {
            for (var i = 0; i < arguments.Count; i++)
            {
                if (_policy.SinkOfDelegate(type, i) is { } sink && arguments[i].Operation is { } written)
                    Report(TextOf(arguments[i].Value, StaticType(written), sink.Format, written), sink.Sink, written.Syntax);
            }
        }

        foreach (var argument in arguments)
        {
            if (argument is { Parameter.RefKind: RefKind.Ref or RefKind.Out, Value.Constant: not null, Operation: { } written }) AssignTo(written, FlowValue.Unknown, call);
        }

        if (call.Instance?.Type is { } kind && arguments.Any(Tells)) _program.Ask(kind);
        if (target.Objects.Any(static item => item.Target is not null)) return InvokeAll(target, [.. arguments.Select(static argument => argument.Value)], call);
        if (IsRoot) KeepStatic();
        HandOn(arguments);
        return call.Type is { SpecialType: not SpecialType.System_Void } result ? Given(call, result) : FlowValue.Unknown;
    }

    private bool Tells(Passed argument) => !argument.Parameter.IsSender() && _state.Within(argument.Value, Deepest).Any(found =>
        !found.Value.Taints.IsEmpty || found.Value.Objects.Any(item => found.Owner is { } owner ? _program.Holders.IsHidden(item, owner, found.Part) : _program.Holders.IsHidden(item, argument.Parameter?.Type)));

    // To a function that only callers know.
    private void HandOn(IEnumerable<Passed> arguments) => CallsBack |= arguments.Any(argument => CallTable.HandsOut(argument.Value, _state));

    /// <summary>What any of the functions that the value may be returns.</summary>
    private FlowValue InvokeAll(FlowValue function, IReadOnlyList<FlowValue> values, IOperation place)
    {
        FlowValue? result = null;
        foreach (var item in function.Objects)
        {
            if (item.Target is not { } target) continue;

            // Which of them it is is not known: each may have been called, or not.
            var before = function.Objects.Length > 1 ? _state.Copy() : null;
            var one = InvokeClosed(item, item.Origin == Origin.Kept ? OfSomebody(target) : target, values, place);
            if (before is not null) _state.Join(before);
            result = result is null ? one : result.Or(one);
        }

        return result ?? FlowValue.Unknown;
    }

    // A method of an object that another method had before it: what it leaves in it is found by that object's other methods.
    private DelegateTarget OfSomebody(DelegateTarget target)
    {
        if (target.Receiver is not { Objects: [{ Origin: Origin.Given, Type: { } type }] } || target.Method.MethodKind == MethodKind.LocalFunction) return target;
        return target with { Receiver = FlowValue.Of(Intern(target.Method, "of somebody", () => new FlowObject(Origin.Given, type, false, isSingle: false, 0))) };
    }

    // Without values: what its parameters are is not known.
    private FlowValue Invoke(DelegateTarget target, IReadOnlyList<FlowValue>? values, IOperation place, FlowObject? invoked = null)
    {
        var function = target.Method;
        if (target.Lambda is null && function.MethodKind != MethodKind.LocalFunction)
        {
            var passed = function.Parameters.Select((parameter, i) => new Passed(parameter, values is not null && i < values.Count ? values[i] : FlowValue.Unknown, null)).ToList();
            if (_policy.MayBeSink(function)) ReportCall(function, target.Receiver, target.Receiver?.Objects.FirstOrDefault()?.Type, passed, place);
            var called = CallTargets(function, target.Receiver, passed, place);
            return _policy.SourceOf(function) is { } marked ? called.With(TaintSet.Of(Token.Of(marked), new Hop(marked.Name, place.Syntax, null))) : called;
        }

        // One closure may call another one of the same code, as long as there are not any number of them.
        var isAgain = _active.Contains(function);
        var isTooDeep = _inlined > _program.Calls.DeepestFunction;
        if (isTooDeep) _program.GiveUp(_owner, place.Syntax);
        if (isTooDeep || (isAgain && (invoked is not { IsSingle: true } || _invoked.Contains(invoked)))) return _recursive.TryGetValue(function, out var known) ? known : FlowValue.Unknown;
        if (GraphOf(target) is not { } graph) return FlowValue.Unknown;

        _active.Add(function);
        var isCounted = invoked is not null && _invoked.Add(invoked);
        var outer = isAgain ? VariablesOf(function) : [];
        _inlined++;
        var wasAccepted = _isAccepted;
        _isAccepted |= _policy.IsAccepted(function);
        for (var i = 0; i < function.Parameters.Length; i++)
        {
            var parameter = function.Parameters[i];
            var value = values is not null && i < values.Count ? values[i] : Given(parameter, parameter.Type, place.Syntax);
            if (values is not null && value is { IsClean: false, Objects.IsEmpty: true }) value = value.WithObjects(Given(parameter, parameter.Type, place.Syntax).Objects);
            _state.SetRoot(parameter, value.IsClean || _policy.SourceOf(parameter) is not { } source ? value : value.With(TaintSet.Of(Token.Of(source), new Hop(source.Name, graph.OriginalOperation.Syntax, null))));
        }

        var result = RunGraph(graph, target.Frame ?? _frame, function.ReturnType);
        if (values is null && target.Lambda is not null) KeepShared(function);
        result = Close(function, null, invoked, place, result);
        Forget(function, outer);
        if (!_recursive.TryGetValue(function, out var before)) _recursive[function] = result;
        else if (!before.Covers(result)) _recursive[function] = before.Or(result);
        _isAccepted = wasAccepted;
        _inlined--;
        if (isCounted) _invoked.Remove(invoked!);
        if (!isAgain) _active.Remove(function);
        return _policy.SourceOf(function) is { } returned ? result.With(TaintSet.Of(Token.Of(returned), new Hop(returned.Name, place.Syntax, null))) : result;
    }

    private static ControlFlowGraph? GraphOf(DelegateTarget target)
    {
        if (target.Graph is not { } graph) return null;
        if (target.Lambda is { } lambda) return graph.GetAnonymousFunctionControlFlowGraph(lambda);
        for (var outer = graph; outer is not null; outer = outer.Parent)
        {
            if (outer.LocalFunctions.FirstOrDefault(function => SymbolEqualityComparer.Default.Equals(function, target.Method)) is { } function) return outer.GetLocalFunctionControlFlowGraph(function);
        }

        return null;
    }
}
