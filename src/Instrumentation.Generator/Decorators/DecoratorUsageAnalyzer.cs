using System.Collections.Immutable;
using Instrumentation.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Instrumentation.Generator.Decorators;

/// <summary>Reports calls that ask for a decorator which cannot be written (INS1010).</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DecoratorUsageAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.DecoratorImpossible];

    /// <inheritdoc />
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterSemanticModelAction(Analyze);
    }

    private static void Analyze(SemanticModelAnalysisContext context)
    {
        foreach (var call in DecoratorRequests.Candidates(context.SemanticModel.SyntaxTree, context.CancellationToken)) Analyze(context, call);
    }

    private static void Analyze(SemanticModelAnalysisContext context, InvocationExpressionSyntax call)
    {
        if (DecoratorRequests.Asked(call, context.SemanticModel, context.CancellationToken) is { } asked)
        {
            if (DecoratorLimits.Reason(asked, context.SemanticModel.Compilation) is { } reason) Report(context, call, asked.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat), reason);
        }
        else if (DecoratorRequests.IsUnknown(call, context.SemanticModel, context.CancellationToken))
        {
            Report(context, call, "it", "the interface is not written in the call; write it as typeof(IService<>)");
        }
    }

    private static void Report(SemanticModelAnalysisContext context, InvocationExpressionSyntax call, string what, string reason)
    {
        var place = call.Expression is MemberAccessExpressionSyntax access ? access.Name : call.Expression;
        context.ReportDiagnostic(Diagnostic.Create(Descriptors.DecoratorImpossible, place.GetLocation(), what, reason));
    }
}
