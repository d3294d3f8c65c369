using Instrumentation.Operations.Catalog;
using Instrumentation.Operations.Prometheus;
using Instrumentation.Operations.Services;

namespace Instrumentation.Operations.Grafana;

/// <summary>The choices at the top of the dashboard: where to ask, which job, instance and function.</summary>
internal static class DashboardVariables
{
    private const int OnTimeRangeChange = 2;
    private const int Alphabetical = 1;

    /// <summary>The choices of a service. Jobs are those that show the service's own series, whatever they are called.</summary>
    public static IReadOnlyList<Variable> Of(Service service)
    {
        var (series, meter) = Own(service);
        Variable[] always =
        [
            new("datasource", "Data source", "datasource", "prometheus"),
            Query("job", "Job", $"label_values({PromQl.Select(series, meter)}, job)"),
            Query("instance", "Instance", $"label_values({PromQl.Select(series, meter, "job=~\"$job\"")}, instance)"),
        ];
        return service.Operations.Count == 0
            ? always
            : [.. always, Query("function", "Function", $"label_values({PromQl.Select(series, meter, "job=~\"$job\"")}, {OperationSeries.Function})") with { AllValue = ".+" }];
    }

    private static (string Series, string Meter) Own(Service service)
    {
        if (service.Operations.Count > 0) return (OperationSeries.Active.Value, OperationQueries.MeterOf(service));
        if (service.BusinessMetrics.Count == 0) return ("up", "");
        var metric = service.BusinessMetrics[0];
        return (metric.Kind == MetricKind.Histogram ? metric.Series.Count : metric.Series.Value, PromQl.Match(OperationSeries.Meter, [.. metric.Meters]));
    }

    // "All" is all that the query found, not all that Prometheus knows: other services have requests and processors too.
    private static Variable Query(string name, string label, string query) => new(name, label, "query", query)
    {
        Datasource = DataSource.Chosen,
        Definition = query,
        IncludeAll = true,
        Multi = true,
        Refresh = OnTimeRangeChange,
        Sort = Alphabetical,
        Current = new Choice(Selected: true, "All", "$__all"),
    };
}
