using Instrumentation.Operations.Output;
using Instrumentation.Operations.Prometheus;
using Instrumentation.Operations.Services;

namespace Instrumentation.Operations.Runbooks;

/// <summary>Builds the page of runbooks: one section for each alert, its heading the alert's name.</summary>
internal sealed class RunbookBuilder(Service service, AlertRules rules)
{
    private readonly Markdown _page = new();

    /// <summary>The page.</summary>
    public string Build(IReadOnlyList<Alert> alerts)
    {
        _page.Comment(PackFile.Notice(service.Assemblies));
        _page.Heading(1, $"Runbooks of {Markdown.Plain(service.Name.Text)}");
        _page.Paragraph($"One section for each alert; its name is the heading. The dashboard is {Markdown.Code(service.Name.Text)} (uid {Markdown.Code(service.Name.DashboardUid)}), and [ON_CALL.md](ON_CALL.md) says who is called.");
        if (service.PersonalData.Count > 0)
            _page.Paragraph($"The program holds personal data ({Markdown.Codes(service.PersonalData)}). Copy ids and types into tickets and chats, never contents.");
        if (alerts.Count == 0) _page.Paragraph("There are no alerts: no method is `[Measured]`.");
        foreach (var alert in alerts) Section(alert);
        return _page.ToString();
    }

    private void Section(Alert alert)
    {
        var runbook = Runbook.Of(alert, service, rules);
        _page.Heading(2, alert.Name);
        _page.Paragraph($"Severity {alert.Severity.ToString().ToLowerInvariant()}, owner {Markdown.Plain(alert.Owner)}. First response: {runbook.FirstResponse}");
        _page.Heading(3, "Meaning");
        _page.Paragraph(runbook.Meaning);
        if (alert is not InstanceDownAlert) Operations(alert);
        _page.Heading(3, "Impact");
        _page.Paragraph(runbook.Impact);
        _page.Heading(3, "Diagnosis");
        foreach (var step in runbook.Diagnosis) Step(step);
        _page.Heading(3, "Mitigation");
        _page.List(runbook.Mitigation);
        _page.Heading(3, "Escalation");
        _page.Paragraph(Escalation(alert));
        _page.Heading(3, "How to verify recovery");
        foreach (var step in runbook.Recovery) Step(step);
    }

    private void Operations(Alert alert)
    {
        _page.Paragraph($"The label `{OperationSeries.Function}` names the operation:");
        _page.Table(
            ["Operation", "Source", "Span", "Span tags", "Business metrics"],
            alert.Operations.Select(static operation => (IReadOnlyList<string>)
            [
                Markdown.Code(operation.Function),
                Markdown.Codes(operation.Locations.Select(static location => location.ToString())),
                Markdown.Codes(operation.Spans.Select(static span => span.Name).Distinct(StringComparer.Ordinal)),
                Markdown.Codes(operation.Spans.SelectMany(static span => span.Tags).Select(static tag => tag.Key).Distinct(StringComparer.Ordinal)),
                Markdown.Codes(operation.BusinessMetrics.Select(static metric => metric.Name)),
            ]));
    }

    private void Step(RunbookStep step)
    {
        _page.Paragraph(step.Text);
        if (step.Query is not null) _page.Query(step.Query);
    }

    private string Escalation(Alert alert)
    {
        var tell = "Tell them the alert, the operation, the exception type or the duration, since when, and a trace id.";
        if (alert.Owner != ServiceOperation.Unowned)
            return $"Team {Markdown.Plain(alert.Owner)} answers for it. No cause after 30 minutes, or data may be lost: call the next in their rotation. {tell}";

        var other = service.Owner == ServiceOperation.Unowned ? "whoever deployed it last" : $"team {Markdown.Plain(service.Owner)}, who own most of the service";
        return $"Nobody has claimed these operations. Call {other}. {tell} By day, put `[OwnedBy(\"team\")]` on them.";
    }
}
