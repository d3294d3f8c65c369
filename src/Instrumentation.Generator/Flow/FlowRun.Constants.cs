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

    private static bool MayBe(FlowObject item, ITypeSymbol type) =>
        item is not { IsExact: true, Origin: Origin.Made, Type: { } known } || known is ITypeParameterSymbol || known.DerivesFrom(type) || known.OriginalDefinition.DerivesFrom(type.OriginalDefinition);

    // Whether one of the objects that it may be is of the type. Of what is declared as a mere object it is not known what else it may be.
    private static bool MayBe(FlowValue value, ITypeSymbol type, ITypeSymbol? declared)
    {
        if (ReferenceEquals(value.Constant, FlowConstants.Null)) return false;
        return !HasParts(declared) || type is ITypeParameterSymbol || value.Objects.IsEmpty || value.MayBeInitial || !value.Taints.IsEmpty
            || value.Objects.Any(item => MayBe(item, type));
    }
}
