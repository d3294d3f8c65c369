using Instrumentation.Generator.Methods;
using Instrumentation.Generator.Metrics;
using Instrumentation.Generator.Text;

namespace Instrumentation.Generator.Interception;

/// <summary>
/// Writes what happens at a call when somebody listens: start, tags, the call itself, its end. Exceptions are seen by a filter
/// that never catches, so that they pass as if nobody had looked.
/// </summary>
internal static class InstrumentedCallEmitter
{
    public static void Write(SourceWriter writer, CallEmission call)
    {
        if ((call.Shape.IsAwaited || call.Shape.IsSequence) && call.HasOutcome) OutcomeEmitter.Write(writer, call);

        // One measurement is little: the compiler may judge for itself.
        if (!call.IsMeasurementAlone) writer.Line("[global::System.Runtime.CompilerServices.MethodImplAttribute(global::System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]");
        InterceptorSignature.Write(writer, $"{call.Name}__On", call.Shape, "private static", withThis: false);
        using (writer.Block())
        {
            if (call.Shape.IsInterfaceMember) WriteDecorated(writer, call);
            if (call.HasScope) WriteStart(writer, call);
            call.Metrics.WriteCaptures(writer);
            if (call.Shape.IsAwaited) WriteAwaited(writer, call);
            else if (call.Shape.IsSequence) writer.Line($"return {TypeNames.Sequences}.Of({call.Target}, {call.Name}__Operation, {OutcomeEmitter.Creation(call)});");
            else WriteSynchronous(writer, call);
        }

        writer.Line();
    }

    // A decorator makes the telemetry of its calls itself.
    private static void WriteDecorated(SourceWriter writer, CallEmission call)
    {
        using (writer.Block($"if ({call.Shape.Self} is {TypeNames.Decorator})"))
        {
            if (call.Shape.Returns == ReturnKind.Void) writer.Line($"{call.Target};").Line("return;");
            else writer.Line($"return {call.Ref}{call.Target};");
        }

        writer.Line();
    }

    private static void WriteStart(SourceWriter writer, CallEmission call)
    {
        var shape = call.Shape;
        WriteOrigin(writer, call);
        writer.Line($"var {shape.Scope} = {call.Name}__Operation.{call.Start};");
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

        call.WriteTags(writer, call.EarlyTags);
    }

    // What it is read from is somebody's code.
    private static void WriteOrigin(SourceWriter writer, CallEmission call)
    {
        if (!call.HasOrigin) return;
        var origin = $"origin{call.Shape.Suffix}";
        writer.Line($"var {origin} = default({TypeNames.SpanOrigin});");
        using (writer.Block("try"))
        {
            if (call.Expansion.Span!.Parent is { } parent) writer.Line($"{origin}.Parent({parent.Expression});");
            foreach (var link in call.Expansion.Span.Links) writer.Line($"{origin}.Link({link.Expression});");
        }

        using (writer.Block("catch (global::System.Exception)")) writer.Line($"{TypeNames.SelfMetrics}.Skipped(\"parent\");");
        writer.Line();
    }

    private static void WriteSynchronous(SourceWriter writer, CallEmission call)
    {
        if (!call.HasScope && !call.Metrics.HasAlways)
        {
            WriteCall(writer, call);
            return;
        }

        using (writer.Block("try")) WriteCall(writer, call);
        if (call.HasScope) WriteFilter(writer, call.Shape);
        using (writer.Block("finally"))
        {
            call.WriteFailure(writer, $"{call.Shape.Scope}.HasFailed");
            call.Metrics.Write(writer, Moment.Always);
            if (call.HasScope) writer.Line($"{call.Shape.Scope}.Stop();");
        }
    }

    private static void WriteCall(SourceWriter writer, CallEmission call)
    {
        var shape = call.Shape;
        var hasResult = shape.Returns == ReturnKind.Value;
        if (!hasResult) writer.Line($"{call.Target};");
        else if (!call.HasOutcome) writer.Line($"return {call.Ref}{call.Target};");
        else writer.Line($"{(shape.RefReturn.Length > 0 ? shape.RefReturn + "var" : "var")} {shape.Result} = {call.Ref}{call.Target};");

        call.WriteSuccess(writer);
        if (hasResult && call.HasOutcome) writer.Line($"return {call.Ref}{shape.Result};");
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
                    call.WriteFailure(writer, $"{shape.Scope}.HasFailed");
                    call.Metrics.Write(writer, Moment.Always);
                }

                writer.Line();
            }

            writer.Line($"{shape.Scope}.Leave(returned{shape.Suffix});");
        }

        writer.Line();
        writer.Line(call.IsSpanAlone
            ? $"return {TypeNames.Completion}.{(shape.IsCompiledAsync ? "OfAsync" : "Of")}(task{shape.Suffix}, {shape.Scope});"
            : $"return {TypeNames.Completion}.Of(task{shape.Suffix}, {shape.Scope}, {OutcomeEmitter.Creation(call)});");
    }

    private static void WriteFilter(SourceWriter writer, MethodShape shape)
    {
        using (writer.Block($"catch (global::System.Exception exception{shape.Suffix}) when ({shape.Scope}.Fail(exception{shape.Suffix}))"))
            writer.Line("throw;");
    }
}
