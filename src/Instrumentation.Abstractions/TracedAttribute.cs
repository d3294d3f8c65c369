using System.Diagnostics;

namespace Instrumentation;

/// <summary>
/// Puts a span around each call of the method. On a type, around each call of its public methods.
/// </summary>
/// <remarks>
/// The span covers the whole operation: an awaited task, a <c>ValueTask</c>, the enumeration of a sequence.
/// It carries <c>code.function.name</c>, and on failure <c>error.type</c> and the status <c>Error</c>; a cancellation is
/// not an error. With no listener the method is called directly and nothing is allocated.
/// </remarks>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Interface)]
public sealed class TracedAttribute : Attribute
{
    /// <summary>A span whose name is <c>Type.Method</c>.</summary>
    public TracedAttribute()
    {
    }

    /// <summary>A span with a name of its own. Keep it free of values: it is a name, not a message.</summary>
    public TracedAttribute(string name) => Name = name;

    /// <summary>The name of the span; <c>Type.Method</c> when not set.</summary>
    public string? Name { get; set; }

    /// <summary>The role of the span in a trace, <see cref="ActivityKind.Internal"/> when not set.</summary>
    public ActivityKind Kind { get; set; } = ActivityKind.Internal;

    /// <summary>How much detail the span is, <see cref="SpanLevel.Information"/> when not set.</summary>
    public SpanLevel Level { get; set; } = SpanLevel.Information;

    /// <summary>Starts a new trace instead of a child of the current span.</summary>
    public bool Root { get; set; }

    /// <summary>What is recorded of an exception; its type when not set, because its text may hold personal data.</summary>
    public ExceptionRecording RecordException { get; set; } = ExceptionRecording.Type;
}
