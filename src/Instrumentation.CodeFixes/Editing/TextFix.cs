using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace Instrumentation.CodeFixes.Editing;

/// <summary>A fix that changes the text around the diagnostic and nothing else, so that many of them can be applied at once.</summary>
public abstract class TextFix : CodeFixProvider
{
    /// <inheritdoc />
    public sealed override FixAllProvider? GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc />
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is not { } root) return;
        if (await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false) is not { } model) return;
        foreach (var diagnostic in context.Diagnostics)
        {
            var node = root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
            foreach (var offer in Offers(diagnostic, node, model, context.CancellationToken))
            {
                var action = CodeAction.Create(offer.Title, cancellation => Apply(context.Document, offer.Changes, cancellation), offer.Key);
                context.RegisterCodeFix(action, diagnostic);
            }
        }
    }

    /// <summary>What can be done about a diagnostic.</summary>
    private protected abstract IEnumerable<Offer> Offers(Diagnostic diagnostic, SyntaxNode node, SemanticModel model, CancellationToken cancellation);

    private static async Task<Document> Apply(Document document, IReadOnlyList<TextChange> changes, CancellationToken cancellation)
    {
        var text = await document.GetTextAsync(cancellation).ConfigureAwait(false);
        return document.WithText(text.WithChanges(changes.OrderBy(static change => change.Span)));
    }
}

/// <summary>An edit that is offered.</summary>
/// <param name="Title">What it is called in the editor's menu.</param>
/// <param name="Key">What it shares with the edits that are applied together with it.</param>
/// <param name="Changes">The edit.</param>
internal sealed record Offer(string Title, string Key, params TextChange[] Changes);
