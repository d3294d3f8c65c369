using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Instrumentation.Generator.Flow;

/// <summary>The value of an expression.</summary>
internal sealed partial class FlowRun
{
    private readonly Dictionary<object, IOperation> _captured = [];
    private readonly Dictionary<object, ITypeSymbol?> _capturedTypes = [];
    private readonly Dictionary<(ControlFlowGraph Graph, CaptureId Id), object> _captures = [];
    private readonly Dictionary<ISymbol, IOperation> _aliases = new(SymbolEqualityComparer.Default);

    private FlowValue Eval(IOperation? operation)
    {
        if (operation is null) return FlowValue.Unknown;
        if (operation.ConstantValue is { HasValue: true, Value: var constant }) return FlowValue.OfConstant(constant);
        System.Runtime.CompilerServices.RuntimeHelpers.EnsureSufficientExecutionStack();
        return operation switch
        {
            IExpressionStatementOperation statement => Eval(statement.Operation),
            ILocalReferenceOperation local => OfLocal(local),
            IParameterReferenceOperation parameter => OfParameter(parameter.Parameter, parameter),
            IInstanceReferenceOperation self => Reread(_state.Root(_frame) ?? Given(self, self.Type), self.Type is { } type ? _policy.SourceOfType(type) : null, self),
            IFlowCaptureOperation capture => Capture(capture),
            IFlowCaptureReferenceOperation reference => _state.Root(KeyOf(reference.Id)) ?? FlowValue.Unknown,
            IPropertyReferenceOperation property => OfProperty(property),
            IFieldReferenceOperation field => OfField(field, field.Instance),
            IEventReferenceOperation @event => OfField(@event, @event.Instance),
            IArrayElementReferenceOperation element => OfArrayElement(element),
            IImplicitIndexerReferenceOperation indexed => OfPart(Eval(indexed.Instance), indexed, Evaluated(indexed.Argument)),
            IInlineArrayAccessOperation inline => OfPart(Eval(inline.Instance), inline, Evaluated(inline.Argument)),
            IConversionOperation conversion => Convert(conversion),
            IParenthesizedOperation parenthesized => Eval(parenthesized.Operand),
            IAwaitOperation awaited => Awaited(awaited),
            IInvocationOperation call => Call(call),
            IObjectCreationOperation creation => Create(creation),
            ITypeParameterObjectCreationOperation created => CreateOf(created),
            IAnonymousObjectCreationOperation anonymous => CreateAnonymous(anonymous),
            ITupleOperation tuple => CreateTuple(tuple),
            IArrayCreationOperation array => CreateArray(array),
            ICollectionExpressionOperation collection => CreateCollection(collection, collection.Elements, collection.Type),
            IDelegateCreationOperation creation => CreateDelegate(creation),
            IFlowAnonymousFunctionOperation lambda => CreateLambda(lambda),
            IMethodReferenceOperation method => CreateMethodGroup(method),
            ISimpleAssignmentOperation assignment => Assign(assignment),
            ICompoundAssignmentOperation assignment => Assign(assignment),
            IDeconstructionAssignmentOperation deconstruction => Deconstruct(deconstruction),
            IIncrementOrDecrementOperation increment => Increment(increment),
            IEventAssignmentOperation assignment => Assign(assignment),
            IDeclarationExpressionOperation declaration => Eval(declaration.Expression),
            IInterpolatedStringOperation text => Interpolate(text),
            IBinaryOperation binary => Combine(binary),
            IUnaryOperation unary => Operator(unary.OperatorMethod, unary, unary.Operand),
            IIsPatternOperation match => Match(match),
            IReturnOperation { Kind: OperationKind.YieldReturn } yielded => Yield(yielded),
            ITranslatedQueryOperation query => Eval(query.Operation),
            IDefaultValueOperation { Type: var type } none => IsOwnStruct(type) || (type is { IsValueType: true, IsRefLikeType: false } && type.IsCollection()) ? FlowValue.Of(Make(none, type)) : Harmless(none),
            ICaughtExceptionOperation caught => Caught(caught),
            IThrowOperation thrown => Thrower(thrown),
            IDynamicMemberReferenceOperation member => OfDynamic(member),
            IDynamicInvocationOperation call => EvalAll(call.Arguments.Append(call.Operation)),
            IDynamicIndexerAccessOperation access => Elements(Eval(access.Operation), access, access.Type),
            IIsNullOperation test => Truth(AreEqual(Eval(test.Operand), FlowValue.OfConstant(null))),
            IStaticLocalInitializationSemaphoreOperation or IIsTypeOperation or ITypeOfOperation or ISizeOfOperation => Harmless(operation),
            IFieldInitializerOperation initializer => Eval(initializer.Value),
            IArgumentOperation argument => Eval(argument.Value),
            { Kind: OperationKind.None, Syntax: StackAllocArrayCreationExpressionSyntax or ImplicitStackAllocArrayCreationExpressionSyntax } buffer => CreateBuffer(buffer),
            _ => EvalAll(operation.ChildOperations),
        };
    }

