using Instrumentation.Generator.Health;
using Instrumentation.Generator.Methods;
using Instrumentation.Generator.Privacy.Summaries;
using Instrumentation.Generator.Roslyn;

namespace Instrumentation.Generator.Catalog;

/// <summary>All that the catalog of an assembly tells.</summary>
/// <param name="Methods">The annotated methods.</param>
/// <param name="PersonalData">What is marked.</param>
/// <param name="HealthChecks">The health checks.</param>
/// <param name="Decorated">The keys of the methods that decorators cover.</param>
/// <param name="Observed">The methods that are asked for values.</param>
/// <param name="Reviews">Where flows of personal data are accepted.</param>
/// <param name="Flows">Where personal data goes; <see langword="null"/> where the project does not ask.</param>
internal sealed record CatalogContent(
    EquatableArray<AnnotatedMethod> Methods, EquatableArray<PersonalDatum> PersonalData, EquatableArray<HealthCheck> HealthChecks, EquatableArray<string> Decorated, EquatableArray<AnnotatedMethod> Observed,
    EquatableArray<PrivacyReview> Reviews, EquatableArray<DataFlow>? Flows)
{
    public bool IsEmpty => Methods.Count + Observed.Count == 0 && PersonalData.Count == 0 && HealthChecks.Count == 0;
}
