using Instrumentation.Generator.Project;
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
        context.RegisterImplementationSourceOutput(decorators.SelectMany(static (set, _) => set.Decorators).Combine(project), Emit);
        context.RegisterImplementationSourceOutput(decorators.Combine(project).WithTrackingName(TrackingNames.Decorators_Emit), EmitRegistration);
    }

    private static void Emit(SourceProductionContext output, (NamedDecorator Decorator, ProjectFacts Project) input)
    {
        if (IsPossible(input.Project) && (input.Project.IsEnabled || input.Decorator.IsMadeByContainer))
            output.AddSource($"{input.Decorator.FileName}.Decorator.g.cs", DecoratorEmitter.Emit(input.Decorator, input.Project));
    }

    private static void EmitRegistration(SourceProductionContext output, (DecoratorSet Set, ProjectFacts Project) input)
    {
        if (IsPossible(input.Project) && input.Set.Registrations.Count > 0)
            output.AddSource("Decorators.g.cs", DecoratorEmitter.EmitRegistration(input.Set, input.Project));
    }

    private static bool IsPossible(ProjectFacts project) => project is { HasAbstractions: true, HasModuleInitializers: true, IsOldLanguage: false };
}
