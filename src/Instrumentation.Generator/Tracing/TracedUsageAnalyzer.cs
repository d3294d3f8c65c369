using System.Collections.Immutable;
using Instrumentation.Generator.Diagnostics;
using Instrumentation.Generator.Methods;
using Instrumentation.Generator.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Instrumentation.Generator.Tracing;

/// <summary>Reports annotations that nothing can be made of (INS1001) and tags without a value (INS1003, INS3002).</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class TracedUsageAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        [Descriptors.MethodNotCovered, Descriptors.TagNotRecordable, Descriptors.PiiInSpan];

    /// <inheritdoc />
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterSymbolAction(Analyze, SymbolKind.Method);
    }

    private static void Analyze(SymbolAnalysisContext context)
    {
        var method = (IMethodSymbol)context.Symbol;
        if (!Annotations.IsAnnotated(method)) return;
        if (MethodLimits.Reason(method, context.Compilation) is { } reason)
        {
            context.ReportDiagnostic(Diagnostic.Create(Descriptors.MethodNotCovered, PlaceOfAnnotation(method), method.Name, reason));
            return;
        }

        if (Annotations.Find(method, AttributeNames.Traced) is null) return;
        var shape = MethodShapeParser.Parse(method, context.Compilation);
        foreach (var tag in SpanParser.Tags(method, shape, context.Compilation))
        {
            var place = tag.Attribute.Location(method);
            if (tag.Problem is { } problem) context.ReportDiagnostic(Diagnostic.Create(Descriptors.TagNotRecordable, place, problem));
            if (tag.Personal is { } personal) context.ReportDiagnostic(Diagnostic.Create(Descriptors.PiiInSpan, place, personal.ShortName()));
        }
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
