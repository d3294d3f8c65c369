using Instrumentation.Operations.Catalog;

namespace Instrumentation.Operations.Comparison;

/// <summary>Compares spans by name: methods may move, and several may share a name.</summary>
internal static class SpanComparison
{
    public static IEnumerable<Difference> Compare(IReadOnlyList<CatalogSpan> before, IReadOnlyList<CatalogSpan> after)
    {
        var old = before.ToLookup(static span => span.Name, StringComparer.Ordinal);
        var current = after.ToLookup(static span => span.Name, StringComparer.Ordinal);
        var renamed = new HashSet<string>(StringComparer.Ordinal);
        foreach (var span in old)
        {
            if (current.Contains(span.Key))
            {
                foreach (var difference in Compare(span.Key, [.. span], [.. current[span.Key]])) yield return difference;
                continue;
            }

            // The method is still there and its span is called otherwise.
            var successor = after.FirstOrDefault(candidate => !old.Contains(candidate.Name) && span.Any(gone => gone.Function == candidate.Function))?.Name;
            if (successor is not null) renamed.Add(successor);
            yield return new Difference(Effect.Breaking, successor is null ? $"span '{span.Key}' is removed" : $"span '{span.Key}' is renamed to '{successor}'");
        }

        foreach (var name in current.Select(static span => span.Key).Where(name => !old.Contains(name) && !renamed.Contains(name)))
            yield return new Difference(Effect.Added, $"span '{name}'");
    }

    private static IEnumerable<Difference> Compare(string name, IReadOnlyList<CatalogSpan> before, IReadOnlyList<CatalogSpan> after)
    {
        var what = $"span '{name}'";
        if (Facts(before, static span => span.Kind) is var oldKind && Facts(after, static span => span.Kind) is var kind && oldKind != kind)
            yield return new Difference(Effect.Breaking, $"{what}: kind {oldKind} is now {kind}");
        if (Facts(before, static span => span.Level) is var oldLevel && Facts(after, static span => span.Level) is var level && oldLevel != level)
            yield return new Difference(Effect.Changed, $"{what}: level {oldLevel} is now {level}");
        foreach (var difference in TagComparison.Compare(what, before.SelectMany(static span => span.Tags), after.SelectMany(static span => span.Tags))) yield return difference;
    }

    private static string Facts(IEnumerable<CatalogSpan> spans, Func<CatalogSpan, string> fact) =>
        string.Join(", ", spans.Select(fact).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
}
