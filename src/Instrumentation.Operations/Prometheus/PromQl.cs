using System.Text;

namespace Instrumentation.Operations.Prometheus;

/// <summary>Writes the parts of PromQL that hold names and values from outside.</summary>
internal static class PromQl
{
    private const string RegexCharacters = @"\.+*?()|[]{}^$";

    /// <summary>A matcher for one value, or for any of several.</summary>
    public static string Match(string label, params IReadOnlyCollection<string> values) =>
        values.Count == 1 ? $"{label}={Quote(values.Single())}" : $"{label}=~{Quote(string.Join('|', values.Select(Literally)))}";

    /// <summary>The series of a name that all matchers fit; empty matchers are left out.</summary>
    public static string Select(string series, params IEnumerable<string> matchers) =>
        $"{series}{{{string.Join(", ", matchers.Where(static matcher => matcher.Length > 0))}}}";

    /// <summary>A text in PromQL.</summary>
    public static string Quote(string value)
    {
        var text = new StringBuilder(value.Length + 2).Append('"');
        foreach (var c in value)
        {
            _ = c switch
            {
                '"' or '\\' => text.Append('\\').Append(c),
                '\n' => text.Append(@"\n"),
                '\r' => text.Append(@"\r"),
                _ => text.Append(c),
            };
        }

        return text.Append('"').ToString();
    }

    private static string Literally(string value)
    {
        var text = new StringBuilder(value.Length + 8);
        foreach (var c in value)
        {
            if (RegexCharacters.Contains(c, StringComparison.Ordinal)) text.Append('\\');
            text.Append(c);
        }

        return text.ToString();
    }
}
