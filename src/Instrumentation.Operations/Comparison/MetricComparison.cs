using System.Text.Json;
using Instrumentation.Operations.Catalog;

namespace Instrumentation.Operations.Comparison;

/// <summary>Compares metrics by name.</summary>
internal static class MetricComparison
{
    public static IEnumerable<Difference> Compare(IReadOnlyList<CatalogMetric> before, IReadOnlyList<CatalogMetric> after)
    {
        var old = before.ToLookup(static metric => metric.Name, StringComparer.Ordinal);
        var current = after.ToLookup(static metric => metric.Name, StringComparer.Ordinal);
        var renamed = new HashSet<string>(StringComparer.Ordinal);
        foreach (var metric in old)
        {
            if (current.Contains(metric.Key))
            {
                foreach (var difference in Compare(metric.First(), current[metric.Key].First())) yield return difference;
                continue;
            }

            // The same methods record something of the same kind under another name.
            var successor = after.FirstOrDefault(candidate => !old.Contains(candidate.Name) && !renamed.Contains(candidate.Name) && IsSuccessor(metric.First(), candidate))?.Name;
            if (successor is not null) renamed.Add(successor);
            yield return new Difference(Effect.Breaking, successor is null ? $"metric '{metric.Key}' is removed" : $"metric '{metric.Key}' is renamed to '{successor}'");
        }

        foreach (var name in current.Select(static metric => metric.Key).Where(name => !old.Contains(name) && !renamed.Contains(name)))
            yield return new Difference(Effect.Added, $"metric '{name}'");
    }

    private static IEnumerable<Difference> Compare(CatalogMetric before, CatalogMetric after)
    {
        var what = $"metric '{before.Name}'";
        if (before.Kind != after.Kind) yield return new Difference(Effect.Breaking, $"{what}: kind {Word(before.Kind)} is now {Word(after.Kind)}");
        if (before.Unit != after.Unit) yield return new Difference(Effect.Breaking, $"{what}: unit {before.Unit ?? "none"} is now {after.Unit ?? "none"}");
        if (before.ValueType != after.ValueType) yield return new Difference(Effect.Changed, $"{what}: values of type {before.ValueType} are now {after.ValueType}");
        if (!(before.Buckets ?? []).SequenceEqual(after.Buckets ?? [])) yield return new Difference(Effect.Changed, $"{what}: other buckets");
        if (before.Description != after.Description) yield return new Difference(Effect.Changed, $"{what}: another description");
        foreach (var difference in TagComparison.Compare(what, before.Tags, after.Tags)) yield return difference;
    }

    private static bool IsSuccessor(CatalogMetric gone, CatalogMetric candidate) =>
        gone.Kind == candidate.Kind && gone.Unit == candidate.Unit && Functions(gone).SetEquals(Functions(candidate));

    private static string Word(MetricKind kind) => JsonNamingPolicy.CamelCase.ConvertName(kind.ToString());

    private static HashSet<string> Functions(CatalogMetric metric) => [.. metric.RecordedBy.Select(static recorder => recorder.Function)];
}
