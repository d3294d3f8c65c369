using Instrumentation.Generator.Project;
using Instrumentation.Generator.Roslyn;
using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Coverage;

/// <summary>Writes the coverage report as a file of comments, which a build target takes apart: a generator writes no files of its own.</summary>
/// <remarks>The report is about the whole compilation, so that every edit makes it anew. It is only made on request, and never in an editor.</remarks>
internal static class CoveragePipeline
{
    public static void Register(IncrementalGeneratorInitializationContext context, IncrementalValueProvider<ProjectFacts> project)
    {
        var report = context.CompilationProvider
            .With(project)
            .SelectMany(static (input, cancellation) => input.Right.WantsCoverage ? new[] { CoverageParser.Read(input.Left, cancellation) } : [])
            .With(project)
            .WithTrackingName(TrackingNames.Coverage_Emit);
        context.RegisterImplementationSourceOutput(report, static (output, input) =>
            output.AddSource("Coverage.g.cs", CoverageEmitter.Emit(input.Left, input.Right)));
    }
}
