using Instrumentation.Generator.Catalog;
using Instrumentation.Generator.Coverage;
using Instrumentation.Generator.Decorators;
using Instrumentation.Generator.Health;
using Instrumentation.Generator.Interception;
using Instrumentation.Generator.Methods;
using Instrumentation.Generator.Metrics;
using Instrumentation.Generator.Partials;
using Instrumentation.Generator.Privacy.Summaries;
using Instrumentation.Generator.Project;
using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator;

/// <summary>Expands the annotations of a compilation. Mistakes are reported by the analyzers; here they only mean: nothing is generated.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class InstrumentationGenerator : IIncrementalGenerator
{
    /// <inheritdoc />
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        // The assembly, its references and its settings.
        var project = ProjectPipeline.Create(context);

        // Which methods are annotated, and what that makes of a call.
        var methods = MethodsPipeline.Create(context);

        // Which methods are asked for values when somebody collects.
        var observed = ObservedPipeline.Create(context);

        // Which methods are health checks.
        var healthChecks = HealthPipeline.Create(context);

        // Which interfaces are registered behind decorators.
        var decorators = DecoratorPipeline.Create(context);

        // The scope, the instruments and the manifest.
        TelemetryPipeline.Register(context, methods, observed, healthChecks, project);

        // The other part of each annotated partial method.
        PartialPipeline.Register(context, project);

        // An interceptor for each annotated method that is called.
        InterceptionPipeline.Register(context, methods, project);

        // A decorator for each interface that is registered with one.
        DecoratorPipeline.Register(context, decorators, project);

        // The registration of the health checks.
        HealthPipeline.Register(context, healthChecks, project);

        // Where personal data goes, and what other projects are told of it.
        var privacy = PrivacyPipeline.Create(context, project);
        PrivacyPipeline.Register(context, privacy, project);

        // What all of it amounts to, for the tools that operate the program.
        CatalogPipeline.Register(context, methods, observed, healthChecks, decorators, privacy, project);

        // Which uses are covered, where the project asks.
        CoveragePipeline.Register(context, project);
    }
}
