using System.Collections.Immutable;
using Instrumentation.Generator.Project;
using Instrumentation.Generator.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Instrumentation.Generator.Privacy.Summaries;

/// <summary>Writes what other projects are told. It is about the whole compilation, so that every edit makes it anew; an editor never does.</summary>
internal static class PrivacyPipeline
{
    public static IncrementalValueProvider<PrivacyFacts> Create(IncrementalGeneratorInitializationContext context, IncrementalValueProvider<ProjectFacts> project)
    {
        var lists = context.AdditionalTextsProvider.Where(PiiListParser.IsList).Collect().Select(static (files, _) => new PiiLists(files));
        return context.CompilationProvider
            .With(context.AnalyzerConfigOptionsProvider)
            .With(lists)
            .With(project)
            .Select(static (input, cancellation) =>
            {
                var (((compilation, options), lists), facts) = input;
                if (!facts.Generates) return PrivacyFacts.None;
                return PrivacyParser.Read(compilation, PiiListParser.Parse(lists.Files, options.GlobalOptions, cancellation).Lines, PiiReviews.Of(options.GlobalOptions), Wanted(options.GlobalOptions), cancellation);
            })
            .WithTrackingName(TrackingNames.Privacy_Facts);
    }

    private static WantedFacts Wanted(AnalyzerConfigOptions options) => new(
        Members: !options.TryGetValue("build_property.InstrumentationPrivacySummaries", out var members) || !members.Equals("false", StringComparison.OrdinalIgnoreCase),
        Flows: options.TryGetValue("build_property.InstrumentationPrivacyReport", out var flows) && flows.Equals("true", StringComparison.OrdinalIgnoreCase));

    public static void Register(IncrementalGeneratorInitializationContext context, IncrementalValueProvider<PrivacyFacts> facts, IncrementalValueProvider<ProjectFacts> project) =>
        context.RegisterImplementationSourceOutput(facts.Select(static (facts, _) => facts.Members).With(project), static (output, input) =>
        {
            if (input.Left.Count > 0) output.AddSource("Privacy.g.cs", PrivacyEmitter.Emit(input.Left, input.Right));
        });

    // The arrays compare by reference, and so do these: they are made anew when a file is.
    private sealed class PiiLists(ImmutableArray<AdditionalText> files)
    {
        public ImmutableArray<AdditionalText> Files { get; } = files;
    }
}
