using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Instrumentation.Generator.Flow;

/// <summary>An argument, and what the method leaves in it.</summary>
internal sealed class Passed(IParameterSymbol? parameter, FlowValue value, IOperation? operation)
{
    public IParameterSymbol? Parameter { get; } = parameter;

    public FlowValue Value { get; } = value;

    public IOperation? Operation { get; } = operation;

    public FlowValue? Result { get; set; }
}

/// <summary>Calls of methods whose code is there.</summary>
internal sealed partial class FlowRun
{
    private readonly Dictionary<(object Place, ISymbol Method), Frame> _frames = [];
    private int _inlined;

    private FlowValue Call(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        if (method.MethodKind == MethodKind.DelegateInvoke) return InvokeDelegate(call);

        var receiver = call.Instance is { } instance ? Eval(instance) : null;
        var arguments = call.Arguments.Select(argument => new Passed(argument.Parameter, Handed(argument), argument.Value)).ToList();
        if (receiver is not null && method.MethodKind == MethodKind.Constructor)
        {
            Construct(method, receiver, arguments, call);
            return FlowValue.Unknown;
        }

        if (_policy.RoleOf(method) is { } role) return KnownFor(role, method.ReturnType);
        if (method.Name == "<Clone>$") return Clone(receiver ?? FlowValue.Unknown, call);
        var isSink = (_policy.MayBeSink(method) || receiver?.Objects.Any(static item => item.Role is not null) == true) && ReportCall(method, receiver, call.Instance?.Type, arguments, call);
        var result = method.MethodKind == MethodKind.LocalFunction ? CallLocalFunction(method, arguments, call)
            : receiver is not null && method is { Name: nameof(ToString), Parameters.Length: 0 } && call.IsVirtual ? Textual(receiver, call.Instance!)
            // What a library's sink was given is reported: a logger of the project's own, which it may be, would only say it again.
            : isSink && !method.IsInSource() ? CallMethod(method, receiver, arguments, call)
            : CallTargets(method, receiver, arguments, call);

        foreach (var argument in arguments)
        {
            if (argument.Parameter is not { RefKind: RefKind.Out or RefKind.Ref } parameter || argument.Operation is not { } target) continue;
            var left = argument.Result ?? (parameter.RefKind == RefKind.Ref && argument.Value.Constant is null ? argument.Value : FlowValue.Unknown);
            AssignTo(target, _policy.SourceOf(parameter) is { } marked ? left.With(TaintSet.Of(Token.Of(marked), new Hop(marked.Name, target.Syntax, null))) : left, call);
        }

        return _policy.SourceOf(method) is { } source && !_policy.Sanitizes(method) ? result.With(TaintSet.Of(Token.Of(source), new Hop(source.Name, call.Syntax, null))) : result;
    }

    // A structure is handed over as a copy.
    private FlowValue Handed(IArgumentOperation argument)
    {
        var value = Eval(argument.Value);
        return argument.Parameter is { RefKind: RefKind.None, Type: { IsRefLikeType: false, IsReadOnly: false } type } && IsOwnStruct(type) ? Copied(value, type, argument) : value;
    }

    private FlowValue Textual(FlowValue receiver, IOperation instance) =>
        receiver.IsClean ? FlowValue.Clean : FlowValue.Of(TextOf(receiver, instance));

    private FlowValue CallTargets(IMethodSymbol method, FlowValue? receiver, List<Passed> arguments, IOperation place)
    {
        if (method.IsStatic && (method.IsAbstract || method.IsVirtual) && receiver is null) return CallStatic(method, arguments, place);
        if (receiver is null || !(method.IsVirtual || method.IsAbstract || method.IsOverride)) return CallMethod(method, receiver, arguments, place);
        FlowValue? result = null;
        var entry = _state.Copy();
        var isOne = true;
        foreach (var (target, self) in TargetsOn(method, receiver, place))
        {
            var before = arguments.Select(static argument => argument.Result).ToList();
            var one = CallMethod((IMethodSymbol)target, self, arguments, place);
            for (var i = 0; i < before.Count; i++)
            {
                if (before[i] is { } known) arguments[i].Result = known.Or(arguments[i].Result ?? FlowValue.Unknown);
            }

            isOne = result is null;
            result = result is null ? one : result.Or(one);
        }

        // Only one of them is called: what another one replaces may still be there.
        if (!isOne) _state.Join(entry);
        return result ?? FlowValue.Unknown;
    }

