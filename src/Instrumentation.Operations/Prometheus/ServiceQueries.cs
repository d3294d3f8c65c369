using System.Globalization;
using Instrumentation.Operations.Catalog;
using Instrumentation.Operations.Services;

namespace Instrumentation.Operations.Prometheus;

/// <summary>
/// What panels ask about a service as a whole: of the series that ASP.NET Core and the runtime bring along, and of what the
/// program counts for its own sake. A query without an answer gives 0 where that is the answer.
/// </summary>
internal static class ServiceQueries
{
    private const string Selection = "job=~\"$job\", instance=~\"$instance\"";
    private const string Window = "$__rate_interval";
    private const string Failed = "http_response_status_code=~\"5..\"";

    private static readonly SeriesNames s_requests = SeriesNames.Of("http.server.request.duration", MetricKind.Histogram, "s");
    private static readonly SeriesNames s_cpu = SeriesNames.Of("dotnet.process.cpu.time", MetricKind.Counter, "s");
    private static readonly SeriesNames s_memory = SeriesNames.Of("dotnet.process.memory.working_set", MetricKind.UpDownCounter, "By");

    public static string InstancesUp => $"sum({PromQl.Select("up", Selection)}) or vector(0)";

    public static string RequestRate => $"sum by (http_response_status_code) (rate({PromQl.Select(s_requests.Count, Selection)}[{Window}]))";

    public static string RequestErrorRatio => $"""
        (sum(rate({PromQl.Select(s_requests.Count, Selection, Failed)}[{Window}])) or vector(0))
        / (sum(rate({PromQl.Select(s_requests.Count, Selection)}[{Window}])) > 0)
        or vector(0)
        """;

    public static string ProcessorTime => $"sum by (instance) (rate({PromQl.Select(s_cpu.Value, Selection)}[{Window}]))";

    public static string Memory => $"sum by (instance) ({PromQl.Select(s_memory.Value, Selection)})";

    public static string ResponseTime(double share) => Quantile(share, PromQl.Select(s_requests.Bucket, Selection));

    public static string AlertsFiring(Service service) => $"count({PromQl.Select("ALERTS", "alertstate=\"firing\"", PromQl.Match("service", service.Name.Text))}) or vector(0)";

    /// <summary>What a counter adds in a second, by the labels whose values are known.</summary>
    public static string Rate(BusinessMetric metric) => $"sum{By(metric)}(rate({Selected(metric, metric.Series.Value)}[{Window}]))";

    /// <summary>What a counter has added in the time that is looked at.</summary>
    public static string Increase(BusinessMetric metric) => $"sum(increase({Selected(metric, CountOf(metric))}[$__range])) or vector(0)";

    /// <summary>The level of an up-down counter.</summary>
    public static string Level(BusinessMetric metric, bool isTotal) =>
        isTotal ? $"sum({Selected(metric, metric.Series.Value)}) or vector(0)" : $"sum{By(metric)}({Selected(metric, metric.Series.Value)})";

    /// <summary>The latest value of a gauge; of several instances each has its own.</summary>
    public static string Latest(BusinessMetric metric, bool isTotal) =>
        isTotal ? $"max({Selected(metric, metric.Series.Value)})" : $"max{By(metric, "instance")}({Selected(metric, metric.Series.Value)})";

    /// <summary>The value that the share of what a histogram recorded stays below.</summary>
    public static string ValueQuantile(BusinessMetric metric, double share) => Quantile(share, Selected(metric, metric.Series.Bucket));

    private static string CountOf(BusinessMetric metric) => metric.Kind == MetricKind.Histogram ? metric.Series.Count : metric.Series.Value;

    private static string By(BusinessMetric metric, params IEnumerable<string> more) =>
        string.Join(", ", more.Concat(metric.Labels)) is { Length: > 0 } labels ? $" by ({labels}) " : "";

    private static string Selected(BusinessMetric metric, string series) =>
        PromQl.Select(series, PromQl.Match(OperationSeries.Meter, [.. metric.Meters]), Selection);

    // Without a value in the window the quantile is not a number; the comparison leaves it out.
    private static string Quantile(double share, string selected) =>
        string.Create(CultureInfo.InvariantCulture, $"histogram_quantile({share}, sum by (le) (rate({selected}[{Window}]))) >= 0");
}
