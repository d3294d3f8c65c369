using Instrumentation.Generator.Flow;
using Instrumentation.Generator.Roslyn;
using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Privacy.Summaries;

/// <summary>Follows personal data through the assembly once more, for those who come after the compiler: other projects and auditors.</summary>
internal static class PrivacyParser
{
    public static PrivacyFacts Read(Compilation compilation, IReadOnlyList<PiiListLine> lines, PiiReviews reviews, CancellationToken cancellation)
    {
        if (!PiiGate.IsOpen(compilation, cancellation) && !lines.Any(static line => line.Kind == PiiListKind.Source)) return PrivacyFacts.None;
        try
        {
            var program = new FlowProgram(compilation, new PiiAuditPolicy(new PiiExtensions(lines), reviews, new PiiSummaries(compilation)), cancellation);
            return new PrivacyFacts(
                // Nobody references a program.
                compilation.Options.OutputKind is OutputKind.DynamicallyLinkedLibrary or OutputKind.NetModule ? MemberSummaryParser.Read(program).ToEquatableArray() : EquatableArray<string>.Empty,
                DataFlowParser.Read(program).ToEquatableArray(),
                EquatableArray<Catalog.PersonalDatum>.Empty);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // Code that is not understood must not break a build; the analyzer reports what it could not follow.
            return PrivacyFacts.None;
        }
    }
}
