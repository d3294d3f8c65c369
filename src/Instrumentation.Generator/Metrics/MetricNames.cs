using Instrumentation.Generator.Text;

namespace Instrumentation.Generator.Metrics;

/// <summary>The names that a business metric may have.</summary>
internal static class MetricNames
{
    private static readonly string[] s_taken = ["operation.duration", "operation.active"];

    // As they are spelled in names; shorter forms are words as well.
    private static readonly Dictionary<string, string> s_units = new(StringComparer.Ordinal)
    {
        ["bytes"] = "By", ["kilobytes"] = "kBy", ["megabytes"] = "MBy", ["gigabytes"] = "GBy",
        ["seconds"] = "s", ["milliseconds"] = "ms", ["millis"] = "ms", ["ms"] = "ms", ["microseconds"] = "us", ["nanoseconds"] = "ns",
        ["percent"] = "%", ["celsius"] = "Cel",
    };

    /// <summary>What is wrong with the metric's name; <see langword="null"/> where nothing is.</summary>
    public static string? Problem(string name) =>
        s_taken.Contains(name) ? $"'{name}' is what [Measured] records; choose another name" : DottedNames.Problem(name);

    /// <summary>What exporters would add to the name a second time; <see langword="null"/> where it ends with no such thing.</summary>
    public static string? Redundancy(string name, MetricKind kind, string? unit)
    {
        var cut = name.LastIndexOfAny(['.', '_']);
        if (cut <= 0) return null;

        var (stem, end) = (name.Substring(0, cut), name.Substring(cut + 1));
        if (end == "total" && kind == MetricKind.Counter) return $"its name ends with 'total', which exporters add to counters; write '{stem}'";
        return s_units.TryGetValue(end, out var meant) && (unit is null || unit == meant)
            ? $"its name ends with a unit, which exporters add; write '{stem}' and Unit = \"{meant}\""
            : null;
    }

    /// <summary>What is wrong with the name of one of its tags. Headers and the like have hyphens in their names.</summary>
    public static string? TagProblem(string key) => DottedNames.Problem(key, allowed: "-") is { } problem ? $"tag {problem}" : null;
}
