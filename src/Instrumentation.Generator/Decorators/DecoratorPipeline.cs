using Instrumentation.Generator.Project;
using Instrumentation.Generator.Roslyn;
using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Decorators;

/// <summary>Writes the decorators that the assembly asks for, and their registration.</summary>
internal static class DecoratorPipeline
{
    /// <summary>All decorators that are asked for.</summary>
    public static IncrementalValueProvider<DecoratorSet> Create(IncrementalGeneratorInitializationContext context) => context.CompilationProvider
        .Select(static (compilation, cancellation) => DecoratorSet.Of(DecoratorParser.Read(compilation, cancellation)))
        .WithTrackingName(TrackingNames.Decorators_Parse);

    public static void Register(
        IncrementalGeneratorInitializationContext context,
        IncrementalValueProvider<DecoratorSet> decorators,
        IncrementalValueProvider<ProjectFacts> project)
    {
        context.RegisterImplementationSourceOutput(decorators.SelectMany(static (set, _) => set.Decorators).With(project), Emit);
        context.RegisterImplementationSourceOutput(decorators.With(project).WithTrackingName(TrackingNames.Decorators_Emit), EmitRegistration);
    }

    private static void Emit(SourceProductionContext output, Both<NamedDecorator, ProjectFacts> input)
    {
        var (decorator, project) = input;
        if (IsPossible(project) && (project.IsEnabled || decorator.IsMadeByContainer))
            output.AddSource($"{decorator.FileName}.Decorator.g.cs", DecoratorEmitter.Emit(decorator, project));
    }

    private static void EmitRegistration(SourceProductionContext output, Both<DecoratorSet, ProjectFacts> input)
    {
        var (set, project) = input;
        if (IsPossible(project) && set.Registrations.Count > 0)
            output.AddSource("Decorators.g.cs", DecoratorEmitter.EmitRegistration(set, project));
    }

    private static bool IsPossible(ProjectFacts project) => project is { HasAbstractions: true, HasModuleInitializers: true, IsOldLanguage: false };
}
