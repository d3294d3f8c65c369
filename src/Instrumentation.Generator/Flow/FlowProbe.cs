using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Flow;

/// <summary>
/// Calls a method as somebody would whose arguments all matter, to find out what becomes of each: the question of those who will call it
/// from elsewhere.
/// </summary>
internal sealed class FlowProbe
{
    private readonly CallShape _shape;

    private FlowProbe(CallShape shape, CallOutcome outcome)
    {
        _shape = shape;
        Outcome = outcome;
    }

    /// <summary>What the method does.</summary>
    public CallOutcome Outcome { get; }

    /// <summary>Follows the body; <see langword="null"/> where that cannot be done.</summary>
    /// <param name="program">The program.</param>
    /// <param name="body">A method's.</param>
    /// <param name="matters">The parameters whose values matter.</param>
    public static FlowProbe? Of(FlowProgram program, FlowBody body, Func<IParameterSymbol, bool> matters)
    {
        if (body.Owner is not IMethodSymbol method || body.Graph is null) return null;
        var shape = new CallShape(program, new FlowState());
        if (!method.IsStatic && method.ContainingType is { } type) shape.AddSelf(CallTable.Given(type), type);
        foreach (var parameter in method.Parameters) shape.AddArgument(parameter, Given(parameter, matters(parameter)), parameter.Type);
        program.Calls.Begin();
        try
        {
            return program.Calls.Call(body, shape) is { } outcome ? new FlowProbe(shape, outcome) : null;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            program.Calls.Abandon();
            program.GiveUp(body.Owner, body.Node);
            return null;
        }
    }

    /// <summary>The ordinal of the parameter that a value comes from; <see langword="null"/> where it does not come from one.</summary>
    public int? InputOf(Token token) => token.Source is null ? _shape.Input(token.Input).Items[0].Key.Input : null;

    private static FlowValue Given(IParameterSymbol parameter, bool matters)
    {
        var value = CallTable.Given(parameter.Type);
        return matters ? value.With(TaintSet.Of(Token.OfInput(parameter.Ordinal, isSerialized: false), null)) : value;
    }
}
