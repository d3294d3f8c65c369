using System.Collections.Immutable;
using Instrumentation.Generator.Diagnostics;
using Instrumentation.Generator.Methods;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
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
            start.RegisterSyntaxNodeAction(node => AnalyzeCall(node, names), SyntaxKind.InvocationExpression);
            start.RegisterSyntaxNodeAction(node => AnalyzeName(node, names), SyntaxKind.IdentifierName, SyntaxKind.GenericName);
        });
    }

    private static void AnalyzeCall(SyntaxNodeAnalysisContext context, AnnotatedNames names)
    {
        var call = (InvocationExpressionSyntax)context.Node;
        if (CallSiteParser.NameOf(call) is not { } name || !names.Contains(name)) return;

        // A method that cannot be covered at all is reported where it is annotated.
        if (Interceptability.Classify(call, context.SemanticModel, context.CancellationToken) is not { Method: var method, Behind: var behind, Escape: var reason }) return;
        if (behind.Count == 0 && MethodLimits.Reason(method, context.Compilation) is not null) return;
        if (reason is null && Interceptability.IsMissed(call, context.SemanticModel, context.CancellationToken))
            reason = "what it calls is decided by the output of another generator, which is not seen";
        if (reason is not null) Report(context, NameIn(call.Expression), method, reason);
    }

    // A name that stands for the method itself, and is not called on the spot: a delegate is made of it.
    private static void AnalyzeName(SyntaxNodeAnalysisContext context, AnnotatedNames names)
    {
        var name = (SimpleNameSyntax)context.Node;
        if (!names.Contains(name.Identifier.ValueText) || IsCalledOrNotAValue(name)) return;
        if (context.SemanticModel.GetSymbolInfo(name, context.CancellationToken).Symbol is not IMethodSymbol symbol) return;

        var method = MethodShapeParser.Definition(symbol);
        if (PartialMethods.CoversItself(method)) return;
        if (Annotations.Source(method) is null)
        {
            if (Implementations.Behind(method, context.Compilation).Count == 0) return;
        }
        else if (MethodLimits.Reason(method, context.Compilation) is not null)
        {
            return;
        }

        Report(context, name, method, "a delegate is made of it, and calls of the delegate cannot be intercepted; write a lambda that calls it");
    }

    private static bool IsCalledOrNotAValue(SimpleNameSyntax name)
    {
        SyntaxNode node = name;
        while (node.Parent is MemberAccessExpressionSyntax access && access.Name == node) node = access;
        if (node.Parent is MemberBindingExpressionSyntax binding) node = binding;
        return node.Parent switch
        {
            InvocationExpressionSyntax call => call.Expression == node,
            ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "nameof" } } } => true,
            NameColonSyntax or NameEqualsSyntax or QualifiedNameSyntax or AttributeSyntax or CrefSyntax => true,
            _ => false,
        };
    }

    private static SyntaxNode NameIn(ExpressionSyntax expression) => expression switch
    {
        MemberAccessExpressionSyntax access => access.Name,
        MemberBindingExpressionSyntax binding => binding.Name,
        _ => expression,
    };

    private static void Report(SyntaxNodeAnalysisContext context, SyntaxNode place, IMethodSymbol method, string reason) =>
        context.ReportDiagnostic(Diagnostic.Create(Descriptors.CallNotCovered, place.GetLocation(), $"{method.ContainingType.Name}.{method.Name}", reason));
}
