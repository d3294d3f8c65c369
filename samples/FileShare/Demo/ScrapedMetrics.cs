using System.Globalization;
using System.Text.RegularExpressions;

namespace FileShare.Demo;

/// <summary>A line of <c>/metrics</c>: a series and its value.</summary>
internal sealed record Sample(string Metric, IReadOnlyDictionary<string, string> Labels, double Value)
{
    /// <summary>The value of a label; empty where the series has none of that name.</summary>
    public string this[string label] => Labels.GetValueOrDefault(label, "");
}

/// <summary>What a scrape of <c>/metrics</c> holds, in Prometheus' text format.</summary>
internal sealed partial class ScrapedMetrics(string text)
{
    private readonly List<Sample> _samples = [.. text.Split('\n').Where(static line => line.Length > 0 && line[0] != '#').Select(Parse)];

    public IEnumerable<Sample> Of(string metric) => _samples.Where(sample => sample.Metric == metric);

    /// <summary>The sum of the metric's series, or of those with a label such as <c>kind=Image</c>; <see langword="null"/> where there is none.</summary>
    public double? Sum(string metric, string? label)
    {
        var wanted = label?.Split('=');
        var series = Of(metric).Where(sample => wanted is null || sample[wanted[0]] == wanted[1]).ToList();
        return series.Count == 0 ? null : series.Sum(static sample => sample.Value);
    }

    private static Sample Parse(string line)
    {
        var match = Line().Match(line);
        var labels = Label().Matches(match.Groups["labels"].Value)
            .ToDictionary(static label => label.Groups["name"].Value, static label => label.Groups["value"].Value, StringComparer.Ordinal);
        return new Sample(match.Groups["metric"].Value, labels, double.Parse(match.Groups["value"].Value.Replace("Inf", "∞", StringComparison.Ordinal), CultureInfo.InvariantCulture));
    }

    [GeneratedRegex(@"^(?<metric>[^\s{]+)(\{(?<labels>.*)\})?\s+(?<value>\S+)")]
    private static partial Regex Line();

    [GeneratedRegex("""(?<name>\w+)="(?<value>(\\.|[^"\\])*)",?""")]
    private static partial Regex Label();
}
