using Instrumentation.Generator.Methods;
using Instrumentation.Generator.Project;
using Instrumentation.Generator.Roslyn;
using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Health;

/// <summary>Finds the health checks and writes their registration.</summary>
internal static class HealthPipeline
{
    /// <summary>All health checks, ordered by name.</summary>
    public static IncrementalValueProvider<EquatableArray<HealthCheck>> Create(IncrementalGeneratorInitializationContext context) => context.SyntaxProvider
        .ForAttributeWithMetadataName(AttributeNames.HealthCheck, static (_, _) => true, HealthCheckParser.Parse)
        .Where(static check => check is not null)
        .Select(static (check, _) => check!)
        .Gather()
        .Select(static (checks, _) => checks
            .OrderBy(static check => check.Name, StringComparer.Ordinal)
            .ThenBy(static check => check.Function, StringComparer.Ordinal)
            .ToEquatableArray())
        .WithTrackingName(TrackingNames.Health_Parse);

    public static void Register(
        IncrementalGeneratorInitializationContext context,
        IncrementalValueProvider<EquatableArray<HealthCheck>> checks,
        IncrementalValueProvider<ProjectFacts> project)
    {
        // Where a check stands is the catalog's matter: a line more above it changes nothing here.
        var calls = checks
            .Select(static (checks, _) => checks.Select(static check => check with { Position = SourcePosition.None }).ToEquatableArray())
            .With(project)
            .WithTrackingName(TrackingNames.Health_Emit);
        context.RegisterImplementationSourceOutput(calls, Emit);
    }

    private static void Emit(SourceProductionContext output, Both<EquatableArray<HealthCheck>, ProjectFacts> input)
    {
        var (checks, project) = input;
        if (project is { Generates: true, HasModuleInitializers: true, IsOldLanguage: false } && checks.Count > 0)
            output.AddSource("HealthChecks.g.cs", HealthCheckEmitter.Emit(checks, project));
    }
}
