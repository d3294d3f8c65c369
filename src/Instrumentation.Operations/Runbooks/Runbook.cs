using Instrumentation.Operations.Prometheus;
using Instrumentation.Operations.Services;

namespace Instrumentation.Operations.Runbooks;

/// <summary>What to know and to do when an alert fires: Markdown in parts, for somebody who was asleep a minute ago.</summary>
internal sealed record Runbook(
    string FirstResponse,
    string Meaning,
    string Impact,
    IReadOnlyList<RunbookStep> Diagnosis,
    IReadOnlyList<string> Mitigation,
    IReadOnlyList<RunbookStep> Recovery)
{
    /// <summary>The runbook of an alert.</summary>
    public static Runbook Of(Alert alert, Service service, AlertRules rules) => alert switch
    {
        ErrorRateAlert errors => ErrorRateRunbook.Of(errors, service, rules),
        LatencyAlert latency => LatencyRunbook.Of(latency, service, rules),
        _ => InstanceDownRunbook.Of(alert, service),
    };
}

/// <summary>Something to look at, and the query that shows it.</summary>
internal sealed record RunbookStep(string Text, string? Query = null);
