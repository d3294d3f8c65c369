using Instrumentation.Generator.Health;
using Instrumentation.Generator.Methods;
using Instrumentation.Generator.Roslyn;
using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Project;

/// <summary>Writes what the whole assembly emits to.</summary>
internal static class TelemetryPipeline
{
    public static void Register(
        IncrementalGeneratorInitializationContext context,
        IncrementalValueProvider<EquatableArray<AnnotatedMethod>> methods,
        IncrementalValueProvider<EquatableArray<AnnotatedMethod>> observed,
        IncrementalValueProvider<EquatableArray<HealthCheck>> healthChecks,
        IncrementalValueProvider<ProjectFacts> project)
    {
        var telemetry = methods
            .With(observed)
            .With(healthChecks)
            .With(ProjectPipeline.ReferencedSources(context))
            .Select(static (input, _) => AssemblyTelemetry.Of(input.Left.Left.Left, input.Left.Left.Right, input.Left.Right, input.Right))
            .With(project)
            .WithTrackingName(TrackingNames.Telemetry_Emit);

        context.RegisterImplementationSourceOutput(telemetry, Emit);
    }

    private static void Emit(SourceProductionContext output, Both<AssemblyTelemetry, ProjectFacts> input)
    {
        var (telemetry, project) = input;
        if (project.Generates && TelemetryEmitter.Emit(telemetry, project) is { } source)
            output.AddSource("Telemetry.g.cs", source);
    }
}
