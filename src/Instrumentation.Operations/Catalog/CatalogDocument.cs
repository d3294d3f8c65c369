using System.Text.Json;
using System.Text.Json.Serialization;

namespace Instrumentation.Operations.Catalog;

/// <summary>The catalog of one assembly; <c>docs/catalog.md</c> describes its members.</summary>
internal sealed record CatalogDocument(
    string SchemaVersion,
    CatalogAssembly Assembly,
    string Source,
    IReadOnlyList<CatalogSpan> Spans,
    IReadOnlyList<CatalogMetric> Metrics,
    IReadOnlyList<CatalogOperation> Operations,
    IReadOnlyList<CatalogHealthCheck> HealthChecks,
    IReadOnlyList<CatalogPersonalDatum> PersonalData,
    IReadOnlyList<CatalogReview>? PrivacyReviews = null,
    IReadOnlyList<CatalogFlow>? PersonalDataFlows = null)
{
    /// <summary>How the document is read: members that are not known are ignored, those that must be there must be there.</summary>
    public static JsonSerializerOptions Format { get; } = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
    };
}

internal sealed record CatalogAssembly(string Name, string Version);

internal sealed record CatalogSpan(
    string Name,
    string Function,
    string Kind,
    string Level,
    string Strategy,
    IReadOnlyList<CatalogTag> Tags,
    CatalogLocation Location,
    string? Owner = null,
    CatalogObjective? Objective = null,
    string? Returns = null);

internal sealed record CatalogMetric(
    string Name,
    MetricKind Kind,
    string ValueType,
    IReadOnlyList<CatalogTag> Tags,
    IReadOnlyList<CatalogRecorder> RecordedBy,
    string? Unit = null,
    string? Description = null,
    IReadOnlyList<double>? Buckets = null,
    double? Series = null,
    bool PreBound = false);

internal enum MetricKind
{
    Counter,
    UpDownCounter,
    Histogram,
    Gauge,
}

internal sealed record CatalogRecorder(string Function, string When, CatalogLocation Location, string? Value = null, string? Owner = null);

internal sealed record CatalogOperation(
    string Function, CatalogLocation Location, string? Span = null, string? Owner = null, CatalogObjective? Objective = null);

/// <summary>A promise: percent, milliseconds, percent. Decimal, so that 100 - 99.9 is 0.1.</summary>
internal sealed record CatalogObjective(decimal? Availability = null, decimal? LatencyMs = null, decimal? Percentile = null);

internal sealed record CatalogTag(string Key, string Type, CatalogDomain Domain, string? Redaction = null, string? Personal = null);

internal sealed record CatalogDomain(string Kind, IReadOnlyList<string>? Values = null);

internal sealed record CatalogHealthCheck(
    string Name, IReadOnlyList<string> Tags, string Function, CatalogLocation Location, string? Owner = null);

internal sealed record CatalogPersonalDatum(string Member, string Kind, string Redaction, CatalogLocation Location, string? Classification = null);

internal sealed record CatalogReview(string Member, string Reason, CatalogLocation Location, string? Ticket = null, string? Expires = null);

internal sealed record CatalogFlow(
    string Member,
    string Sink,
    string Through,
    string Function,
    CatalogLocation Location,
    string? AcceptedBy = null,
    string? Reason = null,
    string? Ticket = null,
    string? Expires = null);

/// <summary>Where something stands; the file is relative to its project, lines count from 1.</summary>
internal sealed record CatalogLocation(string File, int Line)
{
    public override string ToString() => $"{File}:{Line}";
}