    // `T.Of(user)`: which of the types it is, only the callers know.
    private FlowValue CallStatic(IMethodSymbol method, List<Passed> arguments, IOperation place)
    {
        var result = method.IsAbstract ? null : CallMethod(method, null, arguments, place);
        var known = place is IInvocationOperation { ConstrainedToType: { } constrained } && _frame.Resolve(constrained) is INamedTypeSymbol named ? named : null;
        foreach (var type in known is null ? _program.Dispatch.DerivedFrom(method.ContainingType) : [known])
        {
            if (StaticOf(type, method) is not { } target) continue;
            var one = CallMethod(target, null, arguments, place);
            result = result is null ? one : result.Or(one);
        }

        return result ?? CallMethod(method, null, arguments, place);
    }

    private static IMethodSymbol? StaticOf(INamedTypeSymbol type, IMethodSymbol method)
    {
        var declared = type.AllInterfaces.Where(implemented => SymbolEqualityComparer.Default.Equals(implemented.OriginalDefinition, method.ContainingType.OriginalDefinition))
            .SelectMany(implemented => implemented.GetMembers(method.Name)).FirstOrDefault(member => SymbolEqualityComparer.Default.Equals(member.OriginalDefinition, method.OriginalDefinition));
        return declared is not null && type.FindImplementationForInterfaceMember(declared) is IMethodSymbol target && !SymbolEqualityComparer.Default.Equals(target, declared) ? target : null;
    }

    /// <summary>What one method returns; what it does to its arguments is done.</summary>
    private FlowValue CallMethod(IMethodSymbol method, FlowValue? receiver, IReadOnlyList<Passed> arguments, IOperation place)
    {
        if (_policy.Sanitizes(method))
        {
            if (_policy.SafeguardOf(method) is { } safeguard) ReportSafeguard(safeguard, arguments);
            return FlowValue.Clean;
        }

        if (_policy.SerializerOf(method) is { } format) return Serialize(method, receiver, arguments, format, place);
        if (_program.Bodies.Of(method) is not { } body || body.Graph is null) return CallLibrary(method, receiver, arguments, place);
        var called = (IMethodSymbol)body.Owner;
        var values = Bind(called, method, ref receiver, arguments);
        return (receiver is not null && HoldsFunction(receiver, 0)) || values.Any(value => HoldsFunction(value, 0))
            ? CallInline(body, called, TypesOf(method), receiver, values, arguments, place)
            : CallShaped(body, called, TypesOf(method), receiver, values, arguments, place);
    }

    // The arguments in the order of the parameters of the method that has the code.
    private static List<FlowValue> Bind(IMethodSymbol called, IMethodSymbol method, ref FlowValue? receiver, IReadOnlyList<Passed> arguments)
    {
        var values = called.Parameters.Select(static _ => FlowValue.Clean).ToList();

        // A member of an extension block has its receiver as an argument, or the other way around.
        var isExtension = called.ContainingType is { TypeKind: TypeKind.Extension };
        var shift = isExtension && method.Parameters.Length == called.Parameters.Length + 1 ? 1 : 0;
        foreach (var argument in arguments)
        {
            var ordinal = (argument.Parameter?.Ordinal ?? 0) - shift;
            if (ordinal < 0) receiver = argument.Value;
            else if (ordinal < values.Count) values[ordinal] = argument.Value;
        }

        return values;
    }

    // Only where it makes objects of them, or calls what they have without one: else all calls are alike.
    private IReadOnlyList<ITypeSymbol> TypesOf(IMethodSymbol method) => method.IsGenericMethod && method.TypeParameters.Any(static parameter => parameter.HasConstructorConstraint
        || parameter.ConstraintTypes.Any(static constraint => constraint.TypeKind == TypeKind.Interface && constraint.GetMembers().Any(static member => member is { IsStatic: true, IsAbstract: true })))
        ? [.. method.TypeArguments.Select(argument => _frame.Resolve(argument)!)]
        : [];

    private FlowValue CallShaped(FlowBody body, IMethodSymbol called, IReadOnlyList<ITypeSymbol> types, FlowValue? receiver, List<FlowValue> values, IReadOnlyList<Passed> arguments, IOperation place)
    {
        if (IsRoot) KeepStatic();
        var shape = ShapeOf(called, types, receiver, values, isWide: false);

        // Who calls with nothing in hand needs no look of its own.
        if (shape is { IsQuiet: true, IsPlain: false }) shape = ShapeOf(called, types, receiver, values, isWide: true);
        if (shape.IsPlain && !_program.MayMatter(body) && !IsFluent(called, receiver) && !_program.Holders.HaveFunctions(called.ReturnType)) return receiver is not null && body.ReturnsItself ? receiver : Given(place, called.ReturnType);
        if (_program.Calls.Call(body, shape) is not { } outcome) return FlowValue.Unknown;

        CallsBack |= outcome.CallsBack;
        var back = new CallReturn(this, outcome, shape, called, place);
        back.WriteParts();
        foreach (var argument in arguments)
        {
            if (argument.Parameter is { RefKind: RefKind.Out or RefKind.Ref, Ordinal: var ordinal } && ordinal < called.Parameters.Length && outcome.State.Root(called.Parameters[ordinal]) is { } left)
                argument.Result = back.Map(left);
        }

        if (outcome.Thrown is { } thrown) Throw(back.Map(thrown));
        foreach (var pending in outcome.Pending) ReportPending(pending, back, called, shape, arguments, place);
        return back.Map(outcome.Result);
    }

