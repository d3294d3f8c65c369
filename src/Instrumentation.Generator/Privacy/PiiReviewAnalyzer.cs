using System.Collections.Immutable;
using Instrumentation.Generator.Diagnostics;
using Instrumentation.Generator.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Instrumentation.Generator.Privacy;

/// <summary>Reports <c>[PiiReviewed]</c> that says nothing, or nothing any more (INS3010).</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PiiReviewAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.PiiReviewIncomplete];

    /// <inheritdoc />
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            var reviews = PiiReviews.Of(start.Options.AnalyzerConfigOptionsProvider.GlobalOptions);
            start.RegisterSymbolAction(symbol => Analyze(symbol, reviews), SymbolKind.Method, SymbolKind.Property);
        });
    }

    private static void Analyze(SymbolAnalysisContext context, PiiReviews reviews)
    {
        if (context.Symbol is IMethodSymbol { PartialDefinitionPart: not null } or IPropertySymbol { PartialDefinitionPart: not null }) return;
        if (context.Symbol.GetAttributes().Find(AttributeNames.PiiReviewed) is { } review && reviews.Problem(review) is var (argument, text))
            context.ReportDiagnostic(Diagnostic.Create(Descriptors.PiiReviewIncomplete, review.Location(argument, context.Symbol), text));
    }
}
