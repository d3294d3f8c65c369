using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Instrumentation.Generator.Privacy;

/// <summary>A read of personal data: the expression, and the symbol that is marked.</summary>
internal readonly record struct PersonalRead(IOperation Place, ISymbol Symbol);

/// <summary>Finds the marked data that an expression is made of, where its value reaches the result unchanged or as part of a text.</summary>
internal static class PersonalReads
{
    /// <summary>The reads of personal data whose value the expression carries.</summary>
    public static IEnumerable<PersonalRead> In(IOperation value) =>
        Marked(value) is { } symbol ? [new PersonalRead(value, symbol)] : Carried(value).SelectMany(In);

    // What the expression itself is marked by.
    private static ISymbol? Marked(IOperation operation)
    {
        var symbol = operation switch
        {
            IMemberReferenceOperation member => member.Member,
            IParameterReferenceOperation parameter => parameter.Parameter,
            ILocalReferenceOperation local => local.Local,
            IInvocationOperation call => call.TargetMethod,
            _ => null,
        };
        if (symbol is not null && PiiMarks.IsPersonal(symbol)) return symbol;
        return operation switch
        {
            IPropertyReferenceOperation or IFieldReferenceOperation => PartOfPersonal((IMemberReferenceOperation)operation),
            IObjectCreationOperation or IInstanceReferenceOperation when operation.Type is { } type && PiiMarks.IsPersonal(type) => type,
            _ => null,
        };
    }

    // user.Address.City, where Address is marked.
    private static ISymbol? PartOfPersonal(IMemberReferenceOperation part)
    {
        if (part.Instance is null || part.Type is null || !PiiMarks.Tells(part.Type)) return null;
        if (Unwrap(part.Instance) is IInstanceReferenceOperation { Type: { } self }) return PiiMarks.IsPersonal(self) ? part.Member : null;
        return In(part.Instance).Select(static read => read.Symbol).FirstOrDefault();
    }

    // The operands whose value is still there in the result.
    private static IEnumerable<IOperation> Carried(IOperation operation) => operation switch
    {
        IConversionOperation conversion => [conversion.Operand],
        IParenthesizedOperation parenthesized => [parenthesized.Operand],
        IAwaitOperation awaited => [awaited.Operation],
        ISimpleAssignmentOperation assignment => [assignment.Value],
        IInterpolatedStringOperation text => text.Parts.OfType<IInterpolationOperation>().Select(static part => part.Expression),
        IInterpolatedStringHandlerCreationOperation handler => [handler.Content],
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, Type.SpecialType: SpecialType.System_String } sum => [sum.LeftOperand, sum.RightOperand],
        ICoalesceOperation coalesce => [coalesce.Value, coalesce.WhenNull],
        IConditionalOperation { WhenFalse: { } whenFalse } conditional => [conditional.WhenTrue, whenFalse],
        ISwitchExpressionOperation choice => choice.Arms.Select(static arm => arm.Value),
        IConditionalAccessOperation access => [access.WhenNotNull],
        IConditionalAccessInstanceOperation instance => Unwrap(instance) is var receiver && receiver != instance ? [receiver] : [],
        IArrayElementReferenceOperation element => [element.ArrayReference],
        IImplicitIndexerReferenceOperation slice => [slice.Instance],
        IInvocationOperation call => OfCall(call),
        IDelegateCreationOperation creation => [creation.Target],
        IAnonymousFunctionOperation function => function.Body.Descendants().OfType<IReturnOperation>().Select(static @return => @return.ReturnedValue).OfType<IOperation>(),
        _ => OfContainer(operation),
    };

    // Email.Trim(), string.Format("{0}", Email), BirthDate.ToString("d"): a text made of what is called or passed.
    private static IEnumerable<IOperation> OfCall(IInvocationOperation call)
    {
        if (call.TargetMethod is { Name: nameof(ToString) } && call.Instance is { } value) return [value];
        if (call.TargetMethod is not { ReturnType.SpecialType: SpecialType.System_String, ContainingType.SpecialType: SpecialType.System_String }) return [];
        var arguments = call.Arguments.Select(static argument => argument.Value);
        return call.Instance is { } text ? arguments.Append(text) : arguments;
    }

    // What is put into an array, a tuple, an anonymous object or a collection is written with it.
    private static IEnumerable<IOperation> OfContainer(IOperation operation) => operation switch
    {
        IArrayCreationOperation { Initializer: { } initializer } => initializer.ElementValues,
        ICollectionExpressionOperation collection => collection.Elements,
        ISpreadOperation spread => [spread.Operand],
        ITupleOperation tuple => tuple.Elements,
        IAnonymousObjectCreationOperation created => created.Initializers,
        IObjectCreationOperation { Type.ContainingNamespace: { } home } created when home.ToDisplayString().StartsWith("System.Collections", StringComparison.Ordinal) =>
            created.Arguments.Select(static argument => argument.Value).Concat(created.Initializer?.Initializers.SelectMany(Added) ?? []),
        _ => [],
    };

    // new List<object> { a, b }, new Dictionary<string, object> { ["key"] = a }
    private static IEnumerable<IOperation> Added(IOperation initializer) => initializer switch
    {
        IInvocationOperation add => add.Arguments.Select(static argument => argument.Value),
        _ => [initializer],
    };

    // In `a?.b`, what stands for a below the `?`.
    private static IOperation Unwrap(IOperation operation)
    {
        if (operation is not IConditionalAccessInstanceOperation) return operation;
        for (var below = operation; below.Parent is { } parent; below = parent)
        {
            if (parent is IConditionalAccessOperation access && access.WhenNotNull == below) return access.Operation;
        }

        return operation;
    }
}
