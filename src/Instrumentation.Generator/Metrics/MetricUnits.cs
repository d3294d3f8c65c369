namespace Instrumentation.Generator.Metrics;

/// <summary>
/// Units in UCUM, the Unified Code for Units of Measure, as OpenTelemetry uses it: <c>s</c>, <c>By</c>, <c>kBy/s</c>, <c>%</c>,
/// <c>1</c>, and annotations in braces for what is counted: <c>{file}</c>.
/// </summary>
internal static class MetricUnits
{
    // Units that take a prefix. UCUM's rarer ones (the barn, the bel, the are) are left out on purpose: who writes 'b' or 'B' means bits or bytes.
    private static readonly HashSet<string> s_prefixable = new(StringComparer.Ordinal)
    {
        "s", "g", "m", "By", "bit", "Bd", "Hz", "J", "W", "V", "A", "K", "Cel", "Pa", "N", "C", "F", "Ohm", "S", "Wb", "T", "H",
        "mol", "cd", "lm", "lx", "rad", "sr", "Bq", "Gy", "Sv", "kat", "bar", "L", "l", "eV", "t", "cal", "u",
    };

    private static readonly HashSet<string> s_plain = new(StringComparer.Ordinal)
    {
        "1", "%", "min", "h", "d", "wk", "mo", "a", "deg", "'", "''", "ar", "10*", "10^",
        "[ppth]", "[ppm]", "[ppb]", "[pptr]", "[degF]", "[in_i]", "[ft_i]", "[yd_i]", "[mi_i]", "[lb_av]", "[gal_us]", "[car_m]", "[g]",
    };

    // Longest first, so that 'da' is not taken for 'd', nor 'Ki' for 'K'.
    private static readonly string[] s_prefixes =
    [
        "Ki", "Mi", "Gi", "Ti", "da",
        "Y", "Z", "E", "P", "T", "G", "M", "k", "h", "d", "c", "m", "u", "n", "p", "f", "a", "z", "y",
    ];

    /// <summary>What is wrong with the unit; <see langword="null"/> where nothing is.</summary>
    public static string? Problem(string unit)
    {
        if (unit.Trim().Length == 0) return "the unit is empty; leave Unit out, or write '1' for a ratio and '{thing}' for a count";
        if (Contains(unit)) return null;
        return UnitSuggestions.For(unit) is { } better ? $"'{unit}' is not a UCUM unit; write '{better}'" : $"'{unit}' is not a UCUM unit";
    }

    /// <summary>Whether the text is a unit: components joined by <c>.</c> and <c>/</c>, where a leading <c>/</c> stands for <c>1/</c>.</summary>
    public static bool Contains(string text)
    {
        var start = text.StartsWith("/", StringComparison.Ordinal) ? 1 : 0;
        for (var depth = 0; start <= text.Length;)
        {
            var end = start;
            while (end < text.Length && (depth > 0 || text[end] is not ('.' or '/')))
            {
                if (text[end] == '{') depth++;
                if (text[end] == '}') depth--;
                end++;
            }

            if (depth != 0 || !IsComponent(text.Substring(start, end - start))) return false;
            start = end + 1;
        }

        return true;
    }

    // component: a unit with an exponent and an annotation, or an annotation alone.
    private static bool IsComponent(string text)
    {
        var brace = text.IndexOf('{');
        if (brace >= 0)
        {
            if (!IsAnnotation(text.Substring(brace))) return false;
            if (brace == 0) return true;
            text = text.Substring(0, brace);
        }

        return IsUnit(text) || IsUnit(WithoutExponent(text));
    }

    private static bool IsAnnotation(string text)
    {
        if (text.Length < 3 || text[text.Length - 1] != '}') return false;
        return text.Skip(1).Take(text.Length - 2).All(static c => c is > ' ' and <= '~' and not ('{' or '}'));
    }

    private static bool IsUnit(string text) =>
        s_plain.Contains(text)
        || (text.Length > 0 && text.All(static c => c is >= '0' and <= '9'))
        || s_prefixable.Contains(text)
        || s_prefixes.Any(prefix => text.StartsWith(prefix, StringComparison.Ordinal) && s_prefixable.Contains(text.Substring(prefix.Length)));

    private static string WithoutExponent(string text)
    {
        var digits = text.Length;
        while (digits > 0 && text[digits - 1] is >= '0' and <= '9') digits--;
        if (digits > 0 && digits < text.Length && text[digits - 1] is '+' or '-') digits--;
        return text.Substring(0, digits);
    }
}
