using Instrumentation.Generator.Paths;

namespace Instrumentation.Generator.Tracing;

/// <summary>The span of a traced method.</summary>
internal sealed record Span(string Name, string Kind, string Level, bool Root, string Recording);

/// <summary>An attribute of a span.</summary>
internal sealed record SpanTag(string Key, PathValue Value);
