using Instrumentation.Operations.Runbooks;

namespace Instrumentation.Operations.Privacy;

/// <summary>The audit report as a page.</summary>
internal static class AuditMarkdown
{
    public static string Write(IReadOnlyList<AuditReport> reports, string notice)
    {
        var page = new Markdown();
        page.Comment(notice);
        page.Heading(1, "Personal data");
        page.Table(["assembly", "marked", "accepted", "redacted", "open"], reports.Select(static report => (IReadOnlyList<string>)
        [
            Markdown.Code($"{report.Assembly.Name} {report.Assembly.Version}"), $"{report.Members.Count}", Count(report, FlowState.Accepted), Count(report, FlowState.Redacted), Count(report, FlowState.Open),
        ]));
        foreach (var report in reports) Write(page, report);
        return page.ToString();
    }

    private static void Write(Markdown page, AuditReport report)
    {
        page.Heading(2, Markdown.Plain(report.Assembly.Name));
        if (!report.IsFollowed) page.Paragraph("The build did not follow the data, so that only tags are listed below. Build with `-p:InstrumentationPrivacyReport=true`.");
        page.Heading(3, "What is marked");
        Table(page, ["member", "kind", "redaction", "goes to", "declared"], report.Members.Select(member => (IReadOnlyList<string>)
        [
            Markdown.Code(member.Member), Markdown.Plain(member.Classification ?? member.Kind), Markdown.Plain(member.Redaction), Sinks(report, member.Member), Markdown.Code($"{member.Location}"),
        ]));

        page.Heading(3, "Accepted");
        Table(page, ["member", "reaches", "in", "accepted by", "because", "ticket", "until"], Flows(report, FlowState.Accepted).Select(static flow => (IReadOnlyList<string>)
        [
            Markdown.Code(flow.Member), Reaches(flow), In(flow), Markdown.Code(flow.Review!.Member), Markdown.Plain(flow.Review.Reason), Markdown.Plain(flow.Review.Ticket ?? "–"), flow.Review.Expires is { } day ? Markdown.Plain(day) : "no end",
        ]));

        page.Heading(3, "Redacted");
        Table(page, ["member", "goes to", "by", "in"], Flows(report, FlowState.Redacted).Select(static flow => (IReadOnlyList<string>)[Markdown.Code(flow.Member), Reaches(flow), Markdown.Code(flow.Redaction!), In(flow)]));

        page.Heading(3, "Open");
        if (Flows(report, FlowState.Open).Any()) page.Paragraph("The build reports these. Where it passes all the same, a rule is turned off or a report is suppressed.");
        Table(page, ["member", "reaches", "in"], Flows(report, FlowState.Open).Select(static flow => (IReadOnlyList<string>)[Markdown.Code(flow.Member), Reaches(flow), In(flow)]));

        if (!report.IsFollowed || report.UnusedReviews.Count == 0) return;
        page.Heading(3, "Reviews that accept nothing");
        Table(page, ["of", "because", "ticket", "until"], report.UnusedReviews.Select(static review => (IReadOnlyList<string>)[Markdown.Code(review.Member), Markdown.Plain(review.Reason), Markdown.Plain(review.Ticket ?? "–"), Markdown.Plain(review.Expires ?? "no end")]));
    }

    private static void Table(Markdown page, IReadOnlyList<string> head, IEnumerable<IReadOnlyList<string>> rows)
    {
        var lines = rows.ToList();
        if (lines.Count == 0) page.Paragraph("None.");
        else page.Table(head, lines);
    }

    private static IEnumerable<AuditedFlow> Flows(AuditReport report, FlowState state) => report.Flows.Where(flow => flow.State == state);

    private static string Count(AuditReport report, FlowState state) => $"{Flows(report, state).Count()}";

    private static string Sinks(AuditReport report, string member)
    {
        var sinks = report.Flows.Where(flow => flow.Member == member).Select(static flow => flow.Sink).Distinct().Order(StringComparer.Ordinal).ToList();
        return sinks.Count == 0 ? "–" : Markdown.Plain(string.Join(", ", sinks));
    }

    private static string Reaches(AuditedFlow flow) => $"{Markdown.Plain(flow.Sink)}: {Markdown.Code(flow.Through)}";

    private static string In(AuditedFlow flow) => $"{Markdown.Code(flow.Function)} ({Markdown.Code($"{flow.Location}")})";
}
