using Instrumentation.Generator.Paths;
using Instrumentation.Generator.Roslyn;

namespace Instrumentation.Generator.Tracing;

/// <summary>The span of a traced method.</summary>
internal sealed record Span(string Name, string Kind, string Level, bool Root, string Recording)
{
    /// <summary>The explicit parent, if the call brings one.</summary>
    public PathValue? Parent { get; init; }

    /// <summary>What the span is linked to.</summary>
    public EquatableArray<PathValue> Links { get; init; } = [];
}

/// <summary>An attribute of a span. Where there are <paramref name="Values"/>, it takes no other.</summary>
/// <param name="Key">Its name.</param>
/// <param name="Value">Its value.</param>
/// <param name="Values">The only values that it takes.</param>
/// <param name="Condition">The bool without which it is not set.</param>
internal sealed record SpanTag(string Key, PathValue Value, EquatableArray<string> Values, PathValue? Condition = null)
{
    /// <summary>Whether somebody's code may throw while it is read.</summary>
    public bool MayThrow => Value.MayThrow || Condition is { MayThrow: true };

    /// <summary>What is read for it.</summary>
    public IEnumerable<PathValue> Paths => Condition is null ? [Value] : [Value, Condition];
}
