using System.Collections.Immutable;
using Instrumentation.Generator.Diagnostics;
using Instrumentation.Generator.Methods;
using Instrumentation.Generator.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Instrumentation.Generator.Tracing;

/// <summary>Reports <c>[Parent]</c> and <c>[Link]</c> that no span can use (INS1011).</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SpanOriginAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.SpanOrigin];

    /// <inheritdoc />
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterSymbolAction(AnalyzeMethod, SymbolKind.Method);
    }

    private static void AnalyzeMethod(SymbolAnalysisContext context)
    {
        var method = (IMethodSymbol)context.Symbol;
        if (method.PartialDefinitionPart is not null || !method.Parameters.Any(static parameter => parameter.GetAttributes().Any(static attribute => attribute.Is(AttributeNames.Parent) || attribute.Is(AttributeNames.Link)))) return;

        var missing = TagSpans.Missing(method);
        var hasParent = false;
        foreach (var origin in SpanOriginParser.Parse(method, MethodShapeParser.Parse(method, context.Compilation), context.Compilation))
        {
            var problem = missing ?? origin.Problem ?? (hasParent && origin.IsParent ? "a span has one parent; make the other one a [Link]" : null) ?? RootProblem(origin, method);
            hasParent |= origin.IsParent;
            if (problem is not null) context.ReportDiagnostic(Diagnostic.Create(Descriptors.SpanOrigin, origin.Attribute.Location(origin.Parameter), problem));
        }
    }

    private static string? RootProblem(ParsedOrigin origin, IMethodSymbol method) =>
        origin.IsParent && Annotations.Find(method, AttributeNames.Traced)?.Named("Root", false) == true ? "a root span has no parent; make it a [Link], or leave Root out" : null;
}
