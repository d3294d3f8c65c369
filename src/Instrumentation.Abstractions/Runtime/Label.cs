using System.ComponentModel;
using System.Globalization;

namespace Instrumentation.Runtime;

/// <summary>Makes attributes of measurements, and texts of values, in generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Label
{
    /// <summary>An attribute.</summary>
    public static KeyValuePair<string, object?> Of(string key, string? value) => new(key, value);

    /// <summary>An attribute.</summary>
    public static KeyValuePair<string, object?> Of(string key, bool value) => new(key, Boxes.Of(value));

    /// <summary>An attribute.</summary>
    public static KeyValuePair<string, object?> Of(string key, bool? value) => new(key, value is { } known ? Boxes.Of(known) : null);

    /// <summary>An attribute.</summary>
    public static KeyValuePair<string, object?> Of(string key, long? value) => new(key, value is { } known ? Boxes.Of(known) : null);

    /// <summary>An attribute.</summary>
    public static KeyValuePair<string, object?> Of(string key, double? value) => new(key, value);

    /// <summary>A value as a text that is the same on every machine; times in ISO 8601.</summary>
    public static string? Text<T>(T? value) => value switch
    {
        null => null,
        DateTime or DateTimeOffset => ((IFormattable)value).ToString("O", CultureInfo.InvariantCulture),
#if NET
        DateOnly or TimeOnly => ((IFormattable)value).ToString("O", CultureInfo.InvariantCulture),
#endif
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };
}
