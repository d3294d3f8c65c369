using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Instrumentation.Generator.Flow;

/// <summary>What is known of variables that hold a constant, and what follows for the way that is gone.</summary>
internal sealed partial class FlowRun
{
    // Constants are told apart in variables only: what an object holds may be set by anybody who has it.
    private FlowValue Known(FlowValue value, ISymbol variable) => value.Constant is not null && _program.Constants.IsWrittenElsewhere(variable) ? FlowValue.Clean : value;

    private static FlowValue Truth(bool? value) => value is { } known ? FlowValue.OfConstant(known) : FlowValue.Clean;

    private static bool? AreEqual(FlowValue left, FlowValue right)
    {
        if (left.Constant is not { } one || right.Constant is not { } other) return null;
        if (ReferenceEquals(one, FlowConstants.Null) || ReferenceEquals(other, FlowConstants.Null)) return ReferenceEquals(one, other);
        return one.GetType() == other.GetType() ? one.Equals(other) : null;
    }

    private static bool? Compared(IBinaryOperation binary, FlowValue left, FlowValue right) => binary.OperatorKind switch
    {
        _ when binary.OperatorMethod is { } method && !method.ContainingType.IsString() => null,
        BinaryOperatorKind.Equals => AreEqual(left, right),
        BinaryOperatorKind.NotEquals => !AreEqual(left, right),
        _ => null,
    };

    private bool? Matches(IPatternOperation pattern, FlowValue value, ITypeSymbol? type) => pattern switch
    {
        IConstantPatternOperation constant => AreEqual(value, Eval(constant.Value)),
        INegatedPatternOperation negated => !Matches(negated.Pattern, value, type),
        IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.Or } either => Either(Matches(either.LeftPattern, value, type), Matches(either.RightPattern, value, type)),
        IBinaryPatternOperation both => !Either(!Matches(both.LeftPattern, value, type), !Matches(both.RightPattern, value, type)),
        IDiscardPatternOperation => true,
        IDeclarationPatternOperation { MatchesNull: true } => true,
        IDeclarationPatternOperation { MatchedType: { } matched } => MayBe(value, matched, type) ? null : false,
        ITypePatternOperation { MatchedType: { } matched } => MayBe(value, matched, type) ? null : false,
        IRecursivePatternOperation { MatchedType: { } matched } => MayBe(value, matched, type) ? null : false,
        _ => null,
    };

    private static bool? Either(bool? left, bool? right) => left == true || right == true ? true : left == false && right == false ? false : null;

    // What kind of value it is that is handed on as a mere object.
    private FlowValue Boxed(FlowValue value, IConversionOperation conversion) => value.Objects.IsEmpty && FlowObject.IsValue(conversion.Operand.Type)
        ? value.WithObjects([Intern(conversion, "box", () => new FlowObject(Origin.Made, conversion.Operand.Type, true, isSingle: false, 0))])
        : value;

    private static FlowValue Unboxed(FlowValue value) => value.Objects.Any(static item => item.IsBox) ? value.WithObjects(value.Objects.Where(static item => !item.IsBox)) : value;

    // `if (message is Mail)`: from here on it is one, or none.
    private void Narrow(IOperation? condition, bool isTrue)
    {
        while (condition is IConversionOperation or IParenthesizedOperation) condition = condition is IConversionOperation conversion ? conversion.Operand : ((IParenthesizedOperation)condition).Operand;
        var (tested, type, isNegated) = condition switch
        {
            IIsTypeOperation test => (test.ValueOperand, test.TypeOperand, test.IsNegated),
            IIsPatternOperation { Pattern: ITypePatternOperation pattern, Value: var value } => (value, pattern.MatchedType, false),
            IIsPatternOperation { Pattern: INegatedPatternOperation { Pattern: ITypePatternOperation pattern }, Value: var value } => (value, pattern.MatchedType, true),
            IIsPatternOperation { Pattern: IDeclarationPatternOperation { MatchedType: { } matched }, Value: var value } => (value, matched, false),
            IIsPatternOperation { Pattern: INegatedPatternOperation { Pattern: IDeclarationPatternOperation { MatchedType: { } matched } }, Value: var value } => (value, matched, true),
            _ => default,
        };
        while (tested is IConversionOperation conversion) tested = conversion.Operand;
        var root = tested is ILocalReferenceOperation local ? local.Local : tested is IParameterReferenceOperation parameter ? (ISymbol)parameter.Parameter : null;
        if (root is null || type is null || _state.Root(root) is not { Objects.IsEmpty: false } known) return;
        var rest = known.Objects.Where(item => isTrue != isNegated ? MayBe(item, type) : !(item is { IsExact: true, Origin: Origin.Made, Type: { } made } && made.DerivesFrom(type))).ToList();
        if (rest.Count > 0 && rest.Count < known.Objects.Length) _state.SetRoot(root, known.WithObjects(rest));
    }

    private static bool MayBe(FlowObject item, ITypeSymbol type) =>
        item is not { IsExact: true, Origin: Origin.Made, Type: { } known } || known is ITypeParameterSymbol || known.DerivesFrom(type) || known.OriginalDefinition.DerivesFrom(type.OriginalDefinition);

    // Whether one of the objects that it may be is of the type. Of what is declared as a mere object it is not known what else it may be.
    private static bool MayBe(FlowValue value, ITypeSymbol type, ITypeSymbol? declared)
    {
        if (ReferenceEquals(value.Constant, FlowConstants.Null)) return false;
        return !HasParts(declared) || type is ITypeParameterSymbol || value.Objects.IsEmpty || value.MayBeInitial || (!value.Taints.IsEmpty && !value.Objects.All(static item => item.IsBox))
            || value.Objects.Any(item => MayBe(item, type));
    }
}
