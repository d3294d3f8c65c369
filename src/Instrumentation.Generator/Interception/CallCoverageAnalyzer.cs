using System.Collections.Immutable;
using Instrumentation.Generator.Diagnostics;
using Instrumentation.Generator.Methods;
using Instrumentation.Generator.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Instrumentation.Generator.Interception;

/// <summary>Reports each use of an annotated method that no interceptor covers (INS1002), so that there is no silent gap.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class CallCoverageAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.CallNotCovered];

    /// <inheritdoc />
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            var names = AnnotatedNames.Of(start.Compilation);
            if (names.IsEmpty) return;
            start.RegisterSemanticModelAction(model => Analyze(model, names));
            var unwritten = ImplicitCalls.Of(names);
            if (unwritten.Kinds.Length > 0) start.RegisterSemanticModelAction(model => AnalyzeUnwritten(model, unwritten));
        });
    }

    // Few names of a file are those of annotated methods, and what is covered is known without binding it: an action for each node of
    // the program would cost more than all the rest.
    private static void Analyze(SemanticModelAnalysisContext context, AnnotatedNames names)
    {
        var (tree, compilation) = (context.SemanticModel.SyntaxTree, context.SemanticModel.Compilation);
        var model = default(SemanticModel);
        foreach (var name in names.In(tree, context.CancellationToken))
        {
            var call = CallSiteParser.CallBy(name);
            if (call is not null && Interceptability.IsCovered(call, context.SemanticModel, context.CancellationToken)) continue;
            if (MethodUses.Of((SyntaxNode?)call ?? name, names, model ??= PlainModels.Of(tree, compilation), context.CancellationToken) is not { Escape: { } reason } use) continue;
            context.ReportDiagnostic(Diagnostic.Create(Descriptors.CallNotCovered, use.Place, WayOut(use, reason, compilation), $"{use.Method.ContainingType.Name}.{use.Method.Name}", reason));
        }
    }

    private static void AnalyzeUnwritten(SemanticModelAnalysisContext context, ImplicitCalls unwritten)
    {
        var (tree, compilation) = (context.SemanticModel.SyntaxTree, context.SemanticModel.Compilation);
        var model = default(SemanticModel);
        foreach (var node in unwritten.In(tree, context.CancellationToken))
        {
            foreach (var use in unwritten.At(node, model ??= PlainModels.Of(tree, compilation), context.CancellationToken))
            {
                if (use.Escape is not { } reason) continue;
                // There is no name from which an editor could tell the method.
                var called = ImmutableDictionary<string, string?>.Empty.Add(FixProperties.Called, use.Method.GetDocumentationCommentId());
                context.ReportDiagnostic(Diagnostic.Create(Descriptors.CallNotCovered, use.Place, called, $"{use.Method.ContainingType.Name}.{use.Method.SimpleName()}", reason));
            }
        }
    }

    // Where only the annotated method is out of sight, the one that is called can be annotated as well.
    private static ImmutableDictionary<string, string?>? WayOut(MethodUse use, string reason, Compilation compilation) =>
        Annotations.Source(use.Method) is null && MethodLimits.Reason(use.Method, compilation) is null
        && use.Reached.FirstOrDefault(reached => MethodLimits.ReasonBehind(reached, use.Method, compilation) == reason) is { } behind
            ? ImmutableDictionary<string, string?>.Empty.Add(FixProperties.Behind, behind.GetDocumentationCommentId())
            : null;
}
