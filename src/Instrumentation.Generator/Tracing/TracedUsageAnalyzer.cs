using System.Collections.Immutable;
using Instrumentation.Generator.Diagnostics;
using Instrumentation.Generator.Methods;
using Instrumentation.Generator.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Instrumentation.Generator.Tracing;

/// <summary>Reports annotations that nothing can be made of (INS1001) settings of <c>[Traced]</c> that have no effect (INS1006), and methods that others call (INS1009).</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class TracedUsageAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.MethodNotCovered, Descriptors.SpanSettings, Descriptors.CalledElsewhere];

    /// <inheritdoc />
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterSymbolAction(AnalyzeMethod, SymbolKind.Method);
        context.RegisterSymbolAction(AnalyzeType, SymbolKind.NamedType);
        context.RegisterSemanticModelAction(AnalyzeFunctions);
    }

    private static void AnalyzeMethod(SymbolAnalysisContext context)
    {
        var method = (IMethodSymbol)context.Symbol;
        if (method.PartialDefinitionPart is not null || !Annotations.IsAnnotated(method)) return;
        ReportSettings(context, method);
        if (MethodLimits.Reason(method, context.Compilation) is { } reason)
            context.ReportDiagnostic(Diagnostic.Create(Descriptors.MethodNotCovered, PlaceOfAnnotation(method), WaysOut(method, reason, context.Compilation), method.Name, reason));
        else ReportCalledElsewhere(context, method);
    }

    // What a type or a rule annotates is many methods, and few of them were meant in particular.
    private static void ReportCalledElsewhere(SymbolAnalysisContext context, IMethodSymbol method)
    {
        if (!AttributeNames.Expanding.Any(name => method.GetAttributes().Find(name) is not null) || PartialMethods.CoversItself(method)) return;
        if (Implementations.ForeignFront(method) is not { } front) return;

        var wayOut = method.ExplicitInterfaceImplementations.IsEmpty
            ? $"make it partial, with its body in '{method.Name}Core', and every caller is covered"
            : "move the body into a method of its own and annotate that";
        context.ReportDiagnostic(Diagnostic.Create(
            Descriptors.CalledElsewhere, PlaceOfAnnotation(method), ImmutableDictionary<string, string?>.Empty.Add(FixProperties.PartialHelps, ""), method.SimpleName(), $"{front.ContainingType.Name}.{front.Name}", front.ContainingAssembly.Name, wayOut));
    }

    private static void AnalyzeType(SymbolAnalysisContext context)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        var annotations = AttributeNames.OnTypes.Select(name => type.GetAttributes().Find(name)).OfType<AttributeData>().ToList();
        if (annotations.Count == 0) return;
        ReportSettings(context, type);
        if (type.GetMembers().OfType<IMethodSymbol>().Any(Annotations.IsCoveredByType)) return;
        foreach (var attribute in annotations)
        {
            context.ReportDiagnostic(Diagnostic.Create(
                Descriptors.MethodNotCovered, attribute.Location(type), type.Name, "it has no public method, and an annotation on a type stands for those; annotate the methods that are meant"));
        }
    }

    // Local functions and lambdas have no symbol action.
    private static void AnalyzeFunctions(SemanticModelAnalysisContext context)
    {
        foreach (var function in FunctionSymbols.Annotated(context.SemanticModel, context.CancellationToken)) Analyze(context, function);
    }

    private static void Analyze(SemanticModelAnalysisContext context, IMethodSymbol function)
    {
        foreach (var attribute in AttributeNames.Expanding.Select(name => function.GetAttributes().Find(name)).OfType<AttributeData>())
        {
            var name = function.Name.Length == 0 ? "lambda" : function.Name;
            context.ReportDiagnostic(Diagnostic.Create(Descriptors.MethodNotCovered, attribute.Location(function), name, FunctionSymbols.CannotCarry));
        }
    }

    private static void ReportSettings(SymbolAnalysisContext context, ISymbol annotated)
    {
        if (annotated.GetAttributes().Find(AttributeNames.Traced) is not { } traced) return;
        foreach (var problem in SpanParser.Problems(traced))
            context.ReportDiagnostic(Diagnostic.Create(Descriptors.SpanSettings, traced.Location(problem.Argument, annotated), problem.Text));
        if (annotated.GetAttributes().Find(AttributeNames.NotTraced) is { } not)
            context.ReportDiagnostic(Diagnostic.Create(Descriptors.SpanSettings, not.Location(annotated), "[Traced] and [NotTraced] contradict each other, and [Traced] wins; remove one of them"));
    }

    private static ImmutableDictionary<string, string?> WaysOut(IMethodSymbol method, string reason, Compilation compilation)
    {
        var ways = ImmutableDictionary<string, string?>.Empty;
        if (reason == MethodLimits.Unnamed(method, compilation)) return ways.Add(FixProperties.PartialHelps, "");
        return reason == MethodLimits.Unreachable(method, compilation) ? ways.Add(FixProperties.PartialHelps, "").Add(FixProperties.InternalHelps, "") : ways;
    }

    // Where the type is annotated, the method is what cannot be covered.
    private static Location PlaceOfAnnotation(IMethodSymbol method)
    {
        foreach (var name in AttributeNames.Expanding)
        {
            if (method.GetAttributes().Find(name) is { } attribute) return attribute.Location(method);
        }

        return method.Locations[0];
    }
}
