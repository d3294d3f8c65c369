using Instrumentation.Generator.Methods;
using Instrumentation.Generator.Paths;
using Instrumentation.Generator.Metrics;
using Instrumentation.Generator.Project;
using Instrumentation.Generator.Text;
using Instrumentation.Generator.Tracing;
using Microsoft.CodeAnalysis.Text;

namespace Instrumentation.Generator.Interception;

/// <summary>Writes the interceptors of a type: one gate for each method, and behind it the instrumented call.</summary>
internal static class InterceptorEmitter
{
    public static SourceText Emit(TypeInterceptors type, ProjectFacts project)
    {
        var shapes = type.Methods.Select(static method => method.Expansion.Shape).ToList();
        var writer = GeneratedFile.Begin(symbols: shapes.SelectMany(static shape => shape.Context.Conditions));
        writer.Line($"namespace {InterceptorSignature.NamespaceOf(project)};").Line();
        writer.Line($"/// <summary>The calls of the annotated methods of {Doc(type.TypeName)}.</summary>");
        writer.Line(GeneratedFile.GeneratedCode);
        writer.Line(GeneratedFile.CompilerGenerated);
        // Code that is obsolete itself may call what is obsolete, also where that is an error.
        if (shapes.Any(static shape => shape.Context.IsObsolete)) writer.Line("[global::System.ObsoleteAttribute]");
        if (project.HasStackTraceHidden) writer.Line("[global::System.Diagnostics.StackTraceHiddenAttribute]");
        writer.Line("[global::System.Diagnostics.DebuggerStepThroughAttribute]");
        using (writer.Block($"internal static partial class {type.ClassName}"))
        {
            var instruments = new InstrumentNames(project);
            var expansions = type.Methods.SelectMany(static method => method.Expansions).ToList();
            InstrumentNames.WriteForeign(writer, expansions);
            foreach (var method in type.Methods) WriteMethod(writer, method, instruments, "public static partial", withThis: true);
            EnumTextEmitter.Write(writer, expansions);
        }

        return writer.ToSource();
    }

    /// <summary>Writes the gate of a method, or of those that it may reach, and what goes with it.</summary>
    public static void WriteMethod(SourceWriter writer, Interceptor method, InstrumentNames instruments, string modifiers, bool withThis)
    {
        if (method.Behind.Count > 0)
        {
            WriteDispatch(writer, method, instruments, modifiers, withThis);
            return;
        }

        var call = new CallEmission(method, instruments);
        WriteMembers(writer, method, call, instruments, method.Name, modifiers, withThis);
    }

    // The method is not annotated; those that it may reach are.
    private static void WriteDispatch(SourceWriter writer, Interceptor method, InstrumentNames instruments, string modifiers, bool withThis)
    {
        var shape = method.Expansion.Shape;
        if (shape.Access == MethodAccess.Accessor) InterceptorSignature.WriteAccessor(writer, method.Name, shape);
        foreach (var reached in method.Behind) WriteOperation(writer, reached, new CallEmission(reached, instruments), instruments);

        writer.Line($"/// <summary>Stands in for {Doc(shape.DeclaringType)}.{Doc(shape.Name)}.</summary>");
        InterceptorSignature.Write(writer, method.Name, shape, modifiers, withThis: withThis);
        var isVoid = shape.Returns == ReturnKind.Void;
        var @return = isVoid ? "" : $"return {(shape.RefReturn.Length > 0 ? "ref " : "")}";
        using (writer.Block())
        {
            foreach (var reached in method.Behind)
            {
                WriteIf(writer, [$"!({string.Join(" && ", Gate(reached, instruments))})", $"(object){shape.Self} is {reached.Expansion.Guard}"]);
                using (writer.Block())
                {
                    writer.Line($"{@return}{reached.Name}__On{shape.TypeParameterList}({InterceptorSignature.Arguments(shape)});");
                    if (isVoid) writer.Line("return;");
                }

                writer.Line();
            }

            writer.Line($"{@return}{InterceptorSignature.TargetCall(method.Name, shape)};");
        }

        writer.Line();
        foreach (var reached in method.Behind) InstrumentedCallEmitter.Write(writer, new CallEmission(reached, instruments));
    }

