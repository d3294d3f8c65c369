using Instrumentation.Generator.Paths;
using Instrumentation.Generator.Roslyn;

namespace Instrumentation.Generator.Tracing;

/// <summary>The span of a traced method.</summary>
internal sealed record Span(string Name, string Kind, string Level, bool Root, string Recording);

/// <summary>An attribute of a span. Where there are <paramref name="Values"/>, it takes no other.</summary>
internal sealed record SpanTag(string Key, PathValue Value, EquatableArray<string> Values);
