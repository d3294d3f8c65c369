using Instrumentation.Operations.Catalog;

namespace Instrumentation.Operations.Grafana;

/// <summary>Units of OpenTelemetry (UCUM) as Grafana names them.</summary>
internal static class GrafanaUnit
{
    /// <summary>The unit of a value.</summary>
    public static string Of(string? unit, MetricKind kind) => unit switch
    {
        // A share where it is measured, a mere number where things are counted.
        "1" => kind == MetricKind.Gauge ? "percentunit" : "short",
        "By" => "bytes",
        "KiBy" => "kbytes",
        "MiBy" => "mbytes",
        "GiBy" => "gbytes",
        "d" => "d",
        "h" => "h",
        "min" => "m",
        "s" => "s",
        "ms" => "ms",
        "us" => "µs",
        "ns" => "ns",
        "%" => "percent",
        "Hz" => "hertz",
        "Cel" => "celsius",
        "By/s" => "binBps",
        null or "" => "short",
        _ when Annotation(unit) is not null => "short",
        _ => $"suffix: {unit}",
    };

    /// <summary>The unit of what a second adds to a value.</summary>
    public static string RateOf(string? unit) => unit switch
    {
        "By" => "binBps",
        "s" => "percentunit",
        "1" or null or "" => "cps",
        _ => $"suffix: {Annotation(unit) ?? unit}/s",
    };

    /// <summary>What is counted, in a unit like <c>{file}</c>.</summary>
    public static string? Annotation(string? unit) => unit is ['{', _, .., '}'] ? unit[1..^1] : null;
}
