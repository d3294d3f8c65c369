using System.Collections.Immutable;
using Instrumentation.Generator.Diagnostics;
using Instrumentation.Generator.Flow;
using Instrumentation.Generator.Privacy.Summaries;
using Instrumentation.Generator.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Instrumentation.Generator.Privacy;

/// <summary>
/// Refuses to build where marked data reaches a log (INS3001, INS3007), a span (INS3002), a metric (INS3003), an exception's text (INS3004), the
/// console (INS3005) or a scope (INS3006), on whatever way; says where it could not follow (INS3014), and which
/// public methods return marked data without saying so (INS3011).
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PiiFlowAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
    [
        Descriptors.PiiInLog, Descriptors.PiiInSpan, Descriptors.PiiInMetric, Descriptors.PiiInException, Descriptors.PiiInConsole, Descriptors.PiiInScope,
        Descriptors.PiiInSerializedLog, Descriptors.PiiExposed, Descriptors.PiiNotFollowed, Descriptors.PiiReturnUnmarked,
    ];

    /// <inheritdoc />
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            var lines = PiiListParser.Parse(start.Options, start.CancellationToken).Lines;
            if (!PiiGate.IsOpen(start.Compilation, start.CancellationToken) && !lines.Any(static line => line.Kind == PiiListKind.Source)) return;
            var reviews = PiiReviews.Of(start.Options.AnalyzerConfigOptionsProvider.GlobalOptions);
            var summaries = new PiiSummaries(start.Compilation);
            var words = SourceWords.Of(start.Compilation, lines, summaries, start.CancellationToken);
            var leaks = new PiiLeaks(start.Compilation, new PiiFlowPolicy(new SinkTable(start.Compilation, start.CancellationToken), new PiiExtensions(lines), reviews, summaries, words.Marked));
            start.RegisterSemanticModelAction(model => Report(model, leaks));
            start.RegisterSymbolAction(symbol => AnalyzeDeclaration(symbol, reviews), SymbolKind.Method);
        });
    }

    // Each file reports what leaks in it, so that pragmas and editors work; the first one has all of the compilation followed.
    private static void Report(SemanticModelAnalysisContext context, PiiLeaks leaks)
    {
        foreach (var finding in leaks.In(context.SemanticModel.SyntaxTree, context.CancellationToken))
        {
            var family = (SinkFamily)finding.Sink.Kind;
            var steps = finding.Way?.Steps.ToList() ?? [];
            var name = finding.Source.ShortName();
            var path = Path(steps);
            object[] arguments = family switch
            {
                SinkFamily.Span => [name, $"'{finding.Sink.Name}'", path],
                SinkFamily.Metric => [name, $"'{finding.Sink.Name}'", "the tags" + path],
                _ => [name, finding.Sink.Name, path],
            };
            context.ReportDiagnostic(Diagnostic.Create(
                SinkFamilies.Rule(family, finding.IsSerialized), finding.Place.GetLocation(), steps.Where(step => step.Place != finding.Place).Select(static step => step.Place.GetLocation()), arguments));
        }

        ReportReturns(context, leaks);
        foreach (var method in leaks.NotFollowedIn(context.SemanticModel.SyntaxTree, context.CancellationToken))
            context.ReportDiagnostic(Diagnostic.Create(Descriptors.PiiNotFollowed, method.Key.Locations[0], method.Key.ShortName(), "it is too large, or its calls go too deep"));
    }

    // What other assemblies call, and what is not marked in some way already.
    private static void ReportReturns(SemanticModelAnalysisContext context, PiiLeaks leaks)
    {
        foreach (var method in leaks.HandedOutIn(context.SemanticModel.SyntaxTree, context.CancellationToken))
        {
            if (method.Key is not { MethodKind: MethodKind.Ordinary, ReturnsVoid: false } returning || !IsVisible(returning) || PiiMarks.IsPersonal(returning)) continue;
            context.ReportDiagnostic(Diagnostic.Create(Descriptors.PiiReturnUnmarked, returning.Locations[0], returning.ShortName(), method.Value.ShortName()));
        }
    }

    private static bool IsVisible(ISymbol symbol)
    {
        for (var current = symbol; current is not null and not INamespaceSymbol; current = current.ContainingSymbol)
        {
            if (current.DeclaredAccessibility is not (Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal)) return false;
        }

        return true;
    }

    private static string Path(List<Hop> steps) =>
        steps.Count < 2 ? "" : $" (it gets there through {string.Join(", ", steps.Skip(1).Select(static step => $"'{step.Name}'").Distinct())})";

    // A parameter that is marked tells of itself that its value will be written. One with a data classification is left to the
    // logging generator that redacts it.
    private static void AnalyzeDeclaration(SymbolAnalysisContext context, PiiReviews reviews)
    {
        var method = (IMethodSymbol)context.Symbol;
        if (method.PartialDefinitionPart is not null || !PiiFlowPolicy.IsLoggerMessage(method) || reviews.Cover(method)) return;
        foreach (var parameter in method.Parameters)
        {
            if (PiiMarks.MarkOf(parameter)?.Is(AttributeNames.Pii) == true)
                context.ReportDiagnostic(Diagnostic.Create(Descriptors.PiiInLog, parameter.Locations[0], parameter.Name, method.Name, ""));
        }
    }
}
