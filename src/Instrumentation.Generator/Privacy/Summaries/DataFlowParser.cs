using Instrumentation.Generator.Catalog;
using Instrumentation.Generator.Flow;
using Instrumentation.Generator.Methods;
using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Privacy.Summaries;

/// <summary>Takes down where personal data ends, for whoever audits it.</summary>
internal static class DataFlowParser
{
    public static IEnumerable<DataFlow> Read(FlowProgram program) => program.Findings
        .Select(finding => Read(finding, program))
        .Distinct()
        .OrderBy(static flow => flow.Member, StringComparer.Ordinal)
        .ThenBy(static flow => flow.Position.Path, StringComparer.Ordinal)
        .ThenBy(static flow => flow.Position.Line)
        .ThenBy(static flow => flow.Sink, StringComparer.Ordinal)
        .ThenBy(static flow => flow.Through, StringComparer.Ordinal);

    private static DataFlow Read(Finding finding, FlowProgram program)
    {
        var isSafe = finding.Sink.Kind == PiiAuditPolicy.Safeguard;
        var accepted = isSafe ? null : finding.Sink.AcceptedBy;
        return new DataFlow(
            MarkedDataParser.Describe(finding.Source),
            isSafe ? "redactor" : finding.Sink.Kind.ToString().ToLowerInvariant(),
            finding.Sink.Name,
            FunctionAt(finding.Place, program),
            accepted is null ? null : MarkedDataParser.Describe(accepted),
            accepted is null ? null : PiiReviews.ReviewOf(accepted),
            SourcePositions.Of(finding.Place.GetLocation()));
    }

    // A lambda or local function belongs to the method that it stands in.
    private static string FunctionAt(SyntaxNode place, FlowProgram program)
    {
        var symbol = program.Bodies.ModelOf(place.SyntaxTree).GetEnclosingSymbol(place.SpanStart, program.Cancellation);
        while (symbol is IMethodSymbol { MethodKind: MethodKind.LocalFunction or MethodKind.AnonymousFunction }) symbol = symbol.ContainingSymbol;
        return symbol is null ? "" : MarkedDataParser.Describe(symbol);
    }
}