    private void ReportPending(PendingFinding pending, CallReturn back, IMethodSymbol called, CallShape shape, IReadOnlyList<Passed> arguments, IOperation place)
    {
        var taints = back.Map(TaintSet.Of(pending.Token, pending.Way));

        // What a constructor hands on to the one that it begins with, an exception's message, is the doing of whoever makes the object.
        if (called.MethodKind == MethodKind.Constructor && pending.Place.AncestorsAndSelf().TakeWhile(static node => node is not MemberDeclarationSyntax).Any(static node => node is ConstructorInitializerSyntax or PrimaryConstructorBaseTypeSyntax))
        {
            var input = shape.Input(pending.Token.Input);
            var argument = arguments.FirstOrDefault(argument => _state.Within(argument.Value, Deepest).Any(found => !found.Value.Taints.IsEmpty && input.Covers(found.Value.Taints)));
            Report(taints, pending.Sink with { Name = called.ContainingType.Name }, argument?.Operation?.Syntax ?? place.Syntax);
        }
        else Report(taints, pending.Sink, pending.Place);
    }

    // What is made here and handed back is still the same object.
    private static bool IsFluent(IMethodSymbol called, FlowValue? receiver) => receiver?.Objects.Any(static item => item.Origin == Origin.Made) == true
        && called.ReturnType.SpecialType == SpecialType.None && called.ContainingType.DerivesFrom(called.ReturnType);

    private CallShape ShapeOf(IMethodSymbol called, IReadOnlyList<ITypeSymbol> types, FlowValue? receiver, List<FlowValue> values, bool isWide)
    {
        var shape = new CallShape(_program, _state, isWide);
        shape.AddTypes(types);
        var extended = called.ContainingType is { TypeKind: TypeKind.Extension } block ? ExtensionParameter(block) : null;
        if (extended is not null) shape.AddArgument(extended, receiver ?? FlowValue.Unknown, extended.Type);
        else if (receiver is not null && !called.IsStatic) shape.AddSelf(receiver, called.ContainingType);
        for (var i = 0; i < values.Count; i++) shape.AddArgument(called.Parameters[i], values[i], called.Parameters[i].Type);
        return shape;
    }

    /// <summary>The parameter of an extension block that stands for the receiver.</summary>
    private static IParameterSymbol? ExtensionParameter(INamedTypeSymbol block) => block.ExtensionParameter;

    // A method that is given a function is followed as if it stood here: what the function does depends on what is here.
    private FlowValue CallInline(FlowBody body, IMethodSymbol called, IReadOnlyList<ITypeSymbol> types, FlowValue? receiver, List<FlowValue> values, IReadOnlyList<Passed> arguments, IOperation place)
    {
        if (_inlined >= _program.Calls.DeepestInline || !_active.Add(called)) return CallShaped(body, called, types, receiver, values, arguments, place);
        _inlined++;
        var frame = FrameOf(place, called);
        frame.TypeArguments = types;
        if (receiver is not null) _state.SetRoot(frame, receiver);
        for (var i = 0; i < values.Count; i++)
            _state.SetRoot(called.Parameters[i], values[i].IsClean || _policy.SourceOf(called.Parameters[i]) is not { } source ? values[i] : values[i].With(TaintSet.Of(Token.Of(source), new Hop(source.Name, body.Node, null))));

        var outer = _frame;
        _frame = frame;
        if (called.MethodKind == MethodKind.Constructor) BeforeConstructor(called, body);
        _frame = outer;
        var result = RunGraph(body.Graph!, frame, called.ReturnType);
        result = Close(called, frame, null, place, result);
        foreach (var argument in arguments)
        {
            if (argument.Parameter is { RefKind: RefKind.Out or RefKind.Ref, Ordinal: var ordinal } && ordinal < called.Parameters.Length)
                argument.Result = _state.Root(called.Parameters[ordinal]);
        }

        Forget(called, []);
        _active.Remove(called);
        _inlined--;
        return result;
    }

    private Frame FrameOf(object place, IMethodSymbol method)
    {
        if (!_frames.TryGetValue((place, method), out var frame)) _frames[(place, method)] = frame = new Frame(method);
        return frame;
    }

    private bool HoldsFunction(FlowValue value, int depth) => value.Objects.Any(item => item.Target is not null || item.Role is not null
        || (depth < 2 && item.Origin != Origin.Kept && _state.Parts(item).Any(part => HoldsFunction(part.Value, depth + 1))));
}
