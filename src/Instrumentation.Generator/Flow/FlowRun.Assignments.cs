using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Instrumentation.Generator.Flow;

/// <summary>Assigning to whatever can be assigned to.</summary>
internal sealed partial class FlowRun
{
    private readonly Dictionary<object, object> _constants = [];

    private FlowValue Assign(ISimpleAssignmentOperation assignment)
    {
        if (assignment.IsRef && assignment.Target is ILocalReferenceOperation local)
        {
            _aliases[local.Local] = assignment.Value;
            return Eval(assignment.Value);
        }

        var value = Copied(Eval(assignment.Value), assignment.Value.Type, assignment);
        AssignTo(assignment.Target, value, assignment);
        return value;
    }

    private FlowValue Assign(ICompoundAssignmentOperation assignment)
    {
        var left = Eval(assignment.Target);
        var right = Eval(assignment.Value);
        FlowValue value;
        if (assignment.OperatorMethod is { } method && IsFollowed(method))
            value = CallTargets(method, null, [.. method.Parameters.Zip([(left, assignment.Target), (right, assignment.Value)], static (parameter, side) => new Passed(parameter, side.Item1, side.Item2))], assignment);
        else if (assignment.Type.IsString())
            value = FlowValue.Of(TextOf(left, assignment.Target).Union(TextOf(right, assignment.Value)));
        else if (assignment.Type is { TypeKind: TypeKind.Delegate })
            value = left.Or(right);
        else value = assignment.Type is { } type && (type.IsNumber() || type.IsTime()) ? FlowValue.Of(left.Taints.Union(right.Taints)) : FlowValue.Unknown;
        AssignTo(assignment.Target, value, assignment);
        return value;
    }

    private FlowValue Increment(IIncrementOrDecrementOperation increment)
    {
        var value = FlowValue.Of(Eval(increment.Target).Taints);
        AssignTo(increment.Target, value, increment);
        return value;
    }

    private FlowValue Assign(IEventAssignmentOperation assignment)
    {
        var handler = Eval(assignment.HandlerValue);
        if (assignment.EventReference is not IEventReferenceOperation reference) return FlowValue.Unknown;
        var receiver = reference.Instance is { } instance ? Eval(instance) : null;
        var known = Read(receiver, reference.Event, reference);
        if (assignment.Adds) Write(receiver, reference.Event, known.Or(handler), assignment);
        else if (receiver is { Objects: [{ Origin: Origin.Made, IsSingle: true }] }) Write(receiver, reference.Event, known.WithObjects(known.Objects.Where(item => !IsSame(item, handler))), assignment);
        return FlowValue.Unknown;
    }

    // `bus.Saved -= Print;` A lambda is none that was added before.
    private static bool IsSame(FlowObject handler, FlowValue removed) => removed.Objects is [{ Target: { Lambda: null, Method: var method } }]
        && handler.Target is { Lambda: null, Method: var known } && SymbolEqualityComparer.Default.Equals(known, method);

