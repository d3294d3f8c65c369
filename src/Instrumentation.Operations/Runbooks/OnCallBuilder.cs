using Instrumentation.Operations.Output;
using Instrumentation.Operations.Prometheus;
using Instrumentation.Operations.Services;

namespace Instrumentation.Operations.Runbooks;

/// <summary>Builds the on-call page: who is called for what, how urgently, and what they do first.</summary>
internal sealed class OnCallBuilder(Service service, AlertRules rules)
{
    private readonly Markdown _page = new();

    /// <summary>The page.</summary>
    public string Build(IReadOnlyList<Alert> alerts)
    {
        _page.Comment(PackFile.Notice(service.Assemblies));
        _page.Heading(1, $"On call for {Markdown.Plain(service.Name.Text)}");
        _page.Paragraph("Each alert has the labels `severity`, `service` and `owner`: route by them. Owners come from `[OwnedBy]`, limits from `[Objective]`.");
        if (alerts.Count == 0)
        {
            _page.Paragraph("There are no alerts: no method is `[Measured]`.");
            return _page.ToString();
        }

        Urgency();
        Teams(alerts);
        Unowned();
        _page.Paragraph($"{Markdown.Code(alerts.OfType<InstanceDownAlert>().Single().Name)} is about the service as a whole and goes to the team with most operations, {Markdown.Plain(service.Owner)}.");
        return _page.ToString();
    }

    private void Urgency()
    {
        _page.Heading(2, "Severity");
        _page.Table(
            ["Severity", "Means", "Answer"],
            [
                ["critical", "Users get errors, or an instance is gone.", "A page at any hour. Begin within 15 minutes."],
                ["warning", "Users wait longer than promised.", "A message to the team. Begin in working hours; at once if a critical alert fires with it."],
            ]);
    }

    private void Teams(IReadOnlyList<Alert> alerts)
    {
        _page.Heading(2, "Who answers for what");
        _page.Table(
            ["Owner", "Operations", "Alert", "Severity", "First response"],
            alerts.OrderBy(static alert => alert.Owner, StringComparer.Ordinal).ThenBy(static alert => alert.Severity).ThenBy(static alert => alert.Name, StringComparer.Ordinal)
                .Select(alert => (IReadOnlyList<string>)
                [
                    Markdown.Plain(alert.Owner),
                    alert is InstanceDownAlert ? "all" : Markdown.Codes(alert.Operations.Select(static operation => operation.Function)),
                    $"[{alert.Name}](RUNBOOKS.md#{AlertRules.Anchor(alert)})",
                    alert.Severity.ToString().ToLowerInvariant(),
                    Runbook.Of(alert, service, rules).FirstResponse,
                ]));
    }

    private void Unowned()
    {
        var unowned = service.Operations.Where(static operation => operation.Owner == ServiceOperation.Unowned).ToList();
        if (unowned.Count == 0) return;

        _page.Heading(2, "Nobody answers for");
        _page.Paragraph($"These operations have no `[OwnedBy]`; their alerts go to {Markdown.Code(ServiceOperation.Unowned)}. Give them an owner:");
        _page.List(unowned.Select(static operation => $"{Markdown.Code(operation.Function)} ({Markdown.Codes(operation.Locations.Select(static location => location.ToString()))})"));
    }
}
