using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Instrumentation.Generator.Flow;

/// <summary>What reaches a sink by a call.</summary>
internal sealed partial class FlowRun
{
    private static readonly string[] s_templates = ["message", "messageTemplate", "formatString", "format"];

    // Whether the method is a sink.
    private bool ReportCall(IMethodSymbol method, FlowValue? receiver, ITypeSymbol? receiverType, IReadOnlyList<Passed> arguments, IOperation place)
    {
        var template = arguments.FirstOrDefault(static argument => argument.Parameter is { } parameter && s_templates.Contains(parameter.Name) && argument.Operation?.ConstantValue.Value is string)?.Operation?.ConstantValue.Value as string;

        // `ForContext("User", user, destructureObjects: true)`: as `{@User}` in a template.
        if (arguments.Any(static argument => argument is { Parameter.Name: "destructureObjects", Value.Constant: true })) template ??= "{@Value}";
        var isSink = false;
        foreach (var argument in arguments)
        {
            if (argument.Parameter is not { } parameter) continue;
            if (parameter.IsParams && ElementsOf(argument.Operation) is { Count: > 0 } elements)
            {
                for (var i = 0; i < elements.Count; i++)
                {
                    if (SinkOf(method, receiver, parameter, i, template) is not { } sink) continue;
                    isSink = true;
                    var value = FlowValue.Unknown;
                    foreach (var item in argument.Value.Objects) value = value.Or(_state.Part(item, Part.At(i)) ?? FlowValue.Unknown);
                    ReportValue(value, elements[i], sink, arguments, place);
                }
            }
            else if (SinkOf(method, receiver, parameter, 0, template) is { } sink)
            {
                isSink = true;
                if (parameter.IsParams && sink.Format == TextFormat.Plain) sink = sink with { Format = TextFormat.Listed };
                ReportValue(argument.Value, argument.Operation ?? place, sink, arguments, place, isCalled: parameter.Type.TypeKind == TypeKind.Delegate);
            }
        }

        return isSink;
    }

    // One by one: whether the compiler has put them together, as an array or a span, or somebody else.
    private static IReadOnlyList<IOperation>? ElementsOf(IOperation? operation)
    {
        while (operation is IConversionOperation conversion) operation = conversion.Operand;
        return operation switch
        {
            IArrayCreationOperation { Initializer.ElementValues: var elements } => elements,
            ICollectionExpressionOperation { Elements: var elements } when elements.All(static element => element is not ISpreadOperation) => elements,
            _ => null,
        };
    }

    private SinkArgument? SinkOf(IMethodSymbol method, FlowValue? receiver, IParameterSymbol parameter, int position, string? template)
    {
        if (_policy.SinkOf(method, parameter, position, template) is { } sink) return sink;
        foreach (var item in receiver?.Objects ?? [])
        {
            if (item.Role is { } role && _policy.SinkOfRole(role, method) is { } known) return known;
        }

        return null;
    }

    private void ReportSafeguard(FlowSink safeguard, IReadOnlyList<Passed> arguments)
    {
        foreach (var argument in arguments)
        {
            if (argument.Operation is { } operation) Report(TextOf(argument.Value, operation), safeguard, operation.Syntax);
        }
    }

    private void ReportValue(FlowValue value, IOperation written, SinkArgument sink, IReadOnlyList<Passed> arguments, IOperation place, bool isCalled = false)
    {
        var type = written == place ? null : StaticType(written);
        if (type.IsStream() && value.Objects.All(static item => item.Type.IsStream())) return;
        Report(TextOf(value, type, sink.Format, written), sink.Sink, written.Syntax);
        if (sink.Format == TextFormat.Listed && type.IsCollection() && !type.IsGrouping()) Report(Gathered(value), sink.Sink, written.Syntax);

        // What is handed to the function is reported itself.
        // `logger.Log(.., state, exception, (state, exception) => text)`, `logger.Debug(() => text)`
        if (!isCalled || !value.Objects.Any(static item => item.Target is not null)) return;
        var parameters = value.Objects.First(static item => item.Target is not null).Target!.Method.Parameters;
        var values = parameters.Select(parameter => arguments.FirstOrDefault(argument => argument.Operation is { } operation && StaticType(operation) is { } from && from.DerivesFrom(parameter.Type))?.Value.WithTaints(TaintSet.None) ?? FlowValue.Unknown).ToList();
        Report(TextOf(InvokeAll(value, values, written), null, sink.Format, written), sink.Sink, written.Syntax);
    }
}
