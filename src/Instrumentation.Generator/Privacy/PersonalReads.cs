using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Instrumentation.Generator.Privacy;

/// <summary>Finds the marked data that an expression is made of, where its value reaches the result unchanged or as part of a text.</summary>
internal static class PersonalReads
{
    /// <summary>The reads of marked members and parameters whose value the expression carries.</summary>
    public static IEnumerable<IOperation> In(IOperation value)
    {
        if (Marked(value) is not null) return [value];
        return Carried(value).SelectMany(In);
    }

    /// <summary>What the read is marked by.</summary>
    public static ISymbol? Marked(IOperation read)
    {
        var symbol = read switch
        {
            IPropertyReferenceOperation property => property.Property,
            IFieldReferenceOperation field => (ISymbol)field.Field,
            IParameterReferenceOperation parameter => parameter.Parameter,
            ILocalReferenceOperation local => local.Local,
            _ => null,
        };
        if (symbol is not null && PiiMarks.IsPersonal(symbol)) return symbol;
        if (read is IInvocationOperation call && call.TargetMethod.GetReturnTypeAttributes().Any(static mark => mark.AttributeClass is { Name: "PiiAttribute" } type && type.ContainingNamespace.Name == AttributeNames.Namespace))
            return call.TargetMethod;
        return read is IObjectCreationOperation { Type: { } created } && PiiMarks.IsPersonal(created) ? created : null;
    }

    // The operands whose value is still there in the result.
    private static IEnumerable<IOperation> Carried(IOperation operation) => operation switch
    {
        IConversionOperation conversion => [conversion.Operand],
        IParenthesizedOperation parenthesized => [parenthesized.Operand],
        IInterpolatedStringOperation text => text.Parts.OfType<IInterpolationOperation>().Select(static part => part.Expression),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, Type.SpecialType: SpecialType.System_String } sum => [sum.LeftOperand, sum.RightOperand],
        ICoalesceOperation coalesce => [coalesce.Value, coalesce.WhenNull],
        IConditionalOperation { WhenFalse: { } whenFalse } conditional => [conditional.WhenTrue, whenFalse],
        IConditionalAccessOperation access => [access.WhenNotNull],
        IArrayCreationOperation { Initializer: { } initializer } => initializer.ElementValues,
        ICollectionExpressionOperation collection => collection.Elements,
        IAnonymousObjectCreationOperation created => created.Initializers.OfType<ISimpleAssignmentOperation>().Select(static member => member.Value),
        ITupleOperation tuple => tuple.Elements,
        IAwaitOperation awaited => [awaited.Operation],

        // Email.Trim(), string.Format("{0}", Email), Email.ToString(): a text made of a text.
        IInvocationOperation { TargetMethod: { ReturnType.SpecialType: SpecialType.System_String, ContainingType.SpecialType: SpecialType.System_String or SpecialType.System_Object } } call =>
            call.Arguments.Select(static argument => argument.Value).Concat(call.Instance is { } instance ? [instance] : []),
        _ => [],
    };
}
