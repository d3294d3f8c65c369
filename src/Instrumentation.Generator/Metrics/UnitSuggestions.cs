namespace Instrumentation.Generator.Metrics;

/// <summary>What people write for a unit, and what UCUM calls it.</summary>
internal static class UnitSuggestions
{
    private static readonly Dictionary<string, string> s_known = new(StringComparer.OrdinalIgnoreCase)
    {
        ["b"] = "By", ["byte"] = "By", ["kb"] = "kBy", ["kilobyte"] = "kBy", ["mb"] = "MBy", ["megabyte"] = "MBy", ["gb"] = "GBy", ["gigabyte"] = "GBy", ["tb"] = "TBy",
        ["kib"] = "KiBy", ["mib"] = "MiBy", ["gib"] = "GiBy", ["tib"] = "TiBy",
        ["sec"] = "s", ["second"] = "s", ["msec"] = "ms", ["millisecond"] = "ms", ["milli"] = "ms", ["µs"] = "us", ["usec"] = "us", ["microsecond"] = "us",
        ["nsec"] = "ns", ["nanosecond"] = "ns", ["minute"] = "min", ["hr"] = "h", ["hrs"] = "h", ["hour"] = "h", ["day"] = "d", ["week"] = "wk", ["month"] = "mo", ["year"] = "a",
        ["percent"] = "%", ["percentage"] = "%", ["pct"] = "%", ["ratio"] = "1", ["fraction"] = "1", ["none"] = "1",
        ["count"] = "{item}", ["number"] = "{item}", ["total"] = "{item}", ["unit"] = "{item}",
        ["celsius"] = "Cel", ["degc"] = "Cel", ["°c"] = "Cel", ["kelvin"] = "K", ["metre"] = "m", ["meter"] = "m", ["kilometer"] = "km", ["hertz"] = "Hz", ["watt"] = "W", ["joule"] = "J",
        ["volt"] = "V", ["gram"] = "g", ["kilogram"] = "kg", ["litre"] = "L", ["liter"] = "L",
    };

    /// <summary>The UCUM unit that is probably meant; a count of things where the word is none of a unit.</summary>
    public static string? For(string unit)
    {
        var parts = unit.Trim().Split('/');
        var better = parts.Select(One).ToList();
        return better.Any(static part => part is null) ? null : string.Join("/", better);
    }

    private static string? One(string word)
    {
        if (word.Length == 0 || !word.All(static c => char.IsLetterOrDigit(c) || c is '_' or '-' or '°' or ' ')) return null;
        var singular = Singular(word);
        if (s_known.TryGetValue(word, out var known) || s_known.TryGetValue(singular, out known)) return known;
        if (MetricUnits.Contains(word)) return word;
        if (word.Length == 1) return null;

        // A currency keeps its case.
        var thing = word.All(char.IsUpper) ? word : singular.ToLowerInvariant();
        return $"{{{thing.Replace(' ', '_')}}}";
    }

    private static string Singular(string word)
    {
        if (word.Length < 4 || !Ends("s") || Ends("ss") || Ends("us") || Ends("is")) return word;
        if (Ends("ies")) return word.Substring(0, word.Length - 3) + "y";
        var drop = Ends("sses") || Ends("xes") || Ends("ches") || Ends("shes") ? 2 : 1;
        return word.Substring(0, word.Length - drop);

        bool Ends(string with) => word.EndsWith(with, StringComparison.OrdinalIgnoreCase);
    }
}
