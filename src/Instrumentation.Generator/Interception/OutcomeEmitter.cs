using Instrumentation.Generator.Metrics;
using Instrumentation.Generator.Text;

namespace Instrumentation.Generator.Interception;

/// <summary>Writes what becomes of an awaited call at its end. What is known at the call is carried there in a struct.</summary>
internal static class OutcomeEmitter
{
    public static void Write(SourceWriter writer, CallEmission call)
    {
        var shape = call.Shape;
        var fields = call.Carried.Count == 0 ? "" : $"({string.Join(", ", call.Carried.Select(static field => $"{field.Type} {field.Name}"))})";
        writer.Line($"private readonly struct {TypeOf(call)}{fields} : {(shape.IsSequence ? TypeNames.SequenceCall : $"{TypeNames.Outcome}<{call.OutcomeType}>")}");
        using (writer.Indent())
        {
            foreach (var constraint in shape.Constraints) writer.Line(constraint);
        }

        using (writer.Block())
        {
            if (shape.IsSequence) WriteStarted(writer, call);
            using (writer.Block($"public void Succeeded(ref {TypeNames.OperationScope} {shape.Scope}, {call.OutcomeType} {shape.Result})"))
            {
                call.WriteSuccess(writer);
                if (call.Expansion.Errors.Result is not null) call.WriteFailure(writer, $"{shape.Scope}.HasFailed");
                call.Metrics.Write(writer, Moment.Always);
            }

            writer.Line();
            using (writer.Block($"public void Failed(in {TypeNames.OperationScope} {shape.Scope}, bool cancelled{shape.Suffix})"))
            {
                call.WriteFailure(writer, $"!cancelled{shape.Suffix}");
                call.Metrics.Write(writer, Moment.Always);
            }
        }

        writer.Line();
    }

    /// <summary>The expression that makes the outcome.</summary>
    public static string Creation(CallEmission call)
    {
        if (!call.HasOutcome) return call.Shape.IsSequence ? $"default({TypeNames.NoSequenceCall})" : $"default({TypeNames.NoOutcome}<{call.OutcomeType}>)";
        return call.Carried.Count == 0
            ? $"default({TypeOf(call)})"
            : $"new {TypeOf(call)}({string.Join(", ", call.Carried.Select(static field => field.Name))})";
    }

    private static void WriteStarted(SourceWriter writer, CallEmission call)
    {
        using (writer.Block($"public void Started(in {TypeNames.OperationScope} {call.Shape.Scope})")) call.WriteTags(writer, call.EarlyTags);
        writer.Line();
    }

    private static string TypeOf(CallEmission call) => $"{call.Name}__Outcome{call.Shape.TypeParameterList}";
}
