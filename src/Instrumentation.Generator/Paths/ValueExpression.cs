using Instrumentation.Generator.Interception;
using Instrumentation.Generator.Text;

namespace Instrumentation.Generator.Paths;

/// <summary>Turns a checked member path into the value that an attribute or a measurement takes, in C#.</summary>
internal static class ValueExpression
{
    /// <summary>The value as an attribute: C# converts it to <see cref="TagType"/> without a cast.</summary>
    public static string AsTag(PathValue value) => value.Shape switch
    {
        ValueShape.Enum => $"{EnumTextEmitter.Method}({value.Expression})",
        ValueShape.Formatted => $"{TypeNames.Label}.Text({value.Expression})",
        ValueShape.Boolean or ValueShape.Text => value.Expression,
        _ => AsNumber(value, DurationUnits.Default),
    };

    /// <summary>The value as an attribute that takes no other values than these. Any other text is one too many, and becomes one.</summary>
    public static string AsTag(PathValue value, IReadOnlyList<string> values)
    {
        if (values.Count == 0) return AsTag(value);
        var known = values.Select(GeneratedFile.Literal).Select(static text => $"{text} => {text}, ");
        return $"{value.Expression} switch {{ null => null, {string.Concat(known)}_ => {GeneratedFile.Literal(EnumTextEmitter.Other)} }}";
    }

    /// <summary>The type that <see cref="AsTag(PathValue)"/> is recorded as.</summary>
    public static string TagType(PathValue value) => value.Shape switch
    {
        ValueShape.Boolean => value.MayBeNull ? "bool?" : "bool",
        ValueShape.Int64 => IsNullable(value) ? "long?" : "long",
        ValueShape.Double or ValueShape.Duration => IsNullable(value) ? "double?" : "double",
        _ => "string?",
    };

    // A cast is one to what may be null.
    private static bool IsNullable(PathValue value) => value.MayBeNull || value.NeedsCast;

    /// <summary>The value as a number, <see langword="null"/> where there is none; a duration in the unit.</summary>
    public static string AsNumber(PathValue value, string? unit) => value.Shape switch
    {
        ValueShape.Duration when value.MayBeNull => $"({value.Expression})?.{DurationUnits.MemberOf(unit)}",
        ValueShape.Duration => $"{value.Expression}.{DurationUnits.MemberOf(unit)}",
        ValueShape.Double => value.NeedsCast ? $"(double?){value.Expression}" : value.Expression,
        _ => value.NeedsCast ? $"unchecked((long?){value.Expression})" : value.Expression,
    };

    /// <summary>The type that <see cref="AsNumber"/> is recorded as.</summary>
    public static string NumberType(PathValue value) => value.Shape is ValueShape.Double or ValueShape.Duration ? "double?" : "long?";
}
