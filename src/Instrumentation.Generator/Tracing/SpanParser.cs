using Instrumentation.Generator.Methods;
using Instrumentation.Generator.Roslyn;
using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Tracing;

/// <summary>Reads <c>[Traced]</c>.</summary>
internal static class SpanParser
{
    private static readonly string[] s_kinds = ["Internal", "Server", "Client", "Producer", "Consumer"];
    private static readonly string[] s_recordings = ["None", "Type", "TypeAndMessage", "Full"];
    private static readonly string[] s_levels = ["Trace", "Debug", "Information", "Critical"];

    public static Span Parse(AttributeData attribute, IMethodSymbol method) => new(
        Name: NameOf(attribute) is { } name && !string.IsNullOrWhiteSpace(name) ? name : $"{method.ContainingType.Name}.{method.SimpleName()}",
        Kind: Pick(s_kinds, attribute.Named("Kind", 0), fallback: 0),
        Level: Pick(s_levels, attribute.Named("Level", 2), fallback: 2),
        Root: attribute.Named("Root", false),
        Recording: Pick(s_recordings, attribute.Named("RecordException", 1), fallback: 1));

    /// <summary>The settings that have no effect as they are written.</summary>
    public static IEnumerable<AnnotationProblem> Problems(AttributeData attribute)
    {
        if (NameOf(attribute) is { } name && string.IsNullOrWhiteSpace(name))
            yield return new AnnotationProblem(attribute.FirstText() is null ? "Name" : Locations.FirstArgument, "the span's name is empty; name it, or leave the name out for 'Type.Method'");
        if (attribute.Named("Kind", 0) is var kind && !Has(s_kinds, kind)) yield return new AnnotationProblem("Kind", $"there is no ActivityKind {kind}");
        if (attribute.Named("Level", 2) is var level && !Has(s_levels, level)) yield return new AnnotationProblem("Level", $"there is no SpanLevel {level}");
        if (attribute.Named("RecordException", 1) is var recording && !Has(s_recordings, recording))
            yield return new AnnotationProblem("RecordException", $"there is no ExceptionRecording {recording}");
    }

    // A rule's first argument is its pattern.
    private static string? NameOf(AttributeData attribute) =>
        attribute.Is(AttributeNames.TraceRule) ? null : attribute.Named<string?>("Name", null) ?? attribute.FirstText();

    private static bool Has(string[] names, int value) => value >= 0 && value < names.Length;

    private static string Pick(string[] names, int value, int fallback) => names[Has(names, value) ? value : fallback];
}
