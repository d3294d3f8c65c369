using System.Collections.Immutable;
using System.Composition;
using Instrumentation.CodeFixes.Editing;
using Instrumentation.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Instrumentation.CodeFixes.Annotations;

/// <summary>Writes the name or unit that the message suggests in place of the one that is against convention.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ApplySuggestionFix)), Shared]
public sealed class ApplySuggestionFix : TextFix
{
    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.TagName, DiagnosticIds.MetricName, DiagnosticIds.MetricUnit];

    private protected override IEnumerable<Offer> Offers(Diagnostic diagnostic, SyntaxNode node, SemanticModel model, CancellationToken cancellation)
    {
        if (!diagnostic.Properties.TryGetValue(FixProperties.Wrong, out var wrong)) yield break;
        if (!diagnostic.Properties.TryGetValue(FixProperties.Suggestion, out var suggestion) || suggestion is null) yield break;

        // A constant is changed where it is declared, by somebody who knows what else it names.
        var literal = node.DescendantNodesAndSelf().OfType<LiteralExpressionSyntax>()
            .FirstOrDefault(candidate => candidate.IsKind(SyntaxKind.StringLiteralExpression) && candidate.Token.ValueText == wrong);
        if (literal is null) yield break;
        yield return new Offer($"Write '{suggestion}'", nameof(ApplySuggestionFix), new TextChange(literal.Span, SymbolDisplay.FormatLiteral(suggestion, quote: true)));
    }
}
