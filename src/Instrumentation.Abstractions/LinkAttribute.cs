namespace Instrumentation;

/// <summary>
/// Links the call's span to another one, of the same trace or not: the messages of a batch, the request that a job was made for.
/// </summary>
/// <remarks>
/// It is an <c>ActivityContext</c>, an <c>ActivityLink</c>, an <c>Activity</c>, a text that is a <c>traceparent</c> (W3C Trace Context),
/// or a sequence of contexts, links or texts. What is no context is left out.
/// </remarks>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class LinkAttribute : Attribute
{
    /// <summary>The member path of the context below the parameter.</summary>
    public string? Path { get; set; }
}
