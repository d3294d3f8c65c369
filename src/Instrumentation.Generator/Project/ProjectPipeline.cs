using Instrumentation.Generator.Methods;
using Instrumentation.Generator.Roslyn;
using Instrumentation.Generator.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Instrumentation.Generator.Project;

/// <summary>Reads the facts of the project; they change when references or settings do, not with an edit.</summary>
internal static class ProjectPipeline
{
    public static IncrementalValueProvider<ProjectFacts> Create(IncrementalGeneratorInitializationContext context) => context.CompilationProvider
        .With(context.AnalyzerConfigOptionsProvider)
        .Select(static (input, _) => Read((CSharpCompilation)input.Left, input.Right.GlobalOptions))
        .WithTrackingName(TrackingNames.Project_Facts);

    /// <summary>The sources of the annotated assemblies that this one references.</summary>
    public static IncrementalValueProvider<EquatableArray<ReferencedSource>> ReferencedSources(IncrementalGeneratorInitializationContext context) =>
        context.CompilationProvider.Select(static (compilation, _) => AnnotatedNames.References(compilation)
            .SelectMany(static assembly => assembly.GetAttributes()
                .Where(static attribute => attribute.Is(AttributeNames.Manifest))
                .Select(attribute => new ReferencedSource(attribute.FirstText() ?? "", attribute.Named<string?>("Assembly", null) ?? assembly.Name)))
            .Distinct()
            .OrderBy(static source => source.Name, StringComparer.Ordinal)
            .ThenBy(static source => source.Assembly, StringComparer.Ordinal)
            .ToEquatableArray());

    /// <summary>Whether calls in the compilation can be intercepted.</summary>
    public static InterceptionSupport SupportOf(CSharpCompilation compilation)
    {
        if (compilation.LanguageVersion < LanguageVersion.CSharp12) return InterceptionSupport.LanguageTooOld;
        var features = compilation.SyntaxTrees.FirstOrDefault()?.Options.Features;
        var allowed = features is not null && features.TryGetValue("InterceptorsNamespaces", out var namespaces) ? namespaces.Split(';') : [];
        return allowed.Any(static name => name.Trim() is GeneratedFile.RootNamespace or AttributeNames.Namespace)
            ? InterceptionSupport.Available
            : InterceptionSupport.NamespaceNotAllowed;
    }

    private static ProjectFacts Read(CSharpCompilation compilation, AnalyzerConfigOptions options)
    {
        var scope = AnnotatedMethodParser.ScopeOf(compilation.Assembly, compilation);
        return new ProjectFacts(
            compilation.Assembly.Name,
            scope.Version,
            scope.Name,
            options.TryGetValue("build_property.ProjectDir", out var directory) && directory.Length > 0 ? directory : null,
            compilation.GetTypeByMetadataName(AttributeNames.Manifest) is not null,
            compilation.FrameworkHas("System.Diagnostics.StackTraceHiddenAttribute"),
            compilation.FrameworkHas("System.Runtime.CompilerServices.ModuleInitializerAttribute"),
            SupportOf(compilation),
            !options.TryGetValue("build_property.InstrumentationEnabled", out var enabled) || !enabled.Equals("false", StringComparison.OrdinalIgnoreCase),
            options.TryGetValue("build_property.InstrumentationCoverageReport", out var report) && report.Equals("true", StringComparison.OrdinalIgnoreCase));
    }
}