    private void AssignTo(IOperation target, FlowValue value, IOperation place)
    {
        switch (target)
        {
            case ILocalReferenceOperation local when _aliases.TryGetValue(local.Local, out var alias):
                AssignTo(alias, value, place);
                break;
            case ILocalReferenceOperation local:
                _state.SetRoot(local.Local, value.WithTaints(value.Taints.Through(local.Local.Name, target.Syntax)));
                break;
            case IParameterReferenceOperation parameter when IsCaptured(parameter.Parameter) && _state.Root(parameter.Parameter) is null && _state.Root(_frame) is { } self:
                WritePart(self, Part.OfCaptured(parameter.Parameter), value);
                break;
            case IParameterReferenceOperation parameter:
                _state.SetRoot(parameter.Parameter, value);
                break;
            case IFlowCaptureReferenceOperation reference when _captured.TryGetValue(KeyOf(reference.Id), out var captured):
                AssignTo(captured, value, place);
                break;
            case IFlowCaptureReferenceOperation reference:
                _state.SetRoot(KeyOf(reference.Id), value);
                break;
            case IPropertyReferenceOperation property:
                AssignProperty(property, value, place);
                break;
            case IMemberReferenceOperation member:
                ReportAssignment(member.Member, value, place);
                Write(member.Instance is { } instance ? Eval(instance) : null, member.Member, value, place);
                break;
            case IArrayElementReferenceOperation element:
                WriteElement(Eval(element.ArrayReference), element.Indices.Length == 1 ? element.Indices[0] : null, FlowValue.Unknown, value);
                break;
            case IImplicitIndexerReferenceOperation indexed:
                WriteElement(Eval(indexed.Instance), null, FlowValue.Unknown, value);
                break;
            case IInlineArrayAccessOperation inline:
                WriteElement(Eval(inline.Instance), inline.Argument, FlowValue.Unknown, value);
                break;
            case IInstanceReferenceOperation:
                _state.SetRoot(_frame, value);
                break;
            case ITupleOperation tuple:
                for (var i = 0; i < tuple.Elements.Length; i++) AssignTo(tuple.Elements[i], ReadPart(value, null, $"Item{i + 1}", tuple.Elements[i].Type, place), place);
                break;
            case IDeclarationExpressionOperation declaration:
                AssignTo(declaration.Expression, value, place);
                break;
            case IConversionOperation conversion:
                AssignTo(conversion.Operand, value, place);
                break;
            case IDynamicMemberReferenceOperation member:
                WritePart(Eval(member.Instance), member.MemberName, value);
                break;
            case IInvocationOperation call:
                AssignToResult(call, value, place);
                break;
        }
    }

    // `ref string Slot() => ref _slot; Slot() = mail;`
    private void AssignToResult(IInvocationOperation call, FlowValue value, IOperation place)
    {
        var result = Call(call);
        foreach (var item in result.Objects) _state.AddPart(item, Part.Content, value);
        foreach (var argument in call.Arguments)
        {
            if (argument.Value.Type.IsCollection()) AddPart(Eval(argument.Value), Part.Element, value);

            // It may be any of those that it was given.
            if (argument.Parameter is { RefKind: RefKind.Ref, Type: var type } && SymbolEqualityComparer.Default.Equals(type, call.Type)) AssignTo(argument.Value, Eval(argument.Value).Or(value), place);
        }

        var receiver = call.Instance is { } instance ? Eval(instance) : null;
        foreach (var block in _program.Bodies.Of(call.TargetMethod)?.Graph?.Blocks ?? [])
        {
            switch (block.FallThroughSuccessor is { Semantics: ControlFlowBranchSemantics.Return } ? block.BranchValue : null)
            {
                case IFieldReferenceOperation { Field: var field, Instance: null or IInstanceReferenceOperation }:
                    Write(receiver, field, Read(receiver, field, place).Or(value), place);
                    break;
                case IArrayElementReferenceOperation { ArrayReference: IFieldReferenceOperation { Field: var array, Instance: null or IInstanceReferenceOperation } }:
                    AddPart(Read(receiver, array, place), Part.Element, value);
                    break;
            }
        }
    }

