using Instrumentation.Generator.Text;

namespace Instrumentation.Generator.Metrics;

/// <summary>The names that a business metric may have.</summary>
internal static class MetricNames
{
    private static readonly string[] s_taken = ["operation.duration", "operation.active"];

    /// <summary>What is wrong with the metric's name; <see langword="null"/> where nothing is.</summary>
    public static string? Problem(string name) =>
        s_taken.Contains(name) ? $"'{name}' is what [Measured] records; choose another name" : DottedNames.Problem(name);

    /// <summary>What is wrong with the name of one of its tags. Headers and the like have hyphens in their names.</summary>
    public static string? TagProblem(string key) => DottedNames.Problem(key, allowed: "-") is { } problem ? $"tag {problem}" : null;
}
