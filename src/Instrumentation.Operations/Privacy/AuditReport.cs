using Instrumentation.Operations.Catalog;

namespace Instrumentation.Operations.Privacy;

/// <summary>Where personal data ends.</summary>
/// <param name="Member">The marked member.</param>
/// <param name="Sink">What it reaches: <c>log</c>, <c>span</c>, … or <c>redactor</c>.</param>
/// <param name="Through">The method that writes it, or the name of the tag.</param>
/// <param name="Function">The method that it happens in.</param>
/// <param name="State">What has been decided of it.</param>
/// <param name="Redaction">What makes it harmless.</param>
/// <param name="Review">Who has accepted it, and why.</param>
/// <param name="Location">Where.</param>
internal sealed record AuditedFlow(string Member, string Sink, string Through, string Function, FlowState State, string? Redaction, CatalogReview? Review, CatalogLocation Location);

/// <summary>What has been decided of a flow.</summary>
internal enum FlowState
{
    /// <summary>Nothing: the build has reported it, and somebody has turned that off.</summary>
    Open,

    /// <summary>Somebody has accepted it.</summary>
    Accepted,

    /// <summary>It is redacted.</summary>
    Redacted,
}

/// <summary>The personal data of one assembly, and what becomes of it.</summary>
/// <param name="Assembly">The assembly.</param>
/// <param name="IsFollowed">Whether its build has followed the data.</param>
/// <param name="Members">What is marked.</param>
/// <param name="Flows">Where it goes.</param>
/// <param name="UnusedReviews">The reviews that no flow needs.</param>
internal sealed record AuditReport(
    CatalogAssembly Assembly, bool IsFollowed, IReadOnlyList<CatalogPersonalDatum> Members, IReadOnlyList<AuditedFlow> Flows, IReadOnlyList<CatalogReview> UnusedReviews)
{
    private const string Redactor = "redactor";

    public static AuditReport Of(CatalogDocument catalog)
    {
        var reviews = catalog.PrivacyReviews ?? [];
        var flows = (catalog.PersonalDataFlows ?? []).Select(flow => Of(flow, reviews)).Concat(Tags(catalog))
            .OrderBy(static flow => flow.Member, StringComparer.Ordinal)
            .ThenBy(static flow => flow.Location.File, StringComparer.Ordinal)
            .ThenBy(static flow => flow.Location.Line)
            .ThenBy(static flow => flow.Sink, StringComparer.Ordinal)
            .ThenBy(static flow => flow.Through, StringComparer.Ordinal)
            .ToList();
        var used = flows.Select(static flow => flow.Review?.Member).ToHashSet(StringComparer.Ordinal);
        return new AuditReport(catalog.Assembly, catalog.PersonalDataFlows is not null, catalog.PersonalData, flows, [.. reviews.Where(review => !used.Contains(review.Member))]);
    }

    private static AuditedFlow Of(CatalogFlow flow, IReadOnlyList<CatalogReview> reviews)
    {
        if (flow.Sink == Redactor) return new AuditedFlow(flow.Member, flow.Sink, flow.Through, flow.Function, FlowState.Redacted, flow.Through, null, flow.Location);
        if (flow.AcceptedBy is not { } accepted) return new AuditedFlow(flow.Member, flow.Sink, flow.Through, flow.Function, FlowState.Open, null, null, flow.Location);
        var place = reviews.FirstOrDefault(review => review.Member == accepted)?.Location ?? flow.Location;
        return new AuditedFlow(flow.Member, flow.Sink, flow.Through, flow.Function, FlowState.Accepted, null, new CatalogReview(accepted, flow.Reason ?? "", place, flow.Ticket, flow.Expires), flow.Location);
    }

    // What annotations record of marked data: it is redacted, or it would not be there.
    private static IEnumerable<AuditedFlow> Tags(CatalogDocument catalog) =>
        catalog.Spans.SelectMany(static span => Tags("span", span.Tags, span.Function, span.Location))
            .Concat(catalog.Metrics.SelectMany(static metric => metric.RecordedBy.Take(1).SelectMany(recorder => Tags("metric", metric.Tags, recorder.Function, recorder.Location))));

    private static IEnumerable<AuditedFlow> Tags(string sink, IEnumerable<CatalogTag> tags, string function, CatalogLocation location) => tags
        .Where(static tag => tag is { Personal: not null, Redaction: not null })
        .Select(tag => new AuditedFlow(tag.Personal!, sink, tag.Key, function, FlowState.Redacted, tag.Redaction, null, location));
}
