using System.Globalization;
using System.Text;
using Instrumentation.Operations.Catalog;

namespace Instrumentation.Operations.Prometheus;

/// <summary>
/// The names that an instrument's time series have in Prometheus, by the rules of the OpenTelemetry .NET exporter when it is
/// scraped in the OpenMetrics format, as Prometheus asks for. A test compares them with the exporter's own.
/// </summary>
/// <param name="Family">The name without a suffix that a kind of series adds.</param>
/// <param name="Kind">The kind of instrument.</param>
internal sealed record SeriesNames(string Family, MetricKind Kind)
{
    private const string Total = "_total";

    /// <summary>The series of a counter, an up-down counter or a gauge.</summary>
    public string Value => Kind == MetricKind.Counter ? Family + Total : Family;

    /// <summary>The cumulated buckets of a histogram.</summary>
    public string Bucket => Family + "_bucket";

    /// <summary>The sum of what a histogram recorded.</summary>
    public string Sum => Family + "_sum";

    /// <summary>The number of values that a histogram recorded.</summary>
    public string Count => Family + "_count";

    /// <summary>The names for an instrument.</summary>
    public static SeriesNames Of(string instrument, MetricKind kind, string? unit)
    {
        var name = kind == MetricKind.Counter ? WithoutTotal(instrument) : instrument;
        var suffix = UnitSuffix(unit);
        if (!name.EndsWith(suffix, StringComparison.Ordinal)) name += "_" + suffix;
        var family = Escape(name, ":");
        return new SeriesNames(kind == MetricKind.Counter ? WithoutTotal(family) : family, kind);
    }

    /// <summary>The label that an attribute becomes.</summary>
    public static string Label(string attribute)
    {
        var label = Escape(attribute, "_");
        return label.Length == 0 ? "_" : char.IsAsciiDigit(label[0]) ? "_" + label : label;
    }

    /// <summary>
    /// The values of <c>le</c> that a boundary may have: a scrape in OpenMetrics writes <c>1.0</c>, one in the older text format
    /// <c>1</c>, and Prometheus 2 keeps what it was given.
    /// </summary>
    public static IReadOnlyList<string> BoundaryLabels(double boundary)
    {
        var text = boundary.ToString("R", CultureInfo.InvariantCulture);
        var openMetrics = boundary >= 1e6
            ? boundary.ToString("0.###############e+00", CultureInfo.InvariantCulture)
            : text.Contains('.', StringComparison.Ordinal) || text.Contains('E', StringComparison.Ordinal) ? text.ToLowerInvariant() : text + ".0";
        return openMetrics == text ? [text] : [openMetrics, text];
    }

    private static string WithoutTotal(string name) => name.EndsWith(Total, StringComparison.Ordinal) ? name[..^Total.Length] : name;

    private static string UnitSuffix(string? unit)
    {
        if (string.IsNullOrEmpty(unit)) return "";

        var plain = WithoutAnnotations(unit);
        var slash = plain.IndexOf('/', StringComparison.Ordinal);
        var words = slash >= 0 && slash < plain.Length - 1
            ? $"{UnitWord(plain[..slash])}_per_{PerWord(plain[(slash + 1)..])}"
            : UnitWord(plain);
        return Escape(words, ":").Trim('_');
    }

    // "{file}" only says what is counted.
    private static string WithoutAnnotations(string unit)
    {
        var text = new StringBuilder(unit.Length);
        for (var at = 0; at < unit.Length; at++)
        {
            var end = unit[at] == '{' ? unit.IndexOf('}', at) : -1;
            if (end < 0) text.Append(unit[at]);
            else at = end;
        }

        return text.ToString();
    }

    // Letters, digits and what is allowed besides stay; any run of other characters is one underscore.
    private static string Escape(string name, string allowed)
    {
        var text = new StringBuilder(name.Length);
        foreach (var c in name)
        {
            if (char.IsAsciiLetterOrDigit(c) || allowed.Contains(c, StringComparison.Ordinal)) text.Append(c);
            else if (text.Length == 0 || text[^1] != '_') text.Append('_');
        }

        return text.ToString();
    }

    private static string UnitWord(string unit) => unit switch
    {
        "1" => "",
        "d" => "days",
        "h" => "hours",
        "min" => "minutes",
        "s" => "seconds",
        "ms" => "milliseconds",
        "us" => "microseconds",
        "ns" => "nanoseconds",
        "By" or "B" => "bytes",
        "KiBy" => "kibibytes",
        "MiBy" => "mebibytes",
        "GiBy" => "gibibytes",
        "TiBy" => "tibibytes",
        "KBy" or "KB" => "kilobytes",
        "MBy" or "MB" => "megabytes",
        "GBy" or "GB" => "gigabytes",
        "TBy" or "TB" => "terabytes",
        "m" => "meters",
        "V" => "volts",
        "A" => "amperes",
        "J" => "joules",
        "W" => "watts",
        "g" => "grams",
        "Cel" => "celsius",
        "Hz" => "hertz",
        "%" => "percent",
        "$" => "dollars",
        _ => unit,
    };

    private static string PerWord(string unit) => unit switch
    {
        "s" => "second",
        "m" => "minute",
        "h" => "hour",
        "d" => "day",
        "w" => "week",
        "mo" => "month",
        "y" => "year",
        _ => unit,
    };
}
