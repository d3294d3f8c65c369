using Instrumentation.Generator.Flow;
using Instrumentation.Generator.Roslyn;
using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Privacy.Summaries;

/// <summary>Also tells of flows that somebody has accepted, and of those that end in a redactor.</summary>
internal sealed class PiiAuditPolicy(SinkTable sinks, PiiExtensions extensions, PiiReviews reviews, PiiSummaries summaries, ISet<string> marked) : PiiFlowPolicy(sinks, extensions, reviews, summaries, marked)
{
    /// <summary>The kind of sink that a redactor is.</summary>
    public static readonly object Safeguard = new();

    public override bool TellsAccepted => true;

    public override FlowSink? SafeguardOf(IMethodSymbol sanitizer) => new(Safeguard, sanitizer.ShortName());
}
