using System.Collections.Concurrent;
using System.Collections.Immutable;
using Instrumentation.Generator.Diagnostics;
using Instrumentation.Generator.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Instrumentation.Generator.Health;

/// <summary>Reports <c>[HealthCheck]</c> on what cannot be one (INS4003), and two of one name (INS4004).</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class HealthCheckUsageAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.HealthCheckShape, Descriptors.HealthCheckTwice];

    /// <inheritdoc />
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterSemanticModelAction(AnalyzeFunctions);
        context.RegisterCompilationStartAction(static start =>
        {
            var checks = new ConcurrentBag<(string Name, IMethodSymbol Method, Location Place)>();
            start.RegisterSymbolAction(symbol => AnalyzeMethod(symbol, checks), SymbolKind.Method);
            start.RegisterCompilationEndAction(end => ReportRepeated(end, checks));
        });
    }

    private static void AnalyzeMethod(SymbolAnalysisContext context, ConcurrentBag<(string Name, IMethodSymbol Method, Location Place)> checks)
    {
        var method = (IMethodSymbol)context.Symbol;
        if (method.PartialDefinitionPart is not null || method.GetAttributes().Find(AttributeNames.HealthCheck) is not { } attribute) return;
        if (HealthCheckLimits.Problem(method, attribute, context.Compilation) is { } problem)
            context.ReportDiagnostic(Diagnostic.Create(Descriptors.HealthCheckShape, attribute.Location(problem.Argument, method), method.Name, problem.Text));
        else
            checks.Add((attribute.FirstText()!, method, attribute.Location(Locations.FirstArgument, method)));
    }

    // Local functions and lambdas have no symbol action.
    private static void AnalyzeFunctions(SemanticModelAnalysisContext context)
    {
        foreach (var function in FunctionSymbols.Annotated(context.SemanticModel, context.CancellationToken)) Analyze(context, function);
    }

    private static void Analyze(SemanticModelAnalysisContext context, IMethodSymbol function)
    {
        if (function.GetAttributes().Find(AttributeNames.HealthCheck) is { } attribute)
            context.ReportDiagnostic(Diagnostic.Create(Descriptors.HealthCheckShape, attribute.Location(function), function.Name, "only a method of a type can be called by its name"));
    }

    private static void ReportRepeated(CompilationAnalysisContext context, ConcurrentBag<(string Name, IMethodSymbol Method, Location Place)> checks)
    {
        // The registry compares names without regard to case.
        foreach (var sameName in checks.GroupBy(static check => check.Name, StringComparer.OrdinalIgnoreCase))
        {
            var ordered = sameName.OrderBy(static check => check.Place, Locations.InOrderOfSource).ToList();
            foreach (var (name, _, place) in ordered.Skip(1))
            {
                context.ReportDiagnostic(Diagnostic.Create(
                    Descriptors.HealthCheckTwice, place, [ordered[0].Place], name, $"{ordered[0].Method.ContainingType.Name}.{ordered[0].Method.Name}"));
            }
        }
    }
}