    private FlowValue Harmless(IOperation operation)
    {
        foreach (var child in operation.ChildOperations) Eval(child);
        return FlowValue.Clean;
    }

    private IOperation Evaluated(IOperation operation)
    {
        Eval(operation);
        return operation;
    }

    private FlowValue OfLocal(ILocalReferenceOperation local)
    {
        if (_aliases.TryGetValue(local.Local, out var alias)) return Eval(alias);
        if (_state.Root(local.Local) is { } value)
        {
            FollowWhatIsHandedOn(value, local);
            return Known(value, local.Local);
        }

        return Foreign(local.Local) ?? Given(local.Local, local.Type, local.Syntax);
    }

    private FlowValue OfParameter(IParameterSymbol parameter, IOperation operation)
    {
        if (_state.Root(parameter) is { } known) return Reread(Known(known, parameter), _policy.SourceOf(parameter), operation);

        // A parameter of a primary constructor, read by a method: the compiler keeps it in a field.
        if (Foreign(parameter) is { } foreign) return foreign;
        if (IsCaptured(parameter) && _state.Root(_frame) is { } self) return ReadPart(self, parameter, Part.OfCaptured(parameter), operation.Type, operation);
        return Given(parameter, parameter.Type, operation.Syntax);
    }

    // Of a function that was kept, and whose method is long over.
    private FlowValue? Foreign(ISymbol variable) => SymbolEqualityComparer.Default.Equals(variable.ContainingSymbol, _owner) ? null : _program.Kept.Captured(variable);

    // The place of a source that was handed in is where it is read.
    private static FlowValue Reread(FlowValue value, ISymbol? source, IOperation place) => source is null || value.Taints.IsEmpty
        ? value
        : value.WithTaints(value.Taints.Map((token, way) => TaintSet.Of(token, way is { Before: null } && token.Source is { } read && SymbolEqualityComparer.Default.Equals(read, source) ? new Hop(way.Name, place.Syntax, null) : way)));