    private static void WriteOperation(SourceWriter writer, Interceptor method, CallEmission call, InstrumentNames instruments)
    {
        if (call.HasOperation) writer.Line($"private static readonly {TypeNames.Operation} {method.Name}__Operation = {Operation(method.Expansion, instruments)};").Line();
        call.Metrics.WriteFields(writer);
        if (call.Shape.Access == MethodAccess.Accessor) InterceptorSignature.WriteAccessor(writer, method.Name, call.Shape);
    }

    /// <summary>Writes the gate of a method and what goes with it.</summary>
    public static void WriteMembers(SourceWriter writer, Interceptor method, CallEmission call, InstrumentNames instruments, string gate, string modifiers, bool withThis)
    {
        WriteOperation(writer, method, call, instruments);
        writer.Line($"/// <summary>Stands in for {Doc(call.Shape.DeclaringType)}.{Doc(call.Shape.Name)}.</summary>");
        InterceptorSignature.Write(writer, gate, call.Shape, modifiers, withThis: withThis);
        WriteGate(writer, call, Gate(method, instruments));
        InstrumentedCallEmitter.Write(writer, call);
    }

    // Off, this is all that a call costs: the listeners are asked, and the call goes straight through.
    private static void WriteGate(SourceWriter writer, CallEmission call, IReadOnlyList<string> conditions)
    {
        var shape = call.Shape;
        using (writer.Block())
        {
            WriteIf(writer, conditions);
            var isVoid = shape.Returns == ReturnKind.Void;
            var @return = isVoid ? "" : $"return {call.Ref}";
            using (writer.Block())
            {
                writer.Line($"{@return}{call.Target};");
                if (isVoid) writer.Line("return;");
            }

            writer.Line();
            writer.Line($"{@return}{call.Name}__On{shape.TypeParameterList}({InterceptorSignature.Arguments(shape)});");
        }

        writer.Line();
    }

    private static void WriteIf(SourceWriter writer, IReadOnlyList<string> conditions)
    {
        for (var i = 0; i < conditions.Count; i++)
            writer.Line((i == 0 ? "if (" : "    && ") + conditions[i] + (i == conditions.Count - 1 ? ")" : ""));
    }

    // The fields are null while the classes that hold them are initialized, and a listener that is told of the new source may call
    // an annotated method just then.
    private static IReadOnlyList<string> Gate(Interceptor method, InstrumentNames instruments)
    {
        var conditions = method.Expansion.Metrics.Select(metric => $"{instruments.Of(method.Expansion, metric.Instrument)} is not {{ Enabled: true }}").Distinct(StringComparer.Ordinal);
        return method.Expansion.IsOperation ? [$"{method.Name}__Operation is not {{ IsOn: true }}", .. conditions] : [.. conditions];
    }

    private static string Operation(Expansion expansion, InstrumentNames instruments)
    {
        var arguments = new List<string> { instruments.ScopeOf(expansion), GeneratedFile.Literal(expansion.Shape.FunctionName) };
        if (expansion.Span is { } span)
        {
            arguments.Add($"span: {GeneratedFile.Literal(span.Name)}");
            if (span.Kind != "Internal") arguments.Add($"kind: global::System.Diagnostics.ActivityKind.{span.Kind}");
            if (span.Root) arguments.Add("root: true");
            if (span.Level != "Information") arguments.Add($"level: global::Instrumentation.SpanLevel.{span.Level}");
            if (span.Recording != "Type") arguments.Add($"recording: global::Instrumentation.ExceptionRecording.{span.Recording}");
        }

        if (expansion.Measured) arguments.Add("measured: true");
        if (expansion.Errors.NotErrors.Count > 0) arguments.Add($"expected: static exception => exception is {string.Join(" or ", expansion.Errors.NotErrors)}");
        return $"new({string.Join(", ", arguments)})";
    }

    public static string Doc(string text) => text.Replace("&", "&amp;").Replace("<", "&lt;").Replace("global::", "");
}
