using System.Collections.Immutable;
using Instrumentation.Generator.Diagnostics;
using Instrumentation.Generator.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Instrumentation.Generator.Privacy;

/// <summary>Refuses to build where marked data is handed to a log (INS3001).</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PiiLogAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.PiiInLog];

    /// <inheritdoc />
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterOperationAction(Analyze, OperationKind.Invocation);
    }

    private static void Analyze(OperationAnalysisContext context)
    {
        var call = (IInvocationOperation)context.Operation;
        if (!LogSinks.Contains(call.TargetMethod) || IsReviewed(context.ContainingSymbol)) return;
        foreach (var argument in call.Arguments)
        {
            foreach (var read in PersonalReads.In(argument.Value))
            {
                context.ReportDiagnostic(Diagnostic.Create(
                    Descriptors.PiiInLog, read.Syntax.GetLocation(), PersonalReads.Marked(read)!.ShortName(), call.TargetMethod.Name));
            }
        }
    }

    private static bool IsReviewed(ISymbol symbol) => symbol.GetAttributes().Find(AttributeNames.PiiReviewed)?.FirstText() is { Length: > 0 };
}
