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
        context.RegisterCompilationStartAction(static start =>
        {
            if (!LogSinks.AreIn(start.Compilation)) return;
            start.RegisterOperationAction(AnalyzeCall, OperationKind.Invocation);
            start.RegisterSymbolAction(AnalyzeDeclaration, SymbolKind.Method);
        });
    }

    private static void AnalyzeCall(OperationAnalysisContext context)
    {
        var call = (IInvocationOperation)context.Operation;
        if (!LogSinks.Contains(call.TargetMethod) || PiiReviews.Cover(context.ContainingSymbol)) return;
        foreach (var read in call.Arguments.SelectMany(static argument => PersonalReads.In(argument.Value)))
            context.ReportDiagnostic(Diagnostic.Create(Descriptors.PiiInLog, read.Place.Syntax.GetLocation(), read.Symbol.ShortName(), call.TargetMethod.Name));
    }

    // A parameter that is marked tells of itself that its value will be written. One with a data classification is left to the
    // logging generator that redacts it.
    private static void AnalyzeDeclaration(SymbolAnalysisContext context)
    {
        var method = (IMethodSymbol)context.Symbol;
        if (method.PartialDefinitionPart is not null || !LogSinks.IsLoggerMessage(method) || PiiReviews.Cover(method)) return;
        foreach (var parameter in method.Parameters)
        {
            if (PiiMarks.MarkOf(parameter)?.Is(AttributeNames.Pii) == true)
                context.ReportDiagnostic(Diagnostic.Create(Descriptors.PiiInLog, parameter.Locations[0], parameter.Name, method.Name));
        }
    }
}
