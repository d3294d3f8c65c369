using Instrumentation.Generator.Project;
using Instrumentation.Generator.Text;
using Microsoft.CodeAnalysis.Text;

namespace Instrumentation.Generator.Interception;

/// <summary>Writes the places of calls, as attributes of the declaring parts of the interceptors.</summary>
internal static class LocationEmitter
{
    public static SourceText Emit(TypeLocations type, ProjectFacts project)
    {
        var writer = GeneratedFile.Begin();
        using (writer.Block($"namespace {InterceptorSignature.NamespaceOf(project)}"))
        using (writer.Block($"internal static partial class {type.ClassName}"))
        {
            foreach (var method in type.Methods)
            {
                foreach (var place in method.Places)
                {
                    writer.Line($"// {OneLine(place.Display)}");
                    writer.Line($"[global::System.Runtime.CompilerServices.InterceptsLocationAttribute({place.Version}, {GeneratedFile.Literal(place.Data)})]");
                }

                InterceptorSignature.Write(writer, method.Name, method.Shape, "public static partial", ";", withAttributes: false);
                writer.Line();
            }
        }

        writer.Line();
        using (writer.Block("namespace System.Runtime.CompilerServices"))
        {
            // File-local: assemblies that see each other's internals must not see each other's attribute.
            writer.Line(GeneratedFile.CompilerGenerated);
            writer.Line("[global::System.AttributeUsageAttribute(global::System.AttributeTargets.Method, AllowMultiple = true)]");
            writer.Line("file sealed class InterceptsLocationAttribute(int version, string data) : global::System.Attribute;");
        }

        return writer.ToSource();
    }

    // Only the file's name: its folder would name a machine. A name may hold anything that a file system allows.
    private static string OneLine(string text) => text.Substring(text.LastIndexOfAny(['/', '\\']) + 1).Replace('\n', ' ').Replace('\r', ' ').Replace('\u0085', ' ').Replace('\u2028', ' ').Replace('\u2029', ' ');
}
