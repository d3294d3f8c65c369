using Instrumentation.Generator.Methods;
using Instrumentation.Generator.Project;
using Instrumentation.Generator.Roslyn;
using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Interception;

/// <summary>Covers calls: finds them, and writes an interceptor for each method that is called.</summary>
/// <remarks>
/// Implementation outputs: an editor need not run any of this to know what the code means. Bodies and places are apart, because
/// an edit of a file that holds a call changes the place of the call (the compiler's checksum) but not the body.
/// </remarks>
internal static class InterceptionPipeline
{
    public static void Register(
        IncrementalGeneratorInitializationContext context,
        IncrementalValueProvider<EquatableArray<AnnotatedMethod>> methods,
        IncrementalValueProvider<ProjectFacts> project)
    {
        // Not a syntax provider: those are all brought up to date where one of them is asked, which editors do at every key.
        var calls = context.CompilationProvider
            .Select(CallSiteParser.Read)
            .WithTrackingName(TrackingNames.Interception_Calls);

        var inputs = methods.With(calls);
        var bodies = inputs
            .SelectMany(static (input, _) => InterceptorGrouping.Bodies(input.Left, input.Right))
            .With(project)
            .WithTrackingName(TrackingNames.Interception_Bodies);
        var locations = inputs
            .SelectMany(static (input, _) => InterceptorGrouping.Locations(input.Left, input.Right))
            .With(project)
            .WithTrackingName(TrackingNames.Interception_Locations);

        context.RegisterImplementationSourceOutput(bodies, EmitBodies);
        context.RegisterImplementationSourceOutput(locations, EmitLocations);
    }

    private static void EmitBodies(SourceProductionContext output, Both<TypeInterceptors, ProjectFacts> input)
    {
        var (type, project) = input;
        if (project.Intercepts) output.AddSource($"{type.FileName}.Interceptors.g.cs", InterceptorEmitter.Emit(type, project));
    }

    private static void EmitLocations(SourceProductionContext output, Both<LocationsFile, ProjectFacts> input)
    {
        var (file, project) = input;
        if (project.Intercepts) output.AddSource($"{file.FileName}.Locations.g.cs", LocationEmitter.Emit(file, project));
    }
}
