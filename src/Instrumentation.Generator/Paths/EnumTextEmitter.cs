using Instrumentation.Generator.Methods;
using Instrumentation.Generator.Metrics;
using Instrumentation.Generator.Text;

namespace Instrumentation.Generator.Paths;

/// <summary>Writes the names of enum values as a switch over constants: no reflection, no allocation.</summary>
internal static class EnumTextEmitter
{
    /// <summary>The method that gives a value's text.</summary>
    public const string Method = "Enum__Text";

    /// <summary>The method that gives a value's place among the known ones.</summary>
    public const string Number = "Enum__Number";

    /// <summary>The text of a value that is none of the known ones.</summary>
    public const string Other = "other";

    /// <summary>Writes one overload for each enum that the methods' tags take.</summary>
    public static void Write(SourceWriter writer, IEnumerable<Expansion> methods)
    {
        var expansions = methods.ToList();
        var texts = expansions.SelectMany(static method => method.Tags.Select(static tag => tag.Value)
            .Concat(method.Metrics.Where(static metric => !IsNumbered(metric)).SelectMany(static metric => metric.Paths)));
        WriteTexts(writer, texts);

        var numbers = expansions.SelectMany(static method => method.Metrics).Where(IsNumbered).SelectMany(static metric => metric.Paths);
        foreach (var type in Enums(numbers)) WriteNumber(writer, type);
    }

    /// <summary>Writes one overload for each enum among the values.</summary>
    public static void WriteTexts(SourceWriter writer, IEnumerable<PathValue> values)
    {
        foreach (var type in Enums(values)) WriteText(writer, type);
    }

    private static bool IsNumbered(BusinessMetric metric) => TagDomain.AreNumbered(metric.Instrument, metric.Tags);

    private static IEnumerable<PathValue> Enums(IEnumerable<PathValue> values) => values
        .Where(static value => value.Shape == ValueShape.Enum)
        .GroupBy(static value => value.Type, StringComparer.Ordinal)
        .OrderBy(static type => type.Key, StringComparer.Ordinal)
        .Select(static type => type.First());

    private static void WriteText(SourceWriter writer, PathValue type)
    {
        writer.Line($"private static string? {Method}({type.Type}? value) => value is {{ }} known ? {Method}(known) : null;").Line();
        using (writer.Block($"private static string {Method}({type.Type} value) => value switch", "};"))
        {
            foreach (var name in type.EnumNames) writer.Line($"{name.Constant} => {GeneratedFile.Literal(name.Text)},");
            writer.Line($"_ => {GeneratedFile.Literal(Other)},");
        }

        writer.Line();
    }

    // In the order of SeriesTag: the values, none, and 'other' where it is not the name of one of them.
    private static void WriteNumber(SourceWriter writer, PathValue type)
    {
        var other = type.EnumNames.ToList().FindIndex(static name => name.Text == Other);
        writer.Line($"private static int {Number}({type.Type}? value) => value is {{ }} known ? {Number}(known) : {type.EnumNames.Count};").Line();
        using (writer.Block($"private static int {Number}({type.Type} value) => value switch", "};"))
        {
            for (var i = 0; i < type.EnumNames.Count; i++) writer.Line($"{type.EnumNames[i].Constant} => {i},");
            writer.Line($"_ => {(other >= 0 ? other : type.EnumNames.Count + 1)},");
        }

        writer.Line();
    }
}
