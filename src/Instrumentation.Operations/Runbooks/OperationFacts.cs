using Instrumentation.Operations.Prometheus;
using Instrumentation.Operations.Services;

namespace Instrumentation.Operations.Runbooks;

/// <summary>What the catalog tells of operations, in sentences that several runbooks use.</summary>
internal static class OperationFacts
{
    /// <summary>The versions that run, and when instances of another one came.</summary>
    public static RunbookStep Versions(Service service) => new(
        "Was something deployed? More than one version means that a rollout is under way; a step in the graph is a rollout.",
        $"count by (job, otel_scope_version) ({PromQl.Select(OperationSeries.Active.Value, OperationQueries.MeterOf(service))})");

    /// <summary>Where to look for traces of these operations.</summary>
    public static RunbookStep Traces(Alert alert, string which)
    {
        var spans = alert.Operations.SelectMany(static operation => operation.Spans).ToList();
        if (spans.Count == 0) return new RunbookStep("These operations have no spans. `[Traced]` on them would show each call; until then, search the logs for the time of the alert.");

        var names = Markdown.Codes(spans.Select(static span => span.Name).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
        var tags = spans.SelectMany(static span => span.Tags).Select(static tag => tag.Key).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        var facts = tags.Count == 0 ? "" : $" What the calls have in common may stand in {Markdown.Codes(tags)}.";
        return new RunbookStep($"Open a trace: spans named {names}, {which}.{facts} Search the logs for its trace id.");
    }

    /// <summary>What users and the business notice.</summary>
    public static string Business(Alert alert)
    {
        var metrics = alert.Operations.SelectMany(static operation => operation.BusinessMetrics).Select(static metric => metric.Name).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        return metrics.Count == 0
            ? "No business metric is recorded by these operations."
            : $"They record {Markdown.Codes(metrics)}: the row Business of the dashboard shows how much of it is missing.";
    }
}
