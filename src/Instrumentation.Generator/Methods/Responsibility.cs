using Instrumentation.Generator.Roslyn;
using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Methods;

/// <summary>Something that an annotation cannot mean: the argument that it is in, and what is wrong.</summary>
internal sealed record AnnotationProblem(string Argument, string Text);

/// <summary>Reads who answers for an operation and what is promised of it: the nearest <c>[OwnedBy]</c> and <c>[Objective]</c>.</summary>
internal static class Responsibility
{
    /// <summary>The team; <see langword="null"/> where none is named.</summary>
    public static string? OwnerOf(ISymbol symbol) =>
        Annotations.Nearest(symbol, AttributeNames.OwnedBy)?.FirstText() is { } team && !string.IsNullOrWhiteSpace(team) ? team : null;

    /// <summary>The promise; <see langword="null"/> where there is none that could be kept.</summary>
    public static Objective? ObjectiveOf(ISymbol symbol) =>
        Annotations.Nearest(symbol, AttributeNames.Objective) is { } attribute && !Problems(attribute).Any() ? Read(attribute) : null;

    /// <summary>What an objective cannot mean.</summary>
    public static IEnumerable<AnnotationProblem> Problems(AttributeData attribute)
    {
        var objective = Read(attribute);
        var hasLatency = IsGiven(attribute, "LatencyMs");
        if (!IsGiven(attribute, "Availability") && !hasLatency)
            yield return new AnnotationProblem("", "it promises nothing; give Availability, LatencyMs or both");
        if (IsGiven(attribute, "Availability") && objective.Availability is not (> 0 and <= 100))
            yield return new AnnotationProblem("Availability", "Availability is a share of calls in percent, above 0 and at most 100, as in 99.9");
        if (hasLatency && objective.LatencyMs is not (> 0 and < double.PositiveInfinity))
            yield return new AnnotationProblem("LatencyMs", "LatencyMs is a duration in milliseconds, above 0");
        if (!IsGiven(attribute, "Percentile")) yield break;
        if (objective.Percentile is not (> 0 and < 100))
            yield return new AnnotationProblem("Percentile", "Percentile is a share of calls in percent, above 0 and below 100, as in 95");
        else if (!hasLatency)
            yield return new AnnotationProblem("Percentile", "Percentile says how many calls stay below LatencyMs, which is not given");
    }

    private static Objective Read(AttributeData attribute) =>
        new(attribute.Named("Availability", double.NaN), attribute.Named("LatencyMs", double.NaN), attribute.Named("Percentile", 95.0));

    private static bool IsGiven(AttributeData attribute, string argument) => attribute.NamedArguments.Any(given => given.Key == argument);
}
