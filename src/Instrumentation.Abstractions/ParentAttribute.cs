namespace Instrumentation;

/// <summary>
/// Makes the parameter the parent of the call's span: a message that carries the context of whoever sent it. Without a value, or with
/// one that is no context, the parent is the current span. It has no effect on a span that is <c>Root</c>.
/// </summary>
/// <remarks>It is an <c>ActivityContext</c>, an <c>Activity</c>, or a text that is a <c>traceparent</c> (W3C Trace Context).</remarks>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class ParentAttribute : Attribute
{
    /// <summary>The member path of the context below the parameter: <c>[Parent(Path = "Headers.TraceParent")]</c>.</summary>
    public string? Path { get; set; }
}
