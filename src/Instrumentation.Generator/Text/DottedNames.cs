namespace Instrumentation.Generator.Text;

/// <summary>OpenTelemetry's convention for names of instruments and attributes: lower case, dotted, of letters, digits and <c>_</c>.</summary>
internal static class DottedNames
{
    /// <summary>OpenTelemetry's limit for names of instruments.</summary>
    private const int MaximumLength = 255;

    /// <summary>What is wrong with the name; <see langword="null"/> where nothing is.</summary>
    /// <param name="name">The name.</param>
    /// <param name="allowed">Characters that may occur beside letters, digits, <c>.</c> and <c>_</c>.</param>
    public static string? Problem(string name, string allowed = "")
    {
        if (string.IsNullOrWhiteSpace(name)) return "the name is empty";
        if (name.Length > MaximumLength) return $"the name is longer than {MaximumLength} characters";
        if (name[0] is not (>= 'a' and <= 'z')) return Suggest($"'{name}' must start with a lower-case letter", name, allowed);
        foreach (var c in name)
        {
            if (c is not ((>= 'a' and <= 'z') or (>= '0' and <= '9') or '.' or '_') && allowed.IndexOf(c) < 0)
                return Suggest($"'{name}' holds '{c}'; names are lower case and dotted, of letters, digits and '_'", name, allowed);
        }

        return name.Contains("..") || name.EndsWith(".", StringComparison.Ordinal) ? $"'{name}' has an empty part" : null;
    }

    /// <summary>The name that is probably meant by one that is against convention: FilesUploaded, files-uploaded, files uploaded are files.uploaded.</summary>
    public static string? Suggestion(string name, string allowed = "")
    {
        var parts = name.Split(['.', '-', ' ', '/', ':'], StringSplitOptions.RemoveEmptyEntries).Select(TagNames.OfName);
        var suggestion = string.Join(".", parts);
        return suggestion != name && Problem(suggestion, allowed) is null ? suggestion : null;
    }

    private static string Suggest(string problem, string name, string allowed) =>
        Suggestion(name, allowed) is { } suggestion ? $"{problem}; write '{suggestion}'" : problem;
}
