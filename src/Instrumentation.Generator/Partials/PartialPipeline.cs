using Instrumentation.Generator.Methods;
using Instrumentation.Generator.Project;
using Instrumentation.Generator.Roslyn;
using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Partials;

/// <summary>Writes the other part of annotated partial methods.</summary>
/// <remarks>Not an implementation output: without the other part an editor would call the method an error.</remarks>
internal static class PartialPipeline
{
    public static void Register(
        IncrementalGeneratorInitializationContext context,
        IncrementalValueProvider<ProjectFacts> project)
    {
        var types = MethodsPipeline.Partials(context)
            .SelectMany(static (methods, _) => TypePartials.Of(methods))
            .With(project)
            .WithTrackingName(TrackingNames.Partials_Emit);
        context.RegisterSourceOutput(types, static (output, input) =>
            output.AddSource(input.Left.FileName + PartialMethods.FileSuffix, PartialMethodEmitter.Emit(input.Left, input.Right)));
    }
}
