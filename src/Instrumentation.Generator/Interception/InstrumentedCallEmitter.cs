using Instrumentation.Generator.Methods;
using Instrumentation.Generator.Metrics;
using Instrumentation.Generator.Paths;
using Instrumentation.Generator.Text;
using Instrumentation.Generator.Tracing;

namespace Instrumentation.Generator.Interception;

/// <summary>
/// Writes what happens at a call when somebody listens: start, tags, the call itself, its end. Exceptions are seen by a filter
/// that never catches, so that they pass as if nobody had looked.
/// </summary>
internal static class InstrumentedCallEmitter
{
    public static void Write(SourceWriter writer, Interceptor method, InstrumentNames instruments)
    {
        var call = new CallEmission(method, instruments);
        if (method.Expansion.Shape.IsAwaited && call.HasOutcome) WriteOutcome(writer, call);

        writer.Line("[global::System.Runtime.CompilerServices.MethodImplAttribute(global::System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]");
        InterceptorSignature.Write(writer, $"{method.Name}__On", call.Shape, "private static", withThis: false);
        using (writer.Block())
        {
            WriteStart(writer, call);
            call.Metrics.WriteCaptures(writer);
            if (call.Shape.IsAwaited) WriteAwaited(writer, call);
            else WriteSynchronous(writer, call);
        }

        writer.Line();
    }

    private static void WriteStart(SourceWriter writer, CallEmission call)
    {
        var shape = call.Shape;
        writer.Line($"var {shape.Scope} = {call.Name}__Operation.Start();");
        if (call.Expansion.Metrics.Count == 0)
        {
            // The sampler said no, and nothing is measured.
            using (writer.Block($"if ({shape.Scope}.IsEmpty)"))
            {
                if (shape.Returns == ReturnKind.Void) writer.Line($"{call.Target};").Line("return;");
                else writer.Line($"return {call.Ref}{call.Target};");
            }

            writer.Line();
        }

        var early = call.Expansion.Tags.Where(static tag => !IsLate(tag)).ToList();
        if (early.Count == 0) return;
        using (writer.Block($"if ({shape.Scope}.IsRecording)")) SpanTagEmitter.Write(writer, early, shape.Scope);
        writer.Line();
    }

    private static void WriteSynchronous(SourceWriter writer, CallEmission call)
    {
        var shape = call.Shape;
        using (writer.Block("try"))
        {
            var hasResult = shape.Returns == ReturnKind.Value;
            if (!hasResult) writer.Line($"{call.Target};");
            else if (!call.HasOutcome) writer.Line($"return {call.Ref}{call.Target};");
            else writer.Line($"{(shape.RefReturn.Length > 0 ? shape.RefReturn + "var" : "var")} {shape.Result} = {call.Ref}{call.Target};");

            if (call.HasOutcome)
            {
                call.WriteSuccess(writer);
                if (hasResult) writer.Line($"return {call.Ref}{shape.Result};");
            }
        }

        WriteFilter(writer, shape);
        using (writer.Block("finally"))
        {
            using (call.Metrics.HasFailure ? writer.Block($"if ({shape.Scope}.HasFailed)") : default(Block?)) call.Metrics.Write(writer, Moment.Failure);
            call.Metrics.Write(writer, Moment.Always);
            writer.Line($"{shape.Scope}.Stop();");
        }
    }

    private static void WriteAwaited(SourceWriter writer, CallEmission call)
    {
        var shape = call.Shape;
        writer.Line($"{shape.ReturnType} task{shape.Suffix};");
        writer.Line($"var returned{shape.Suffix} = false;");
        using (writer.Block("try"))
            writer.Line($"task{shape.Suffix} = {call.Target};").Line($"returned{shape.Suffix} = true;");
        WriteFilter(writer, shape);
        using (writer.Block("finally"))
        {
            if (call.Metrics.HasFailure || call.Metrics.HasAlways)
            {
                using (writer.Block($"if (!returned{shape.Suffix})"))
                {
                    using (call.Metrics.HasFailure ? writer.Block($"if ({shape.Scope}.HasFailed)") : default(Block?)) call.Metrics.Write(writer, Moment.Failure);
                    call.Metrics.Write(writer, Moment.Always);
                }

                writer.Line();
            }

            writer.Line($"{shape.Scope}.Leave(returned{shape.Suffix});");
        }

        writer.Line();
        var outcome = call.HasOutcome
            ? $"new {call.Name}__Outcome{shape.TypeParameterList}({string.Join(", ", call.Carried.Select(static field => field.Name))})"
            : $"default({TypeNames.NoOutcome}<{call.OutcomeType}>)";
        writer.Line($"return {TypeNames.Completion}.Of(task{shape.Suffix}, {shape.Scope}, {outcome});");
    }

    // What is known at the call is carried to its end in a struct.
    private static void WriteOutcome(SourceWriter writer, CallEmission call)
    {
        var shape = call.Shape;
        var fields = string.Join(", ", call.Carried.Select(static field => $"{field.Type} {field.Name}"));
        writer.Line($"private readonly struct {call.Name}__Outcome{shape.TypeParameterList}({fields}) : {TypeNames.Outcome}<{call.OutcomeType}>");
        using (writer.Indent())
        {
            foreach (var constraint in shape.Constraints) writer.Line(constraint);
        }

        using (writer.Block())
        {
            using (writer.Block($"public void Succeeded(in {TypeNames.OperationScope} {shape.Scope}, {call.OutcomeType} {shape.Result})"))
            {
                call.WriteSuccess(writer);
                call.Metrics.Write(writer, Moment.Always);
            }

            writer.Line();
            using (writer.Block($"public void Failed(in {TypeNames.OperationScope} {shape.Scope}, bool cancelled{shape.Suffix})"))
            {
                using (call.Metrics.HasFailure ? writer.Block($"if (!cancelled{shape.Suffix})") : default(Block?)) call.Metrics.Write(writer, Moment.Failure);
                call.Metrics.Write(writer, Moment.Always);
            }
        }

        writer.Line();
    }

    private static void WriteFilter(SourceWriter writer, MethodShape shape)
    {
        using (writer.Block($"catch (global::System.Exception exception{shape.Suffix}) when ({shape.Scope}.Fail(exception{shape.Suffix}))"))
            writer.Line("throw;");
    }

    private static bool IsLate(SpanTag tag) => tag.Value.IsLate;
}
