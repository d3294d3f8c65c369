using Instrumentation.Generator.Methods;
using Instrumentation.Generator.Text;

namespace Instrumentation.Generator.Paths;

/// <summary>Writes the names of enum values as a switch over constants: no reflection, no allocation.</summary>
internal static class EnumTextEmitter
{
    public const string Method = "Enum__Text";

    /// <summary>The text of a value that is none of the known ones.</summary>
    public const string Other = "other";

    /// <summary>Writes one overload for each enum that the methods' tags take.</summary>
    public static void Write(SourceWriter writer, IEnumerable<Expansion> methods)
    {
        var enums = methods
            .SelectMany(static method => method.Tags.Select(static tag => tag.Value).Concat(method.Metrics.SelectMany(static metric => metric.Paths)))
            .Where(static value => value.Shape == ValueShape.Enum)
            .GroupBy(static value => value.Type, StringComparer.Ordinal)
            .OrderBy(static type => type.Key, StringComparer.Ordinal);
        foreach (var type in enums)
        {
            using (writer.Block($"private static string? {Method}({type.Key}? value) => value switch", "};"))
            {
                writer.Line("null => null,");
                foreach (var name in type.First().EnumNames) writer.Line($"{name.Constant} => {GeneratedFile.Literal(name.Text)},");
                writer.Line($"_ => {GeneratedFile.Literal(Other)},");
            }

            writer.Line();
        }
    }
}
