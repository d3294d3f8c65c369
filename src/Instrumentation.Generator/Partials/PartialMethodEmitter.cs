using Instrumentation.Generator.Interception;
using Instrumentation.Generator.Methods;
using Instrumentation.Generator.Paths;
using Instrumentation.Generator.Project;
using Instrumentation.Generator.Text;
using Microsoft.CodeAnalysis.Text;

namespace Instrumentation.Generator.Partials;

/// <summary>Writes the parts of partial methods that call their bodies: through a gate like an interceptor's, in the type itself.</summary>
internal static class PartialMethodEmitter
{
    public static SourceText Emit(TypePartials type, ProjectFacts project)
    {
        // Where nothing is to be generated the methods still need their bodies.
        var isExpanded = project is { Generates: true, IsOldLanguage: false };
        var writer = GeneratedFile.Begin(project.IsOldLanguage);
        var blocks = new Stack<Block>();
        if (type.Namespace.Length > 0) blocks.Push(writer.Block($"namespace {type.Namespace}"));
        foreach (var head in type.Types) blocks.Push(writer.Block(head));

        var instruments = new InstrumentNames(project);
        foreach (var method in type.Methods)
        {
            var call = new CallEmission(method, instruments);
            WritePart(writer, call, isExpanded);
            if (isExpanded) InterceptorEmitter.WriteMembers(writer, method, call, instruments, GateOf(call), "private static", withThis: false);
        }

        if (isExpanded) EnumTextEmitter.Write(writer, type.Methods.Select(static method => method.Expansion));
        while (blocks.Count > 0) blocks.Pop().Dispose();
        return writer.ToSource();
    }

    private static void WritePart(SourceWriter writer, CallEmission call, bool isExpanded)
    {
        var shape = call.Shape;
        var declaration = call.Expansion.Partial!;
        if (isExpanded) writer.Line($"[{TypeNames.Instrumented}]");
        writer.Line($"{declaration.Head} {shape.RefReturn}{shape.ReturnType} {MethodShapeParser.Escape(shape.Name)}{shape.TypeParameterList}({declaration.Parameters})");
        using (writer.Indent())
        {
            foreach (var constraint in shape.Constraints) writer.Line(constraint);
        }

        using (writer.Block())
        {
            var target = isExpanded
                ? $"{GateOf(call)}{shape.TypeParameterList}({InterceptorSignature.Arguments(shape, "this")})"
                : $"{shape.EscapedName}{shape.TypeParameterList}({InterceptorSignature.Passed(shape)})";
            writer.Line(shape.Returns == ReturnKind.Void ? $"{target};" : $"return {call.Ref}{target};");
        }

        writer.Line();
    }

    private static string GateOf(CallEmission call) => $"{call.Name}__Gate";
}
