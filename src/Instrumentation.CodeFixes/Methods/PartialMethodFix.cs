using System.Collections.Immutable;
using System.Composition;
using Instrumentation.CodeFixes.Editing;
using Instrumentation.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Instrumentation.CodeFixes.Methods;

/// <summary>Makes an annotated method partial and moves its body to <c>&lt;Name>Core</c>, so that every caller is covered.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PartialMethodFix)), Shared]
public sealed class PartialMethodFix : CodeFixProvider
{
    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.MethodNotCovered, DiagnosticIds.CallNotCovered, DiagnosticIds.CalledElsewhere];

    /// <summary>None: several calls of one method would each make it partial.</summary>
    public override FixAllProvider? GetFixAllProvider() => null;

    /// <inheritdoc />
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is not { } root) return;
        if (await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false) is not { } model) return;
        foreach (var diagnostic in context.Diagnostics)
        {
            var node = root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
            var method = diagnostic.Id == DiagnosticIds.CallNotCovered ? Called(diagnostic, node, model, context.CancellationToken) : Annotated(diagnostic, node, model, context.CancellationToken);
            if (method is null || DeclarationEdits.DeclarationOf(method, context.CancellationToken) is not { } declaration) continue;

            var solution = context.Document.Project.Solution;
            if (solution.GetDocument(declaration.SyntaxTree) is not { } document) continue;
            if (await document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false) is not { } own || !PartialMethodBuilder.CanBuild(method, declaration)) continue;
            context.RegisterCodeFix(
                CodeAction.Create(
                    $"Make '{method.Name}' partial, with its body in '{method.Name}{PartialMethodBuilder.BodySuffix}'",
                    cancellation => DeclarationEdits.Apply(solution, new PartialMethodBuilder(declaration, own, cancellation).Edits(), cancellation),
                    nameof(PartialMethodFix)),
                diagnostic);
        }
    }

    private static IMethodSymbol? Annotated(Diagnostic diagnostic, SyntaxNode node, SemanticModel model, CancellationToken cancellation) =>
        diagnostic.Properties.ContainsKey(FixProperties.PartialHelps) && node.FirstAncestorOrSelf<MethodDeclarationSyntax>() is { } declaration
            ? model.GetDeclaredSymbol(declaration, cancellation) as IMethodSymbol
            : null;

    private static IMethodSymbol? Called(Diagnostic diagnostic, SyntaxNode node, SemanticModel model, CancellationToken cancellation)
    {
        if (diagnostic.Properties.TryGetValue(FixProperties.Called, out var id)) return DocumentationCommentId.GetFirstSymbolForDeclarationId(id!, model.Compilation) as IMethodSymbol;
        var symbols = model.GetSymbolInfo(node, cancellation);
        var symbol = symbols.Symbol ?? (symbols.CandidateSymbols.Length == 1 ? symbols.CandidateSymbols[0] : null);
        return symbol is IMethodSymbol method ? (method.ReducedFrom ?? method).OriginalDefinition : null;
    }
}
