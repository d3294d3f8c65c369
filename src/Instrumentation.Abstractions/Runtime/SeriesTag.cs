using System.ComponentModel;

namespace Instrumentation.Runtime;

/// <summary>
/// A tag and, where they are known, its values in a fixed order: those that are declared, then none, then <c>other</c>, which stands for all
/// that are not. The build counts them in the same order (<c>TagDomain</c>).
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class SeriesTag
{
    /// <summary>The text of a value that is none of the known ones.</summary>
    internal const string Other = "other";

    private readonly int _declared;
    private readonly bool _isOptional;

    private SeriesTag(string key, object?[] values, int declared, bool isOptional)
    {
        Key = key;
        Values = values;
        _declared = declared;
        _isOptional = isOptional;
    }

    /// <summary>The tag's name.</summary>
    public string Key { get; }

    /// <summary>Whether it takes any value.</summary>
    internal bool IsAny => _declared == 0;

    /// <summary>All of its values.</summary>
    internal object?[] Values { get; }

    /// <summary>A tag that is a text.</summary>
    /// <param name="key">Its name.</param>
    /// <param name="optional">Whether there may be none.</param>
    /// <param name="values">Its values.</param>
    public static SeriesTag Of(string key, bool optional, params string[] values) =>
        new(key, values.Contains(Other) ? [.. values, null] : [.. values, null, Other], values.Length, optional);

    /// <summary>A tag that is always the same text.</summary>
    public static SeriesTag Constant(string key, string value) => new(key, [value], declared: 1, isOptional: false);

    /// <summary>A tag that takes any value.</summary>
    public static SeriesTag Any(string key) => new(key, [null], declared: 0, isOptional: false);

    /// <summary>A tag that is a flag.</summary>
    /// <param name="key">Its name.</param>
    /// <param name="optional">Whether there may be none.</param>
    public static SeriesTag Flag(string key, bool optional) => new(key, [Boxes.Of(false), Boxes.Of(true), null], declared: 2, optional);

    /// <summary>Whether the value is one that its series is there for from the start.</summary>
    internal bool IsDeclared(int value) => value < _declared || (_isOptional && value == _declared);

    /// <summary>The number of combinations.</summary>
    internal static int Count(SeriesTag[] tags) => tags.Aggregate(1, static (count, tag) => count * tag.Values.Length);

    /// <summary>The combination of that number; the last tag counts fastest.</summary>
    internal static KeyValuePair<string, object?>[] Combination(SeriesTag[] tags, int index, out bool isDeclared)
    {
        var combination = new KeyValuePair<string, object?>[tags.Length];
        isDeclared = true;
        for (var i = tags.Length - 1; i >= 0; i--)
        {
            index = Math.DivRem(index, tags[i].Values.Length, out var value);
            combination[i] = new(tags[i].Key, tags[i].Values[value]);
            isDeclared &= tags[i].IsDeclared(value);
        }

        return combination;
    }

    /// <summary>Whether both have the same tags, with the same values in the same order.</summary>
    internal static bool Same(SeriesTag[] left, SeriesTag[] right)
    {
        if (left.Length != right.Length) return false;
        for (var i = 0; i < left.Length; i++)
        {
            if (left[i].Key != right[i].Key || left[i]._isOptional != right[i]._isOptional || !left[i].Values.SequenceEqual(right[i].Values)) return false;
        }

        return true;
    }
}
