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
        var writer = GeneratedFile.Begin(shapes.SelectMany(static shape => shape.Context.Conditions).Distinct(StringComparer.Ordinal).OrderBy(static symbol => symbol, StringComparer.Ordinal));
        using (writer.Block($"namespace {InterceptorSignature.NamespaceOf(project)}"))
        {
            writer.Line($"/// <summary>The calls of the annotated methods of {Doc(type.TypeName)}.</summary>");
            writer.Line(GeneratedFile.GeneratedCode);
            writer.Line(GeneratedFile.CompilerGenerated);
            // Code that is obsolete itself may call what is obsolete, also where that is an error.
            if (shapes.Any(static shape => shape.Context.IsObsolete)) writer.Line("[global::System.ObsoleteAttribute]");
            if (project.HasStackTraceHidden) writer.Line("[global::System.Diagnostics.StackTraceHiddenAttribute]");
            writer.Line("[global::System.Diagnostics.DebuggerStepThroughAttribute]");
            using (writer.Block($"static partial class {type.ClassName}"))
            {
                var instruments = new InstrumentNames(type, project);
                instruments.WriteOwn(writer);
                foreach (var method in type.Methods) WriteMethod(writer, method, instruments);
                EnumTextEmitter.Write(writer, type.Methods.Select(static method => method.Expansion));
            }
        }

        return writer.ToSource();
    }

    private static void WriteMethod(SourceWriter writer, Interceptor method, InstrumentNames instruments)
    {
        var shape = method.Expansion.Shape;
        writer.Line($"private static readonly {TypeNames.Operation} {method.Name}__Operation = {Operation(method.Expansion, instruments)};");
        writer.Line();
        if (shape.Access == MethodAccess.Accessor) InterceptorSignature.WriteAccessor(writer, method.Name, shape);
        WriteGate(writer, method, instruments);
        InstrumentedCallEmitter.Write(writer, method, instruments);
    }

    // Off, this is all that a call costs: the listeners are asked, and the call goes straight through.
    private static void WriteGate(SourceWriter writer, Interceptor method, InstrumentNames instruments)
    {
        var shape = method.Expansion.Shape;
        var target = InterceptorSignature.TargetCall(method.Name, shape);
        writer.Line($"/// <summary>Stands in for {Doc(shape.DeclaringType)}.{Doc(shape.Name)}.</summary>");
        InterceptorSignature.Write(writer, method.Name, shape, "public static partial");
        using (writer.Block())
        {
            using (writer.Block($"if ({Gate(method, instruments)})"))
                WriteReturn(writer, shape, target);
            writer.Line();
            WriteReturn(writer, shape, $"{method.Name}__On{shape.TypeParameterList}({InterceptorSignature.Arguments(shape)})");
        }

        writer.Line();
    }

    private static void WriteReturn(SourceWriter writer, MethodShape shape, string call)
    {
        if (shape.Returns == ReturnKind.Void) writer.Line($"{call};").Line("return;");
        else writer.Line($"return {(shape.RefReturn.Length > 0 ? "ref " : "")}{call};");
    }

    // The fields are null while the classes that hold them are initialized, and a listener that is told of the new source may call
    // an annotated method just then.
    private static string Gate(Interceptor method, InstrumentNames instruments)
    {
        var conditions = method.Expansion.Metrics.Select(metric => $"{instruments.Of(metric.Instrument)} is not {{ Enabled: true }}").Distinct(StringComparer.Ordinal);
        if (method.Expansion.IsOperation) conditions = new[] { $"{method.Name}__Operation is not {{ IsOn: true }}" }.Concat(conditions);
        return string.Join(" && ", conditions);
    }

    private static string Operation(Expansion expansion, InstrumentNames instruments)
    {
        var arguments = new List<string> { instruments.Scope, GeneratedFile.Literal(expansion.Shape.FunctionName) };
        if (expansion.Span is { } span)
        {
            arguments.Add($"span: {GeneratedFile.Literal(span.Name)}");
            if (span.Kind != "Internal") arguments.Add($"kind: global::System.Diagnostics.ActivityKind.{span.Kind}");
            if (span.Root) arguments.Add("root: true");
            if (span.Recording != "Type") arguments.Add($"recording: global::Instrumentation.ExceptionRecording.{span.Recording}");
        }

        if (expansion.Measured) arguments.Add("measured: true");
        return $"new({string.Join(", ", arguments)})";
    }

    private static string Doc(string text) => text.Replace("&", "&amp;").Replace("<", "&lt;").Replace("global::", "");
}
