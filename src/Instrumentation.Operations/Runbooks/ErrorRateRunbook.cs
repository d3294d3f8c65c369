using Instrumentation.Operations.Prometheus;
using Instrumentation.Operations.Services;

namespace Instrumentation.Operations.Runbooks;

/// <summary>What to do when calls fail.</summary>
internal static class ErrorRateRunbook
{
    public static Runbook Of(ErrorRateAlert alert, Service service, AlertRules rules)
    {
        var ask = OperationQueries.ForRules(service).About(alert.Operations);
        return new Runbook(
            FirstResponse: "Find the exception type; if it began with a deployment, roll back.",
            Meaning: $"More than {alert.Objective.Percent} % of the calls of an operation failed in the last {OperationQueries.RuleWindowInWords}, for {AlertRules.ForInWords} on end, and at least {AlertRules.FewestCalls} calls did. "
                + (alert.Objective.IsPromised ? "The limit is what the operation's `[Objective]` promises. " : "No `[Objective]` is set, so the limit is the default. ")
                + "A call fails when it ends with an exception; a cancellation is no failure.",
            Impact: $"Whoever called these operations got an exception, and perhaps an error page. {OperationFacts.Business(alert)}",
            Diagnosis:
            [
                new("Which operation fails, and how much?", $"topk(10, {rules.Compared(alert)})"),
                new("With which exceptions? One type points to one cause; many types point to the machine or the network.", (ask with { By = $"{OperationSeries.Function}, {OperationSeries.ErrorType}", Window = "15m" }).Failed),
                new("On all instances, or on one? One alone is a sick instance, all together a bad version or a dependency.", (ask with { By = "instance" }).ErrorRatio),
                OperationFacts.Versions(service),
                OperationFacts.Traces(alert, "with status error"),
            ],
            Mitigation:
            [
                "It began with a deployment: roll back. That is quicker than understanding it.",
                "One instance fails: take it out of rotation and restart it. Keep its logs, and a dump if that is quick.",
                "All fail with an exception of a dependency (storage, database, network): check that dependency and call its owner. Restarting this service will not help.",
                "The exception says that the caller's input is wrong: find the caller. If that is no failure of this service, the operation should not throw for it; change that by day.",
            ],
            Recovery:
            [
                new($"The share is back at or below {alert.Objective.Percent} %. The query returns nothing then; the alert ends {AlertRules.KeepFiringForInWords} later.", rules.Condition(alert)),
                new("Calls are made again, as many as at this time yesterday. Silence would look like health.", $"{ask.CallRate}\n/ ({ask.CallRateYesterday} > 0)"),
            ]);
    }
}
