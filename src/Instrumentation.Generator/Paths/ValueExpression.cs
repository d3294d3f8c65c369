using Instrumentation.Generator.Interception;

namespace Instrumentation.Generator.Paths;

/// <summary>Turns a checked member path into the value that an attribute or a measurement takes, in C#.</summary>
internal static class ValueExpression
{
    /// <summary>The value as an attribute: <c>string?</c>, <c>bool?</c>, <c>long?</c> or <c>double?</c>.</summary>
    public static string AsTag(PathValue value) => value.Shape switch
    {
        ValueShape.Boolean => $"(bool?)({value.Expression})",
        ValueShape.Enum => $"{EnumTextEmitter.Method}({value.Expression})",
        ValueShape.Formatted => $"{TypeNames.Label}.Text({value.Expression})",
        ValueShape.Text => value.Expression,
        _ => AsNumber(value, "s"),
    };

    /// <summary>The type of <see cref="AsTag"/>.</summary>
    public static string TagType(PathValue value) => value.Shape switch
    {
        ValueShape.Boolean => "bool?",
        ValueShape.Int64 => "long?",
        ValueShape.Double or ValueShape.Duration => "double?",
        _ => "string?",
    };

    /// <summary>The value as a number, <see langword="null"/> where there is none; a duration in the unit.</summary>
    public static string AsNumber(PathValue value, string? unit) => value.Shape switch
    {
        ValueShape.Duration => $"({value.Expression}){(value.MayBeNull ? "?" : "")}.{DurationMember(unit)}",
        ValueShape.Double => $"(double?)({value.Expression})",
        _ => $"unchecked((long?)({value.Expression}))",
    };

    /// <summary>The type of <see cref="AsNumber"/>.</summary>
    public static string NumberType(PathValue value) => value.Shape is ValueShape.Double or ValueShape.Duration ? "double?" : "long?";

    private static string DurationMember(string? unit) => unit switch
    {
        "ms" => "TotalMilliseconds",
        // TotalMicroseconds and TotalNanoseconds are not in every framework.
        "us" => "Ticks / 10D",
        "ns" => "Ticks * 100D",
        "min" => "TotalMinutes",
        "h" => "TotalHours",
        "d" => "TotalDays",
        _ => "TotalSeconds",
    };
}