    private void AssignProperty(IPropertyReferenceOperation reference, FlowValue value, IOperation place)
    {
        var property = reference.Property;
        var receiver = reference.Instance is { } instance ? Eval(instance) : null;
        var arguments = reference.Arguments.Select(argument => new Passed(argument.Parameter, Eval(argument.Value), argument.Value)).ToList();
        ReportAssignment(property, value, place, receiver);
        foreach (var argument in arguments) ReportAssignment(property, argument.Value, place);

        var entry = _state.Copy();
        var reached = 0;
        foreach (var (target, self) in receiver is null ? [((ISymbol)property, FlowValue.Unknown)] : TargetsOn(property, receiver, reference))
        {
            reached++;
            if (target is IPropertySymbol found && Setter(found) is { } setter)
            {
                CallMethod(setter, receiver is null ? null : self, [.. arguments, new Passed(setter.Parameters[^1], value, (place as IAssignmentOperation)?.Value)], place);
                continue;
            }

            if (property.IsIndexer) WriteElement(self, arguments.Count == 1 ? arguments[0].Operation : null, arguments.Count == 1 ? arguments[0].Value : FlowValue.Unknown, value);
            else Write(receiver is null ? null : self, property, value, place);
            if (!property.IsInSource() && !property.IsIndexer && receiver is not null && property.OriginalDefinition.Type is ITypeParameterSymbol) WritePart(self, Part.Element, value);

            // A library's object is written with what was put into it.
            if (!property.IsInSource() && receiver is not null && !self.Objects.Any(static item => item.IsCollection()) && !property.ContainingType.IsException())
            {
                if (property is { Name: "Length", ContainingType.Name: "StringBuilder" } && value.IsClean) foreach (var item in self.Objects) _state.Clear(item);
                else if (TextOf(value, property.Type, TextFormat.Plain, place).Union(Gathered(value)) is { IsEmpty: false } put) AddPart(self, Part.Put, FlowValue.Of(put));
            }
        }

        // Only one of them is called: what another one replaces may still be there.
        if (reached > 1) _state.Join(entry);
    }

    private void ReportAssignment(ISymbol member, FlowValue value, IOperation place, FlowValue? receiver = null)
    {
        foreach (var item in receiver?.Objects ?? [])
        {
            if (item.Role is { } role && member is IPropertySymbol { SetMethod: { } setter } && _policy.SinkOfRole(role, setter) is { } known && (place as IAssignmentOperation)?.Value is { } put)
                Report(TextOf(value, StaticType(put), known.Format, place), known.Sink, put.Syntax);
        }

        if (_policy.SinkOfAssignment(member) is { } sink && (place as IAssignmentOperation)?.Value is { } written)
            Report(TextOf(value, StaticType(written), sink.Format, place), sink.Sink, written.Syntax);
    }

    private FlowValue Deconstruct(IDeconstructionAssignmentOperation deconstruction)
    {
        var value = Eval(deconstruction.Value);
        DeconstructTo(deconstruction.Target, value, deconstruction.Value.Type, DeconstructionOf(deconstruction.Syntax), deconstruction);
        return value;
    }

    private void DeconstructTo(IOperation target, FlowValue value, ITypeSymbol? type, DeconstructionInfo? info, IOperation place)
    {
        var tuple = target switch
        {
            IDeclarationExpressionOperation { Expression: ITupleOperation declared } => declared,
            ITupleOperation given => given,
            _ => null,
        };
        if (tuple is null)
        {
            AssignTo(target, value, place);
            return;
        }

        // The parts are all read before the first is written: (a, b) = (b, a).
        var count = tuple.Elements.Length;
        var parts = PartsFor(tuple, value, type, info, place);
        for (var i = 0; i < count; i++)
        {
            var inner = type is INamedTypeSymbol { IsTupleType: true } named && i < named.TupleElements.Length ? named.TupleElements[i].Type
                : info?.Method is { } method && method.Parameters.Length >= count ? method.Parameters[method.Parameters.Length - count + i].Type : tuple.Elements[i].Type;
            DeconstructTo(tuple.Elements[i], parts[i], inner, info?.Nested is { IsDefault: false } nested && i < nested.Length ? nested[i] : null, place);
        }
    }

    private IReadOnlyList<FlowValue> PartsFor(ITupleOperation tuple, FlowValue value, ITypeSymbol? type, DeconstructionInfo? info, IOperation place)
    {
        if (type is not { IsTupleType: true } && info?.Method is { } method) return Taken(value, method, tuple.Elements.Length, place);
        return [.. tuple.Elements.Select((element, i) => type is INamedTypeSymbol { IsTupleType: true } or null ? ReadPart(value, null, $"Item{i + 1}", element.Type, place) : PartAt(value, type, i, tuple.Elements.Length, place))];
    }

