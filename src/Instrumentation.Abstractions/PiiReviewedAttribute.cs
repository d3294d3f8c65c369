namespace Instrumentation;

/// <summary>Accepts the flows of personal data in a method, with a reason; the audit report lists it.</summary>
/// <param name="reason">Why the flow is acceptable. It must not be empty.</param>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Constructor | AttributeTargets.Property)]
public sealed class PiiReviewedAttribute(string reason) : Attribute
{
    /// <summary>Why the flow is acceptable.</summary>
    public string Reason { get; } = reason;

    /// <summary>Where the decision is recorded.</summary>
    public string? Ticket { get; set; }

    /// <summary>The day after which the build reports the flow again, <c>yyyy-MM-dd</c>.</summary>
    public string? Expires { get; set; }
}
