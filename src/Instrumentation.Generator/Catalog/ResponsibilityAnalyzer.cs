using System.Collections.Immutable;
using Instrumentation.Generator.Diagnostics;
using Instrumentation.Generator.Methods;
using Instrumentation.Generator.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Instrumentation.Generator.Catalog;

/// <summary>Reports objectives that cannot be kept or measured (INS4005), and owners and sources without a name (INS4006).</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ResponsibilityAnalyzer : DiagnosticAnalyzer
{
    private static readonly string[] s_named = [AttributeNames.OwnedBy, AttributeNames.TelemetryName];

    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.ObjectiveUnusable, Descriptors.NameMissing];

    /// <inheritdoc />
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterSymbolAction(AnalyzeSymbol, SymbolKind.Method, SymbolKind.NamedType);
        context.RegisterSemanticModelAction(AnalyzeFunctions);
        context.RegisterSemanticModelAction(AnalyzeAssembly);
    }

    private static void AnalyzeSymbol(SymbolAnalysisContext context)
    {
        if (context.Symbol is IMethodSymbol { PartialDefinitionPart: not null }) return;
        foreach (var attribute in context.Symbol.GetAttributes())
            Analyze(attribute, context.Symbol, MeasuresNothing(context.Symbol), context.ReportDiagnostic);
    }

    // Local functions and lambdas have no symbol action.
    private static void AnalyzeFunctions(SemanticModelAnalysisContext context)
    {
        foreach (var function in FunctionSymbols.Annotated(context.SemanticModel, context.CancellationToken)) Analyze(context, function);
    }

    private static void Analyze(SemanticModelAnalysisContext context, IMethodSymbol function)
    {
        foreach (var attribute in function.GetAttributes()) Analyze(attribute, function, FunctionSymbols.CannotCarry, context.ReportDiagnostic);
    }

    // Attributes of the assembly stand in files, and each file answers for its own.
    private static void AnalyzeAssembly(SemanticModelAnalysisContext context)
    {
        var tree = context.SemanticModel.SyntaxTree;
        if (tree.GetRoot(context.CancellationToken) is not CompilationUnitSyntax { AttributeLists.Count: > 0 }) return;
        var assembly = context.SemanticModel.Compilation.Assembly;
        foreach (var attribute in assembly.GetAttributes().Where(attribute => attribute.ApplicationSyntaxReference?.SyntaxTree == tree))
            Analyze(attribute, assembly, measuresNothing: null, context.ReportDiagnostic);
    }

    private static void Analyze(AttributeData attribute, ISymbol symbol, string? measuresNothing, Action<Diagnostic> report)
    {
        if (s_named.Any(attribute.Is) && string.IsNullOrWhiteSpace(attribute.FirstText()))
        {
            var what = attribute.Is(AttributeNames.OwnedBy) ? "The owner" : "The telemetry source";
            report(Diagnostic.Create(Descriptors.NameMissing, attribute.Location(Locations.FirstArgument, symbol), what));
        }

        if (!attribute.Is(AttributeNames.Objective)) return;
        foreach (var problem in Responsibility.Problems(attribute))
            report(Diagnostic.Create(Descriptors.ObjectiveUnusable, attribute.Location(problem.Argument, symbol), problem.Text));
        if (measuresNothing is not null) report(Diagnostic.Create(
            Descriptors.ObjectiveUnusable, attribute.Location(symbol), ImmutableDictionary<string, string?>.Empty.Add(FixProperties.Missing, AttributeNames.Measured), measuresNothing));
    }

    private static string? MeasuresNothing(ISymbol symbol) => symbol switch
    {
        IMethodSymbol method when !IsOperation(method) => $"nothing measures '{method.Name}'; add [Measured] to it",
        INamedTypeSymbol type when !Methods(type).Any(IsOperation) => $"nothing measures the methods of '{type.Name}'; add [Measured] to the type or to some of them",
        _ => null,
    };

    private static bool IsOperation(IMethodSymbol method) => Annotations.Source(method) is { } source
        && AttributeNames.OnTypes.Any(attribute => Annotations.Find(source, attribute) is not null);

    private static IEnumerable<IMethodSymbol> Methods(INamedTypeSymbol type) =>
        type.GetMembers().OfType<IMethodSymbol>().Concat(type.GetTypeMembers().SelectMany(Methods));
}
