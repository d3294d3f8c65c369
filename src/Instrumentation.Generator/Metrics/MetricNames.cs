namespace Instrumentation.Generator.Metrics;

/// <summary>
/// The form of instrument names: OpenTelemetry's syntax (a letter, then letters, digits and <c>_ . - /</c>, 255 at most), and its
/// convention of lower-case dotted names.
/// </summary>
internal static class MetricNames
{
    private const int MaximumLength = 255;

    /// <summary>What is wrong with the name; <see langword="null"/> where nothing is.</summary>
    public static string? Problem(string name)
    {
        if (name.Length == 0) return "a metric needs a name";
        if (name.Length > MaximumLength) return $"the name is longer than {MaximumLength} characters";
        if (name[0] is not (>= 'a' and <= 'z')) return $"'{name}' must start with a lower-case letter";
        foreach (var c in name)
        {
            if (c is not ((>= 'a' and <= 'z') or (>= '0' and <= '9') or '.' or '_'))
                return $"'{name}' holds '{c}'; names are lower case, dotted, of letters, digits and '_'";
        }

        return name.Contains("..") || name.EndsWith(".", StringComparison.Ordinal) ? $"'{name}' has an empty part" : null;
    }
}
