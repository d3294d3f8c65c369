using System.Collections.Immutable;
using System.Composition;
using Instrumentation.CodeFixes.Editing;
using Instrumentation.Generator;
using Instrumentation.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Instrumentation.CodeFixes.Privacy;

/// <summary>Marks what a method returns as personal data.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MarkReturnFix)), Shared]
public sealed class MarkReturnFix : TextFix
{
    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.PiiReturnUnmarked];

    private protected override IEnumerable<Offer> Offers(Diagnostic diagnostic, SyntaxNode node, SemanticModel model, CancellationToken cancellation)
    {
        if (node.FirstAncestorOrSelf<MethodDeclarationSyntax>() is not { } method) yield break;
        var text = method.SyntaxTree.GetText(cancellation);
        var line = text.Lines.GetLineFromPosition(method.SpanStart);
        var before = text.ToString(TextSpan.FromBounds(line.Start, method.SpanStart));
        var after = before.Trim().Length == 0 ? DeclarationEdits.LineBreak(text) + before : " ";
        yield return new Offer("Mark the return value as personal data", nameof(MarkReturnFix), new TextChange(new TextSpan(method.SpanStart, 0), $"[return: {AttributeSyntaxes.NameAt(method.SpanStart, AttributeNames.Pii, model)}]{after}"));
    }
}