    private DeconstructionInfo? DeconstructionOf(SyntaxNode syntax)
    {
        var model = _program.Bodies.ModelOf(syntax.SyntaxTree);
        for (var node = syntax; node is not null; node = node.Parent)
        {
            if (node is AssignmentExpressionSyntax assignment) return model.GetDeconstructionInfo(assignment);
            if (node is ForEachVariableStatementSyntax loop) return model.GetDeconstructionInfo(loop);
            if (node is StatementSyntax) return null;
        }

        return null;
    }

    // What a Deconstruct method hands out.
    private IReadOnlyList<FlowValue> Taken(FlowValue value, IMethodSymbol method, int count, IOperation place)
    {
        var outs = method.Parameters.Where(static parameter => parameter.RefKind == RefKind.Out).ToList();
        var passed = outs.Select(static parameter => new Passed(parameter, FlowValue.Unknown, null)).ToList();
        if (method.IsStatic) passed.Insert(0, new Passed(method.Parameters[0], value, null));
        if (_program.Bodies.Of(method) is not null)
        {
            CallMethod(method, method.IsStatic ? null : value, passed, place);
            return [.. passed.Skip(method.IsStatic ? 1 : 0).Select(static argument => argument.Result ?? FlowValue.Unknown)];
        }

        return [.. outs.Select((parameter, i) => PartAt(value, method.ContainingType, i, count, place))];
    }

    // A record hands out what its parameters are called, a pair its key and its value.
    private FlowValue PartAt(FlowValue value, ITypeSymbol type, int index, int count, IOperation place)
    {
        if (type.IsPair()) return index == 0 ? ReadPart(value, null, Part.MapKey, null, place) : Elements(value, place, null);
        var method = type.GetMembers("Deconstruct").OfType<IMethodSymbol>().FirstOrDefault(method => method.Parameters.Length == count);
        var member = method is null ? null : type.GetMembers(method.Parameters[index].Name).FirstOrDefault(static member => member is IPropertySymbol or IFieldSymbol);
        return member is null ? ReadPart(value, null, $"Item{index + 1}", null, place).With(value.Taints) : Read(value, member, place);
    }

    // A struct is copied with what it holds.
    private FlowValue Copied(FlowValue value, ITypeSymbol? type, IOperation place)
    {
        if (type is not { IsValueType: true } || value.Objects.IsEmpty || type.IsTransparent()) return value;
        var copies = new List<FlowObject>();
        foreach (var item in value.Objects)
        {
            if (item.Origin == Origin.Given && IsOwnStruct(item.Type) && !item.Type!.IsReadOnly && place is not IReturnOperation)
            {
                copies.AddRange(CopiedWhole(FlowValue.Of(item), item.Type, place).Objects);
                continue;
            }

            if (item.Origin != Origin.Made || item.Type is not { IsValueType: true })
            {
                copies.Add(item);
                continue;
            }

            var copy = Make(place, item.Type, "copy" + copies.Count, item.IsExact);
            foreach (var part in _state.Parts(item)) _state.SetPart(copy, part.Key, part.Value);
            copies.Add(copy);
        }

        return value.WithObjects(copies);
    }

    // `given with { ... }`: of a structure that somebody else has made, too.
    private FlowValue CopiedWhole(FlowValue value, ITypeSymbol? type, IOperation place)
    {
        if (!IsOwnStruct(type) || value.Objects.IsEmpty) return value;
        var copy = Make(place, type, "with");
        foreach (var member in type!.GetMembers().Where(static member => member is IFieldSymbol { IsStatic: false }))
        {
            var data = member is IFieldSymbol { AssociatedSymbol: { } property } ? property : member;
            WritePart(FlowValue.Of(copy), Part.Of(data), ReadPart(value, data, Part.Of(data), TypeOf(data), place));
        }

        return FlowValue.Of(copy).With(value.Taints);
    }
}
