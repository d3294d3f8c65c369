using Instrumentation.Generator.Flow;
using Instrumentation.Generator.Roslyn;
using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Privacy.Summaries;

/// <summary>Follows personal data through the assembly once more, for those who come after the compiler: other projects and auditors.</summary>
internal static class PrivacyParser
{
    // The analyzer has followed it already, so that this must stay cheap. What is not reached within so many blocks of code is not told of.
    private const int MostSteps = 3_000;
    private const int MostStepsOfAFile = 4;

    /// <summary>Reads them.</summary>
    /// <param name="compilation">The compilation.</param>
    /// <param name="lines">The project's lists.</param>
    /// <param name="reviews">What is accepted.</param>
    /// <param name="wanted">What somebody will ask for.</param>
    /// <param name="cancellation">Ends it.</param>
    public static PrivacyFacts Read(Compilation compilation, IReadOnlyList<PiiListLine> lines, PiiReviews reviews, WantedFacts wanted, CancellationToken cancellation)
    {
        // Nobody references a program.
        var isLibrary = compilation.Options.OutputKind is OutputKind.DynamicallyLinkedLibrary or OutputKind.NetModule;
        if (!wanted.Flows && !(wanted.Members && isLibrary)) return PrivacyFacts.None;
        if (!PiiGate.IsOpen(compilation, cancellation) && !lines.Any(static line => line.Kind == PiiListKind.Source)) return PrivacyFacts.None;
        try
        {
            // An audit has to see everything; other projects do without what no name leads to.
            var mostSteps = MostSteps + (MostStepsOfAFile * compilation.SyntaxTrees.Count());
            var summaries = new PiiSummaries(compilation);
            var sinks = new SinkTable(compilation, cancellation);
            var words = SourceWords.Of(compilation, lines, summaries, cancellation);
            var brief = wanted.Flows ? null : new BriefReading(words.Bodies, mostSteps);
            var crew = new PoolCrew(compilation.Options.ConcurrentBuild, cancellation);
            var program = new FlowProgram(compilation, new PiiAuditPolicy(sinks, new PiiExtensions(lines), reviews, summaries, words.Marked), crew, cancellation, brief);
            var flows = wanted.Flows ? DataFlowParser.Read(program).ToEquatableArray() : (EquatableArray<DataFlow>?)null;
            program.Allow(mostSteps);
            return new PrivacyFacts(wanted.Members && isLibrary ? MemberSummaryParser.Read(program, WritingBodies.In(program, sinks, lines, summaries)).ToEquatableArray() : EquatableArray<string>.Empty, flows);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // Code that is not understood must not break a build; the analyzer reports what it could not follow.
            return PrivacyFacts.None;
        }
    }
}
