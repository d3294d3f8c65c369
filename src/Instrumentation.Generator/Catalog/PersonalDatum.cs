using Instrumentation.Generator.Methods;

namespace Instrumentation.Generator.Catalog;

/// <summary>A member, parameter or type that is marked as personal data.</summary>
internal sealed record PersonalDatum(string Member, string Kind, string Redaction, SourcePosition Position)
{
    /// <summary>The data classification that marks it, where that is not ours.</summary>
    public string? Classification { get; init; }
}

/// <summary>A method, constructor or property in which somebody has accepted flows.</summary>
internal sealed record PrivacyReview(string Member, Privacy.Summaries.Review Review, SourcePosition Position);
