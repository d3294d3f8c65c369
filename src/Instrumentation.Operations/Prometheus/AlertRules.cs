using Instrumentation.Operations.Objectives;
using Instrumentation.Operations.Services;

namespace Instrumentation.Operations.Prometheus;

/// <summary>Makes rules of alerts.</summary>
/// <param name="service">The service.</param>
/// <param name="runbooks">The address of the runbooks; an alert's anchor is added.</param>
internal sealed class AlertRules(Service service, string runbooks)
{
    /// <summary>
    /// Fewer failed or slow calls than this in the window alert nobody: of a service that is called ten times an hour, one
    /// failure is a tenth.
    /// </summary>
    public const int FewestCalls = 5;

    /// <summary>How long a condition must hold.</summary>
    public const string For = "5m";

    /// <summary>The same, in words.</summary>
    public const string ForInWords = "5 minutes";

    /// <summary>How long an alert stays after its condition, so that one that comes and goes is one alert.</summary>
    public const string KeepFiringFor = "10m";

    /// <summary>The same, in words.</summary>
    public const string KeepFiringForInWords = "10 minutes";

    private const string Job = "{{ $labels.job }}";

    private static readonly string s_function = $"{{{{ $labels.{OperationSeries.Function} }}}}";

    /// <summary>The rule of an alert.</summary>
    public AlertRule Of(Alert alert) => new(
        alert.Name,
        Expression(alert),
        For,
        KeepFiringFor,
        [
            new("severity", alert.Severity.ToString().ToLowerInvariant()),
            new("service", service.Name.Text),
            new("owner", Templates.Literally(alert.Owner)),
        ],
        [
            new("summary", Summary(alert)),
            new("description", Description(alert)),
            new("runbook_url", $"{Templates.Literally(runbooks)}#{Anchor(alert)}"),
            new("dashboard_uid", service.Name.DashboardUid),
        ]);

    /// <summary>The anchor of an alert's heading in the runbooks, as Markdown viewers make it.</summary>
    public static string Anchor(Alert alert) => alert.Name.ToLowerInvariant();

    /// <summary>The condition of an alert, without its guard against few calls.</summary>
    public string Condition(Alert alert) => alert switch
    {
        ErrorRateAlert errors => $"{Compared(alert)} > {Numbers.Text(errors.Objective.Threshold)}",
        LatencyAlert latency => $"{Compared(alert)} > {Numbers.Text(latency.Objective.SlowThreshold)}",
        _ => "up == 0",
    };

    /// <summary>The stored series that an alert compares with its threshold.</summary>
    public string Compared(Alert alert) => RecordingRules.Select(
        alert is LatencyAlert ? RecordingRules.SlowRatio : RecordingRules.ErrorRatio,
        service,
        OperationQueries.FunctionIn(alert.Operations, service.Operations));

    private string Expression(Alert alert) => alert switch
    {
        InstanceDownAlert => $"""
            {Condition(alert)}
            and on (job, instance)
            {OperationQueries.KnownInstances(service)}
            """,
        _ => $"""
            {Condition(alert)}
            and
            {RecordingRules.Select(alert is LatencyAlert ? RecordingRules.Slow : RecordingRules.Errors, service)} >= {FewestCalls}
            """,
    };

    private string Summary(Alert alert) => alert switch
    {
        ErrorRateAlert => $"{s_function} is failing",
        LatencyAlert => $"{s_function} is slow",
        _ => $"An instance of {service.Name.Text} is down",
    };

    private string Description(Alert alert) => alert switch
    {
        ErrorRateAlert errors =>
            $"{s_function} in {Job}: {{{{ $value | humanizePercentage }}}} of the calls failed in the last {OperationQueries.RuleWindowInWords}. Allowed: {errors.Objective.Percent}%, {Origin(errors.Objective.IsPromised)}.",
        LatencyAlert latency =>
            $"{s_function} in {Job}: {{{{ $value | humanizePercentage }}}} of the calls took longer than {Numbers.Text(latency.Objective.Milliseconds)} ms in the last {OperationQueries.RuleWindowInWords}. Allowed: {Numbers.Text(latency.Objective.SlowThreshold * 100)}%, {Origin(latency.Objective.IsPromised)}.",
        _ => $"{{{{ $labels.instance }}}} in {Job} ran {service.Name.Text} and cannot be scraped for {ForInWords}.",
    };

    private static string Origin(bool isPromised) => isPromised ? "its objective" : "the default";
}
