namespace Instrumentation.Runtime;

/// <summary>The boxes of the values that attributes take most, made once.</summary>
internal static class Boxes
{
    private static readonly object s_true = true;
    private static readonly object s_false = false;
    private static readonly object[] s_small = Small();

    public static object? Of(bool? value) => value is { } known ? Of(known) : null;

    public static object? Of(long? value) => value is { } known ? Of(known) : null;

    public static object Of(bool value) => value ? s_true : s_false;

    private static object[] Small()
    {
        var boxes = new object[256];
        for (var i = 0; i < boxes.Length; i++) boxes[i] = (long)i;
        return boxes;
    }

    public static object Of(long value) => (ulong)value < (ulong)s_small.Length ? s_small[value] : value;
}