    private bool IsCaptured(IParameterSymbol parameter) =>
        parameter.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.Constructor } constructor && !SymbolEqualityComparer.Default.Equals(constructor, _frame.Method);

    private FlowValue Capture(IFlowCaptureOperation capture)
    {
        var key = KeyOf(capture.Id);

        // It may be written to later.
        if (capture.Value is ILocalReferenceOperation or IParameterReferenceOperation or IMemberReferenceOperation or IArrayElementReferenceOperation or IFlowCaptureReferenceOperation or IDiscardOperation)
            _captured[key] = capture.Value;
        var type = StaticType(capture.Value);
        _capturedTypes[key] = !_capturedTypes.TryGetValue(key, out var known) || SymbolEqualityComparer.Default.Equals(known, type) ? type : capture.Value.Type;
        if (capture.Value.ConstantValue is { HasValue: true, Value: { } constant }) _constants[key] = constant;
        var value = Eval(capture.Value);
        if (capture.Syntax is WithExpressionSyntax || (capture.Syntax.Parent is WithExpressionSyntax with && with.Expression == capture.Syntax)) value = CopiedWhole(value, capture.Value.Type, capture);
        _state.SetRoot(key, value);
        return value;
    }

    // Captures are numbered within a method; one that is followed inside another has the same numbers.
    private object KeyOf(CaptureId id)
    {
        var graph = _graph;
        while (graph.Parent is { } outer) graph = outer;
        if (!_captures.TryGetValue((graph, id), out var key)) _captures[(graph, id)] = key = new CaptureKey(graph);
        return key;
    }

    // `FormattableString text = $"..."` has what stands in the holes one by one.
    private FlowValue Formattable(IInterpolatedStringOperation text, IConversionOperation conversion)
    {
        var made = Make(conversion, conversion.Type, "formattable");
        var holes = text.Parts.OfType<IInterpolationOperation>().ToList();
        for (var i = 0; i < holes.Count; i++) _state.SetPart(made, Part.At(i), Eval(holes[i].Expression));
        var result = FlowValue.Of(made);
        AddContent(result, Interpolate(text).Taints);
        return result;
    }

    private FlowValue Convert(IConversionOperation conversion)
    {
        if (conversion is { Type.Name: "FormattableString", Operand: IInterpolatedStringOperation text }) return Formattable(text, conversion);
        var value = Eval(conversion.Operand);
        if (conversion.OperatorMethod is { ContainingType: { Name: "Span" or "ReadOnlySpan" or "Memory" or "ReadOnlyMemory" or "ArraySegment", ContainingNamespace.Name: "System" } }) return value;
        if (conversion.OperatorMethod is { } method && !(method.ContainingType.IsString() && !method.IsInSource()))
            return CallMethod(method, null, [new Passed(method.Parameters[0], value, conversion.Operand)], conversion);
        if (conversion.Type is not { } type) return value;
        if (type.TypeKind == TypeKind.Enum || type.SpecialType == SpecialType.System_Boolean) return FlowValue.Unknown;
        if (!value.Taints.IsEmpty || conversion.Parent is ISimpleAssignmentOperation) value = type.SpecialType == SpecialType.System_Object || type.TypeKind == TypeKind.Interface ? Boxed(value, conversion) : Unboxed(value);
        return _policy.SourceOfType(type) is { } source && conversion.Operand.Type is { } from && _policy.SourceOfType(from) is null && !conversion.IsImplicit
            ? value.With(TaintSet.Of(Token.Of(source), new Hop(source.Name, conversion.Syntax, null)))
            : value;
    }

    // What an awaitable of the program's own, or a list of tasks, comes to.
    private FlowValue Awaited(IAwaitOperation awaited)
    {
        var value = Eval(awaited.Operation);
        return value.Objects.IsEmpty && value.Taints.IsEmpty && awaited.Type is { } type ? Given(awaited, type) : value;
    }

    private FlowValue Combine(IBinaryOperation binary)
    {
        if (binary.OperatorMethod is { } method && IsFollowed(method))
            return CallTargets(method, null, [new Passed(method.Parameters[0], Eval(binary.LeftOperand), binary.LeftOperand), new Passed(method.Parameters[1], Eval(binary.RightOperand), binary.RightOperand)], binary);

        var left = Eval(binary.LeftOperand);
        var right = Eval(binary.RightOperand);
        if (binary.Type is not { } type) return FlowValue.Unknown;
        if (type.IsString())
        {
            if (left.IsClean && right.IsClean) return FlowValue.Clean;
            return FlowValue.Of(WrittenOf(left, binary.LeftOperand).Union(WrittenOf(right, binary.RightOperand)));
        }

        if (type.TypeKind == TypeKind.Delegate) return left.Or(right);
        if (type.SpecialType == SpecialType.System_Boolean) return Truth(Compared(binary, left, right));
        if (!type.IsNumber() && !type.IsTime()) return FlowValue.Unknown;

        // The difference of two moments does not tell either.
        if (type.IsTime() && binary.LeftOperand.Type is { } from && !SymbolEqualityComparer.Default.Equals(FlowTypes.Underlying(from), FlowTypes.Underlying(type))) return FlowValue.Unknown;
        return FlowValue.Of(left.Taints.Union(right.Taints));
    }

    // An operator of the program's own, or of whatever a type parameter stands for.
    private static bool IsFollowed(IMethodSymbol method) => method.IsInSource() || (method.IsStatic && (method.IsAbstract || method.IsVirtual));

    private FlowValue Operator(IMethodSymbol? method, IOperation operation, IOperation operand)
    {
        var value = Eval(operand);
        if (method is not null && IsFollowed(method)) return CallTargets(method, null, [new Passed(method.Parameters[0], value, operand)], operation);
        if (operation is IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } && value.Constant is bool known) return FlowValue.OfConstant(!known);
        return operation.Type is { } type && (type.IsNumber() || type.IsTime()) ? FlowValue.Of(value.Taints) : FlowValue.Unknown;
    }

    // `"" + letters` and `$"{letters}"` write the name of its type; only methods that take an array of letters write what is in it.
    private TaintSet WrittenOf(FlowValue value, IOperation operation) => StaticType(operation) is IArrayTypeSymbol ? TaintSet.None : TextOf(value, operation);

    private FlowValue Interpolate(IInterpolatedStringOperation text)
    {
        var taints = TaintSet.None;
        var isClean = true;
        foreach (var part in text.Parts)
        {
            if (part is not IInterpolationOperation hole) continue;
            var value = Eval(hole.Expression);
            isClean &= value.IsClean;
            taints = taints.Union(WrittenOf(value, hole.Expression));
        }

        return isClean ? FlowValue.Clean : FlowValue.Of(taints);
    }

    private FlowValue Yield(IReturnOperation yielded)
    {
        var value = Eval(yielded.ReturnedValue);
        _yielded = _yielded is null ? value : _yielded.Or(value);
        return value;
    }

    private FlowValue Thrower(IThrowOperation thrown)
    {
        var value = Eval(thrown.Exception);
        Throw(value);
        return value;
    }

    private FlowValue OfDynamic(IDynamicMemberReferenceOperation member)
    {
        var receiver = Eval(member.Instance);
        var result = FlowValue.Of(receiver.Taints);
        foreach (var item in receiver.Objects)
        {
            var found = item.Type?.GetMembers(member.MemberName).FirstOrDefault(static found => found is IPropertySymbol or IFieldSymbol);
            if (found is not null) result = result.Or(Read(FlowValue.Of(item), found, member));
            else if (_state.Part(item, member.MemberName) is { } part) result = result.Or(part);
        }

        return result;
    }

    private sealed class CaptureKey(ControlFlowGraph graph)
    {
        public ControlFlowGraph Graph { get; } = graph;
    }
}
