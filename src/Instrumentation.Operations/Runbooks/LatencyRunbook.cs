using Instrumentation.Operations.Objectives;
using Instrumentation.Operations.Prometheus;
using Instrumentation.Operations.Services;

namespace Instrumentation.Operations.Runbooks;

/// <summary>What to do when calls are slow.</summary>
internal static class LatencyRunbook
{
    public static Runbook Of(LatencyAlert alert, Service service, AlertRules rules)
    {
        var ask = OperationQueries.ForRules(service).About(alert.Operations);
        var limit = $"{Numbers.Text(alert.Objective.Milliseconds)} ms";
        var allowed = Numbers.Text(alert.Objective.SlowThreshold * 100);
        return new Runbook(
            FirstResponse: "See whether calls pile up and whether processors are busy: a slow dependency or too little capacity.",
            Meaning: $"More than {allowed} % of the calls of an operation took longer than {limit} in the last {OperationQueries.RuleWindowInWords}, for {AlertRules.ForInWords} on end, and at least {AlertRules.FewestCalls} calls did: its p{Numbers.Text(alert.Objective.Percentile)} is above {limit}. "
                + (alert.Objective.IsPromised ? "The limit is what the operation's `[Objective]` promises. " : "No `[Objective]` is set, so the limit is the default. ")
                + $"The share is exact, as {limit} is a boundary of the histogram.",
            Impact: $"Whoever calls these operations waits, and may give up or try again, which adds load. {OperationFacts.Business(alert)}",
            Diagnosis:
            [
                new("Which operation is slow, and how many of its calls?", $"topk(10, {rules.Compared(alert)})"),
                new("All calls or few? Where the median is slow too, everything is; where only p99 is, look for what those calls have in common, such as large input.", $"{ask.Quantile(0.5)}\nor\nlabel_replace({ask.Quantile(0.99)}, \"quantile\", \"0.99\", \"\", \"\")"),
                new("Do calls pile up? A number that grows while the rate of calls does not means that they wait for something.", ask.Active),
                new("Are the processors busy? Compare with how many the instance may use.", $"sum by (job, instance) (rate(dotnet_process_cpu_time_seconds_total[5m])) and on (job, instance) {OperationQueries.KnownInstances(service)}"),
                new("On all instances, or on one?", (ask with { By = "instance" }).SlowRatio),
                OperationFacts.Versions(service),
                OperationFacts.Traces(alert, $"longer than {limit}; the widest span below says what it waits for"),
            ],
            Mitigation:
            [
                "It began with a deployment: roll back.",
                "Processors are busy and there are more calls than usual: add instances, or hold back the caller that sends them.",
                "Processors are idle and calls pile up: a dependency is slow. Check it, call its owner; a shorter time-out towards it keeps the rest of the service alive.",
                "One instance is slow: take it out of rotation and restart it.",
            ],
            Recovery:
            [
                new($"The share of slow calls is back at or below {allowed} %. The query returns nothing then; the alert ends {AlertRules.KeepFiringForInWords} later.", rules.Condition(alert)),
                new("Nothing piles up any more.", ask.Active),
            ]);
    }
}
