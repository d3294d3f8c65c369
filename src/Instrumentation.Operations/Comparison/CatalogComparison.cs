using Instrumentation.Operations.Catalog;
using Instrumentation.Operations.Objectives;

namespace Instrumentation.Operations.Comparison;

/// <summary>
/// Compares two catalogs as those see them who query the telemetry. Breaking is what they would notice: a span, metric or tag that
/// is removed or renamed, a unit or kind that changes.
/// </summary>
internal static class CatalogComparison
{
    /// <summary>The differences, breaking ones first.</summary>
    public static IReadOnlyList<Difference> Compare(IReadOnlyList<CatalogDocument> before, IReadOnlyList<CatalogDocument> after)
    {
        var differences = before.Count == 1 && after.Count == 1
            ? Compare(before[0], after[0])
            : Assemblies(before).Union(Assemblies(after), StringComparer.Ordinal).SelectMany(name => Compare(Of(name, before), Of(name, after)));
        return [.. differences.Distinct().OrderBy(static difference => difference.Effect).ThenBy(static difference => difference.Text, StringComparer.Ordinal)];
    }

    private static IEnumerable<string> Assemblies(IEnumerable<CatalogDocument> catalogs) => catalogs.Select(static catalog => catalog.Assembly.Name);

    // An assembly that came or went is compared with nothing.
    private static CatalogDocument Of(string assembly, IEnumerable<CatalogDocument> catalogs) =>
        catalogs.FirstOrDefault(catalog => catalog.Assembly.Name == assembly)
        ?? new CatalogDocument("1.0", new CatalogAssembly(assembly, ""), assembly, [], [], [], [], []);

    private static IEnumerable<Difference> Compare(CatalogDocument before, CatalogDocument after)
    {
        if (before.Source != after.Source) yield return Changed($"source: '{before.Source}' is now '{after.Source}'");
        foreach (var difference in SpanComparison.Compare(before.Spans, after.Spans)) yield return difference;
        foreach (var difference in MetricComparison.Compare(before.Metrics, after.Metrics)) yield return difference;
        foreach (var difference in Named("measured operation", before.Operations.Select(static operation => operation.Function), after.Operations.Select(static operation => operation.Function))) yield return difference;
        foreach (var difference in Promises(before.Operations, after.Operations)) yield return difference;
        foreach (var difference in Named("health check", before.HealthChecks.Select(static check => check.Name), after.HealthChecks.Select(static check => check.Name))) yield return difference;
        foreach (var difference in Named("personal data", before.PersonalData.Select(static datum => datum.Member), after.PersonalData.Select(static datum => datum.Member))) yield return difference;
    }

    private static IEnumerable<Difference> Named(string what, IEnumerable<string> before, IEnumerable<string> after)
    {
        var (old, current) = (before.ToHashSet(StringComparer.Ordinal), after.ToHashSet(StringComparer.Ordinal));
        return old.Except(current).Select(name => Changed($"{what} '{name}' is gone"))
            .Concat(current.Except(old).Select(name => new Difference(Effect.Added, $"{what} '{name}'")));
    }

    private static IEnumerable<Difference> Promises(IReadOnlyList<CatalogOperation> before, IReadOnlyList<CatalogOperation> after) =>
        from old in before
        join current in after on old.Function equals current.Function
        where old.Objective != current.Objective || old.Owner != current.Owner
        select Changed($"measured operation '{old.Function}': {Promise(old)} is now {Promise(current)}");

    private static string Promise(CatalogOperation operation) =>
        $"owner {operation.Owner ?? "nobody"}, availability {Or(operation.Objective?.Availability)} %, latency {Or(operation.Objective?.LatencyMs)} ms for {Or(operation.Objective?.Percentile)} %";

    private static string Or(decimal? number) => number is { } known ? Numbers.Text(known) : "-";

    private static Difference Changed(string text) => new(Effect.Changed, text);
}
