using Instrumentation.Operations.Prometheus;
using Instrumentation.Operations.Services;

namespace Instrumentation.Operations.Runbooks;

/// <summary>What to do when an instance is gone.</summary>
internal static class InstanceDownRunbook
{
    public static Runbook Of(Alert alert, Service service)
    {
        var known = OperationQueries.KnownInstances(service);
        var checks = service.HealthChecks.Count == 0
            ? "The program has no health check (`[HealthCheck]`)."
            : $"Its health checks say what it lacks: {string.Join(", ", service.HealthChecks.Select(static check => $"{Markdown.Code(check.Name)} ({Markdown.Code(check.Location.ToString())}, {Markdown.Plain(check.Owner ?? ServiceOperation.Unowned)})"))}.";
        return new Runbook(
            FirstResponse: "See whether it crashed, hangs, or only cannot be reached; restart it.",
            Meaning: $"Prometheus scraped {Markdown.Code(service.Name.Text)} from this instance within the last day and has failed to for {AlertRules.ForInWords}. It is stopped, it hangs, or the way to it is broken.",
            Impact: $"The other instances carry its load; where there is none, {Markdown.Code(service.Name.Text)} is not available at all. What it counts is missing from the row Business of the dashboard.",
            Diagnosis:
            [
                new("Which instances are gone, and which are left?", $"up and on (job, instance) {known}"),
                new("Did it run out of memory? A line that climbs until it ends says so.", $"dotnet_process_memory_working_set_bytes and on (job, instance) {known}"),
                new($"Ask the instance itself, and the platform: is the process there, did it restart, what are the last lines of its log? {checks}"),
                OperationFacts.Versions(service),
            ],
            Mitigation:
            [
                "The process has ended: restart it. If it ends again at once, roll back.",
                "It is there and does not answer: take a dump if that is quick, then restart it.",
                "It answers to you: the way from Prometheus to it is broken (network, firewall, discovery). Users may notice nothing.",
                "It was taken away on purpose: remove the target from Prometheus; the alert forgets it within a day.",
            ],
            Recovery: [new("Every instance is scraped again: the query returns nothing.", $"up == 0 and on (job, instance) {known}")]);
    }
}
