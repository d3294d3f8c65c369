namespace Instrumentation;

/// <summary>Marks data that must never reach telemetry in clear. The build fails where it would (rules <c>INS3xxx</c>).</summary>
[AttributeUsage(
    AttributeTargets.Field | AttributeTargets.Property | AttributeTargets.Parameter | AttributeTargets.ReturnValue
    | AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Interface)]
public sealed class PiiAttribute(PiiKind kind = PiiKind.Unspecified) : Attribute
{
    /// <summary>What kind of personal data it is, for the audit report.</summary>
    public PiiKind PiiKind { get; set; } = kind;

    /// <summary>How the value is made harmless where it is recorded all the same.</summary>
    public Redaction Redaction { get; set; }
}
