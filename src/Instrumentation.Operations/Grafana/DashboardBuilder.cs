using Instrumentation.Operations.Catalog;
using Instrumentation.Operations.Objectives;
using Instrumentation.Operations.Output;
using Instrumentation.Operations.Prometheus;
using Instrumentation.Operations.Services;

namespace Instrumentation.Operations.Grafana;

/// <summary>Builds the dashboard of a service: the service as a whole, its operations, what it counts for its own sake.</summary>
internal sealed class DashboardBuilder(Service service, IReadOnlyList<Alert> alerts)
{
    private const double Median = 0.5;
    private const double Most = 0.95;
    private const double Nearly = 0.99;

    private readonly PanelBuilder _panels = new();

    /// <summary>The dashboard.</summary>
    public Dashboard Build()
    {
        ServiceRow();
        if (service.Operations.Count > 0) OperationsRow();
        if (service.BusinessMetrics.Count > 0) BusinessRow();
        return new Dashboard(
            PackFile.Notice(service.Assemblies),
            service.Name.DashboardUid,
            service.Name.Text,
            ["instrumentation", service.Name.Text],
            new Templating(DashboardVariables.Of(service)),
            _panels.Panels);
    }

    private void ServiceRow()
    {
        var errors = ErrorObjective.Default.Threshold;
        var latency = (decimal)LatencyObjective.Default.Boundary;
        _panels.Row("Service");
        _panels.Number("Instances up", "Instances that the last scrape reached.", "short", 1, new(ServiceQueries.InstancesUp, "instances"), isBadAbove: false);
        _panels.Number("Alerts firing", $"Alerts of {service.Name.Text}. Possible: {List(alerts.Select(static alert => alert.Name))}.", "short", 1, new(ServiceQueries.AlertsFiring(service), "alerts"));
        _panels.Graph("Requests", "Requests per second that ASP.NET Core answered, by status.", "reqps", null, new Question(ServiceQueries.RequestRate, "{{http_response_status_code}}"));
        _panels.Graph("Error rate", "The share of requests answered with a status from 500 to 599.", "percentunit", errors, new Question(ServiceQueries.RequestErrorRatio, "errors"));
        _panels.Graph(
            "Response time",
            "The time that 50, 95 and 99 % of the requests stayed below, between the boundaries of the histogram.",
            "s",
            latency,
            new Question(ServiceQueries.ResponseTime(Median), "p50"),
            new Question(ServiceQueries.ResponseTime(Most), "p95"),
            new Question(ServiceQueries.ResponseTime(Nearly), "p99"));
        _panels.Graph("Processor time", "Processors that each instance keeps busy.", "short", null, new Question(ServiceQueries.ProcessorTime, "{{instance}}"));
        _panels.Graph("Memory", "Physical memory that each instance holds.", "bytes", null, new Question(ServiceQueries.Memory, "{{instance}}"));
    }

    private void OperationsRow()
    {
        var ask = OperationQueries.ForPanels(service);
        var legend = $"{{{{{OperationSeries.Function}}}}}";
        var owners = $"Owners: {Each(static operation => operation.Owner)}.";
        _panels.Row("Operations");
        _panels.Graph("Calls", $"Calls per second. {owners}", "ops", null, new Question(ask.CallRate, legend));
        _panels.Graph(
            "Failing calls",
            $"The share of calls that ended with an exception other than a cancellation. Allowed: {Each(static operation => $"{operation.Errors.Percent} %")}.",
            "percentunit",
            service.Operations.Min(static operation => operation.Errors.Threshold),
            new Question(ask.ErrorRatio, legend));
        _panels.Graph(
            "Slow calls",
            $"The share of calls that took longer than promised; exact, as the promise is a boundary of the histogram. Promised: {Each(static operation => operation.Latency.ToString())}.",
            "percentunit",
            service.Operations.Min(static operation => operation.Latency.SlowThreshold),
            new Question(ask.SlowRatio, legend));
        _panels.Graph(
            "Duration, p95",
            $"The time that 95 % of the calls stayed below, between the boundaries of the histogram. {owners}",
            "s",
            service.Operations.Min(static operation => operation.Latency.Milliseconds) / 1000,
            new Question(ask.Quantile(Most), legend));
        _panels.Graph("Calls under way", $"Calls that have begun and not ended. {owners}", "short", null, new Question(ask.Active, legend));
        _panels.Graph(
            "Errors by type",
            "Failed calls by the type of the exception.",
            "short",
            null,
            new Question((ask with { By = $"{ask.By}, {OperationSeries.ErrorType}" }).Failed, $"{legend} {{{{{OperationSeries.ErrorType}}}}}"));
    }

