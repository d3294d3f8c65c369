using Instrumentation.Generator.Project;
using Instrumentation.Generator.Text;
using Microsoft.CodeAnalysis.Text;

namespace Instrumentation.Generator.Interception;

/// <summary>Writes the places of calls, as attributes of the declaring parts of the interceptors.</summary>
internal static class LocationEmitter
{
    // No identifier that is made of a name ends like that.
    private const string Attribute = "At_";

    public static SourceText Emit(LocationsFile file, ProjectFacts project)
    {
        var writer = GeneratedFile.Begin();
        writer.Line($"using {Attribute} = global::System.Runtime.CompilerServices.InterceptsLocationAttribute;").Line();
        using (writer.Block($"namespace {InterceptorSignature.NamespaceOf(project)}"))
        {
            foreach (var type in file.Types)
            {
                using (writer.Block($"internal static partial class {type.ClassName}")) Write(writer, type);
                writer.Line();
            }
        }

        writer.Line();
        using (writer.Block("namespace System.Runtime.CompilerServices"))
        {
            // File-local: assemblies that see each other's internals must not see each other's attribute. The compiler reads the places
            // and nobody else does: under a condition that is never met they stay out of the assembly.
            writer.Line(GeneratedFile.CompilerGenerated);
            writer.Line("[global::System.Diagnostics.ConditionalAttribute(\"INSTRUMENTATION_PLACES\")]");
            writer.Line("[global::System.AttributeUsageAttribute(global::System.AttributeTargets.Method, AllowMultiple = true)]");
            writer.Line("file sealed class InterceptsLocationAttribute(int version, string data) : global::System.Attribute;");
        }

        return writer.ToSource();
    }

    private static void Write(SourceWriter writer, TypeLocations type)
    {
        foreach (var method in type.Methods)
        {
            foreach (var place in method.Places)
                writer.Line($"[{Attribute}({place.Version}, {GeneratedFile.Literal(place.Data)})] // {OneLine(place.Display)}");
            InterceptorSignature.Write(writer, method.Name, method.Shape, "public static partial", ";", withAttributes: false);
            writer.Line();
        }
    }

    // Only the file's name: its folder would name a machine. A name may hold anything that a file system allows.
    private static string OneLine(string text) => text.Substring(text.LastIndexOfAny(['/', '\\']) + 1).Replace('\n', ' ').Replace('\r', ' ').Replace('\u0085', ' ').Replace('\u2028', ' ').Replace('\u2029', ' ');
}
