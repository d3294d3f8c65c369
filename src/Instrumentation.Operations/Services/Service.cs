using Instrumentation.Operations.Catalog;

namespace Instrumentation.Operations.Services;

/// <summary>
/// A program as those see it who operate it: what the catalogs of its assemblies tell, brought together and ordered.
/// </summary>
/// <param name="Name">Its name.</param>
/// <param name="Assemblies">The assemblies that the catalogs belong to.</param>
/// <param name="Meters">The meters that its operations are measured in.</param>
/// <param name="Operations">Its measured methods, by name.</param>
/// <param name="BusinessMetrics">What it counts besides, by name.</param>
/// <param name="HealthChecks">Its health checks, by name.</param>
/// <param name="PersonalData">The members that hold personal data.</param>
internal sealed record Service(
    ServiceName Name,
    IReadOnlyList<string> Assemblies,
    IReadOnlyList<string> Meters,
    IReadOnlyList<ServiceOperation> Operations,
    IReadOnlyList<BusinessMetric> BusinessMetrics,
    IReadOnlyList<CatalogHealthCheck> HealthChecks,
    IReadOnlyList<string> PersonalData)
{
    /// <summary>Who answers for the service as a whole: the team with most operations.</summary>
    public string Owner => Operations
        .GroupBy(static operation => operation.Owner, StringComparer.Ordinal)
        .OrderBy(static owner => owner.Key == ServiceOperation.Unowned)
        .ThenByDescending(static owner => owner.Count())
        .ThenBy(static owner => owner.Key, StringComparer.Ordinal)
        .FirstOrDefault()?.Key ?? ServiceOperation.Unowned;

    /// <summary>Brings the catalogs of a service's assemblies together.</summary>
    public static Service Of(ServiceName name, IReadOnlyList<CatalogDocument> catalogs)
    {
        // A catalog that is given twice, as an assembly and printed, counts once.
        catalogs = [.. catalogs.DistinctBy(static catalog => catalog.Assembly.Name, StringComparer.Ordinal)];
        var metrics = BusinessMetric.Of(catalogs);
        return new Service(
            name,
            Distinct(catalogs.Select(static catalog => catalog.Assembly.Name)),
            Distinct(catalogs.Where(static catalog => catalog.Operations.Count > 0).Select(static catalog => catalog.Source)),
            ServiceOperation.Of(catalogs, metrics),
            metrics,
            [.. catalogs.SelectMany(static catalog => catalog.HealthChecks).OrderBy(static check => check.Name, StringComparer.Ordinal)],
            Distinct(catalogs.SelectMany(static catalog => catalog.PersonalData).Select(static datum => datum.Member)));
    }

    private static string[] Distinct(IEnumerable<string> texts) => [.. texts.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
}