    private void BusinessRow()
    {
        _panels.Row("Business");
        foreach (var metric in service.BusinessMetrics) BusinessPanels(metric);
    }

    private void BusinessPanels(BusinessMetric metric)
    {
        var about = About(metric);
        var unit = GrafanaUnit.Of(metric.Unit, metric.Kind);
        var legend = metric.Labels.Count == 0 ? metric.Name : string.Join(' ', metric.Labels.Select(static label => $"{{{{{label}}}}}"));
        switch (metric.Kind)
        {
            case MetricKind.Counter:
                _panels.Graph(metric.Name, $"{about} What a second adds.", GrafanaUnit.RateOf(metric.Unit), null, new Question(ServiceQueries.Rate(metric), legend));
                _panels.Number($"{metric.Name}, total", $"{about} What the time that is looked at added.", unit, null, new(ServiceQueries.Increase(metric), metric.Name));
                break;
            case MetricKind.UpDownCounter:
                _panels.Graph(metric.Name, about, unit, null, new Question(ServiceQueries.Level(metric, isTotal: false), legend));
                _panels.Number(
                    $"{metric.Name}, now", $"{about} The sum over the instances; each counts from its own start.", unit, null, new(ServiceQueries.Level(metric, isTotal: true), metric.Name));
                break;
            case MetricKind.Histogram:
                _panels.Graph(
                    metric.Name,
                    $"{about} The value that 50, 95 and 99 % of the measurements stayed below.",
                    unit,
                    null,
                    new Question(ServiceQueries.ValueQuantile(metric, Median), "p50"),
                    new Question(ServiceQueries.ValueQuantile(metric, Most), "p95"),
                    new Question(ServiceQueries.ValueQuantile(metric, Nearly), "p99"));
                _panels.Number($"{metric.Name}, measurements", $"{about} Measurements in the time that is looked at.", "short", null, new(ServiceQueries.Increase(metric), metric.Name));
                break;
            default:
                _panels.Graph(metric.Name, about, unit, null, new Question(ServiceQueries.Latest(metric, isTotal: false), $"{{{{instance}}}} {legend}"));
                _panels.Number($"{metric.Name}, now", $"{about} The highest of the instances.", unit, null, new(ServiceQueries.Latest(metric, isTotal: true), metric.Name));
                break;
        }
    }

    private static string About(BusinessMetric metric)
    {
        var recorders = List(metric.RecordedBy.Select(static recorder => $"{recorder.Function} ({recorder.Location}, owner {recorder.Owner ?? ServiceOperation.Unowned})"));
        return $"{(metric.Description is null ? "" : metric.Description + " ")}Recorded by {recorders}.";
    }

    // A fact alone where it holds for all, else each with those that it holds for.
    private string Each(Func<ServiceOperation, string> fact)
    {
        var facts = service.Operations.GroupBy(fact, StringComparer.Ordinal).OrderBy(static group => group.Key, StringComparer.Ordinal).ToList();
        return facts.Count == 1 ? facts[0].Key : string.Join("; ", facts.Select(static group => $"{group.Key}: {List(group.Select(static operation => operation.Function))}"));
    }

    private static string List(IEnumerable<string> items) => string.Join(", ", items);
}
