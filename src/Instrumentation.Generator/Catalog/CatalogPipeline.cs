using Instrumentation.Generator.Decorators;
using Instrumentation.Generator.Health;
using Instrumentation.Generator.Methods;
using Instrumentation.Generator.Privacy.Summaries;
using Instrumentation.Generator.Project;
using Instrumentation.Generator.Roslyn;
using Instrumentation.Generator.Text;
using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Catalog;

/// <summary>Brings what the other features know together, and writes it into the assembly.</summary>
internal static class CatalogPipeline
{
    public static void Register(
        IncrementalGeneratorInitializationContext context,
        IncrementalValueProvider<EquatableArray<AnnotatedMethod>> methods,
        IncrementalValueProvider<EquatableArray<AnnotatedMethod>> observed,
        IncrementalValueProvider<EquatableArray<HealthCheck>> healthChecks,
        IncrementalValueProvider<DecoratorSet> decorators,
        IncrementalValueProvider<PrivacyFacts> privacy,
        IncrementalValueProvider<ProjectFacts> project)
    {
        var personalData = context.SyntaxProvider
            .ForAttributeWithMetadataName(AttributeNames.Pii, static (_, _) => true, MarkedDataParser.Personal)
            .Collect()
            .Combine(context.CompilationProvider.Select(MarkedDataParser.Redirected))
            .Combine(context.CompilationProvider.Select(ClassifiedDataParser.Read))
            .Select(static (data, _) => InOrder(data.Left.Left.Concat(data.Left.Right).Concat(data.Right)))
            .WithTrackingName(TrackingNames.Catalog_PersonalData);

        var reviews = context.SyntaxProvider
            .ForAttributeWithMetadataName(AttributeNames.PiiReviewed, static (_, _) => true, static (context, _) => MarkedDataParser.Reviewed(context.TargetSymbol))
            .Collect()
            .Select(static (reviews, _) => reviews.OrderBy(static review => review.Member, StringComparer.Ordinal).ThenBy(static review => review.Position.Path, StringComparer.Ordinal).ThenBy(static review => review.Position.Line).ToEquatableArray());

        var catalog = methods
            .Combine(personalData)
            .Combine(healthChecks)
            .Combine(decorators.Select(static (set, _) => set.Methods))
            .Combine(observed)
            .Combine(reviews)
            .Combine(privacy.Select(static (facts, _) => facts.Flows))
            .Select(static (input, _) =>
            {
                var ((((((methods, personalData), healthChecks), decorated), observed), reviews), flows) = input;
                return new CatalogContent(methods, personalData, healthChecks, decorated, observed, reviews, flows);
            })
            .Combine(project)
            .WithTrackingName(TrackingNames.Catalog_Emit);
        context.RegisterImplementationSourceOutput(catalog, Emit);
    }

    private static EquatableArray<PersonalDatum> InOrder(IEnumerable<PersonalDatum> data) => data
        .Distinct()
        .OrderBy(static datum => datum.Member, StringComparer.Ordinal)
        .ThenBy(static datum => datum.Position.Path, StringComparer.Ordinal)
        .ThenBy(static datum => datum.Position.Line)
        .ToEquatableArray();

    private static void Emit(SourceProductionContext output, (CatalogContent Content, ProjectFacts Project) input)
    {
        if (!input.Project.Generates || input.Content.IsEmpty) return;

        var json = CatalogJson.Write(input.Content, input.Project);
        var writer = GeneratedFile.Begin(input.Project.IsOldLanguage);
        var head = $"[assembly: global::{AttributeNames.Catalog}({GeneratedFile.Literal(CatalogFormat.Version)}, ";
        if (input.Project.IsOldLanguage) writer.Line($"{head}{GeneratedFile.Literal(json)})]");
        else writer.Line(head + "\"\"\"").Line(json).Line("\"\"\")]");
        output.AddSource("Catalog.g.cs", writer.ToSource());
    }
}
