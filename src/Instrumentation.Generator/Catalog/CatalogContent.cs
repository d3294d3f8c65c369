using Instrumentation.Generator.Health;
using Instrumentation.Generator.Methods;
using Instrumentation.Generator.Roslyn;

namespace Instrumentation.Generator.Catalog;

/// <summary>All that the catalog of an assembly tells.</summary>
internal sealed record CatalogContent(
    EquatableArray<AnnotatedMethod> Methods, EquatableArray<PersonalDatum> PersonalData, EquatableArray<HealthCheck> HealthChecks)
{
    public bool IsEmpty => Methods.Count == 0 && PersonalData.Count == 0 && HealthChecks.Count == 0;
}
