using System.Collections.Immutable;
using System.Composition;
using Instrumentation.CodeFixes.Editing;
using Instrumentation.Generator;
using Instrumentation.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Instrumentation.CodeFixes.Methods;

/// <summary>
/// Annotates the method that is called in place of the implementation that generated code cannot see: the method of an interface, or the
/// one that is overridden. An explicit interface implementation, which nobody can call by itself, hands its annotations over.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AnnotateInterfaceFix)), Shared]
public sealed class AnnotateInterfaceFix : CodeFixProvider
{
    // A metric stays: an interface's method has no body to measure, and the rule about it says so.
    private static readonly string[] s_movable = [AttributeNames.Traced, AttributeNames.Measured, AttributeNames.Objective, AttributeNames.OwnedBy];

    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.MethodNotCovered, DiagnosticIds.CallNotCovered];

    /// <summary>None: several implementations of one interface would annotate it several times.</summary>
    public override FixAllProvider? GetFixAllProvider() => null;

    /// <inheritdoc />
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is not { } root) return;
        if (await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false) is not { } model) return;
        foreach (var diagnostic in context.Diagnostics)
        {
            var node = root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
            var (implementation, target) = diagnostic.Id == DiagnosticIds.CallNotCovered
                ? OfCall(diagnostic, node, model, context.CancellationToken)
                : OfAnnotation(node, model, context.CancellationToken);
            if (implementation is null || target is null) continue;
            if (DeclarationEdits.DeclarationOf(implementation, context.CancellationToken) is not { } from || DeclarationEdits.DeclarationOf(target, context.CancellationToken) is not { } to) continue;

            // An explicit implementation is never called by itself; any other one keeps what is written on it.
            var own = model.Compilation.GetSemanticModel(from.SyntaxTree);
            var edits = Moves(from, to, target, own, context.CancellationToken)
                .Where(edit => from.ExplicitInterfaceSpecifier is not null || edit.Tree != from.SyntaxTree || !from.Span.Contains(edit.Change.Span)).ToList();
            if (edits.Count == 0) continue;
            var solution = context.Document.Project.Solution;
            context.RegisterCodeFix(
                CodeAction.Create(
                    $"Annotate '{target.ContainingType.Name}.{target.Name}'",
                    cancellation => DeclarationEdits.Apply(solution, edits, cancellation),
                    nameof(AnnotateInterfaceFix)),
                diagnostic);
        }
    }

    private static (IMethodSymbol? Implementation, IMethodSymbol? Target) OfAnnotation(SyntaxNode node, SemanticModel model, CancellationToken cancellation) =>
        node.FirstAncestorOrSelf<MethodDeclarationSyntax>() is { ExplicitInterfaceSpecifier: not null } declaration
        && model.GetDeclaredSymbol(declaration, cancellation) is IMethodSymbol { ExplicitInterfaceImplementations: [var target] } method
            ? (method, target.OriginalDefinition)
            : default;

    private static (IMethodSymbol? Implementation, IMethodSymbol? Target) OfCall(Diagnostic diagnostic, SyntaxNode node, SemanticModel model, CancellationToken cancellation) =>
        diagnostic.Properties.TryGetValue(FixProperties.Behind, out var behind) && behind is not null
            ? (DocumentationCommentId.GetFirstSymbolForDeclarationId(behind, model.Compilation) as IMethodSymbol, (model.GetSymbolInfo(node, cancellation).Symbol as IMethodSymbol)?.OriginalDefinition)
            : default;

    private static IEnumerable<(SyntaxTree Tree, TextChange Change)> Moves(
        MethodDeclarationSyntax from, MethodDeclarationSyntax to, IMethodSymbol target, SemanticModel model, CancellationToken cancellation)
    {
        var text = to.SyntaxTree.GetText(cancellation);
        var isInLine = text.Lines.GetLineFromPosition(to.SpanStart) is var line && text.ToString(TextSpan.FromBounds(line.Start, to.SpanStart)).Trim().Length > 0;
        var separator = isInLine ? " " : DeclarationEdits.LineBreak(text) + DeclarationEdits.Indentation(to, text);

        // What stands together moves together, or two edits would touch one comma.
        foreach (var list in from.AttributeLists.Where(list => list.Attributes.All(attribute => IsMovable(attribute, s_movable, model, cancellation))))
            yield return (from.SyntaxTree, new TextChange(TextSpan.FromBounds(list.SpanStart, list.GetLastToken().GetNextToken().SpanStart), ""));
        foreach (var list in from.AttributeLists.Where(list => !list.Attributes.All(attribute => IsMovable(attribute, s_movable, model, cancellation))))
        {
            var kept = list.Attributes.Where(attribute => !IsMovable(attribute, s_movable, model, cancellation)).ToList();
            if (kept.Count < list.Attributes.Count) yield return (from.SyntaxTree, new TextChange(list.Attributes.Span, string.Join(", ", kept)));
        }

        var has = target.GetAttributes().Select(static attribute => attribute.AttributeClass?.ToDisplayString()).ToList();
        var moved = from.AttributeLists.All().Where(attribute => s_movable.Any(name => !has.Contains(name) && attribute.Is(name, model, cancellation))).ToList();
        if (moved.Count > 0) yield return (to.SyntaxTree, new TextChange(new TextSpan(to.SpanStart, 0), $"[{string.Join(", ", moved)}]{separator}"));

        for (var i = 0; i < Math.Min(from.ParameterList.Parameters.Count, to.ParameterList.Parameters.Count); i++)
        {
            foreach (var list in from.ParameterList.Parameters[i].AttributeLists.Where(list => list.Attributes.All(attribute => IsMovable(attribute, [AttributeNames.Tag], model, cancellation))))
            {
                yield return (from.SyntaxTree, new TextChange(TextSpan.FromBounds(list.SpanStart, list.GetLastToken().GetNextToken().SpanStart), ""));
                yield return (to.SyntaxTree, new TextChange(new TextSpan(to.ParameterList.Parameters[i].SpanStart, 0), $"{list} "));
            }
        }
    }

    private static bool IsMovable(AttributeSyntax attribute, string[] names, SemanticModel model, CancellationToken cancellation) =>
        names.Any(name => attribute.Is(name, model, cancellation));
}
