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
            .Gather()
            .With(context.CompilationProvider.Select(MarkedDataParser.Redirected))
            .With(context.CompilationProvider.Select(ClassifiedDataParser.Read))
            .Select(static (data, _) => InOrder(data.Left.Left.Concat(data.Left.Right).Concat(data.Right)))
            .WithTrackingName(TrackingNames.Catalog_PersonalData);

        var reviews = context.SyntaxProvider
            .ForAttributeWithMetadataName(AttributeNames.PiiReviewed, static (_, _) => true, static (context, _) => MarkedDataParser.Reviewed(context.TargetSymbol))
            .Gather()
            .Select(static (reviews, _) => reviews.OrderBy(static review => review.Member, StringComparer.Ordinal).ThenBy(static review => review.Position.Path, StringComparer.Ordinal).ThenBy(static review => review.Position.Line).ToEquatableArray());

        var catalog = methods
            .With(personalData)
            .With(healthChecks)
            .With(decorators.Select(static (set, _) => set.Methods))
            .With(observed)
            .With(reviews)
            .With(privacy.Select(static (facts, _) => facts.Flows))
            .Select(static (input, _) =>
            {
                var ((((((methods, personalData), healthChecks), decorated), observed), reviews), flows) = input;
                return new CatalogContent(methods, personalData, healthChecks, decorated, observed, reviews, flows);
            })
            .With(project)
            .WithTrackingName(TrackingNames.Catalog_Emit);
        context.RegisterImplementationSourceOutput(catalog, Emit);
    }

    private static EquatableArray<PersonalDatum> InOrder(IEnumerable<PersonalDatum> data) => data
        .Distinct()
        .OrderBy(static datum => datum.Member, StringComparer.Ordinal)
        .ThenBy(static datum => datum.Position.Path, StringComparer.Ordinal)
        .ThenBy(static datum => datum.Position.Line)
        .ToEquatableArray();

    private static void Emit(SourceProductionContext output, Both<CatalogContent, ProjectFacts> input)
    {
        var (content, project) = input;
        if (!project.Generates || content.IsEmpty) return;

        var json = CatalogJson.Write(content, project);
        var writer = GeneratedFile.Begin(project.IsOldLanguage);
        var head = $"[assembly: global::{AttributeNames.Catalog}({GeneratedFile.Literal(CatalogFormat.Version)}, ";
        if (project.IsOldLanguage) writer.Line($"{head}{GeneratedFile.Literal(json)})]");
        else writer.Line(head + "\"\"\"").Line(json).Line("\"\"\")]");
        output.AddSource("Catalog.g.cs", writer.ToSource());
    }
}
