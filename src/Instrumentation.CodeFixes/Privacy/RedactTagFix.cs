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

/// <summary>Has a tagged value redacted that is marked where the tag stands: <c>[Pii(Redaction = Redaction.Hash), Tag]</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RedactTagFix)), Shared]
public sealed class RedactTagFix : TextFix
{
    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.PiiInSpan];

    private protected override IEnumerable<Offer> Offers(Diagnostic diagnostic, SyntaxNode node, SemanticModel model, CancellationToken cancellation)
    {
        if (node.AttributeAt() is not { Parent: AttributeListSyntax { Parent: { } declaration } list } || Mark(declaration, list, model, cancellation) is not { } mark) yield break;
        if (mark.ArgumentList?.Arguments.Any(static argument => argument.NameEquals?.Name.Identifier.ValueText == "Redaction") == true) yield break;

        var type = model.LookupNamespacesAndTypes(mark.SpanStart, name: "Redaction").Any(static symbol => symbol.ToDisplayString() == $"{AttributeNames.Namespace}.Redaction") ? "Redaction" : $"global::{AttributeNames.Namespace}.Redaction";
        foreach (var (title, redaction) in new[] { ("Record a keyed hash of it", "Hash"), ("Record that it is there, and nothing of it", "Erase") })
            yield return new Offer(title, $"Redact {redaction}", Setting(mark, $"Redaction = {type}.{redaction}"));
    }

    private static AttributeSyntax? Mark(SyntaxNode declaration, AttributeListSyntax list, SemanticModel model, CancellationToken cancellation)
    {
        var lists = declaration switch
        {
            ParameterSyntax parameter => parameter.AttributeLists,
            MemberDeclarationSyntax member => member.AttributeLists,
            _ => default,
        };
        return lists.Where(other => other.Target?.Identifier.ValueText == list.Target?.Identifier.ValueText).SelectMany(static other => other.Attributes)
            .FirstOrDefault(attribute => attribute.Is(AttributeNames.Pii, model, cancellation));
    }

    private static TextChange Setting(AttributeSyntax mark, string setting) => mark.ArgumentList is { } arguments
        ? new TextChange(new TextSpan(arguments.CloseParenToken.SpanStart, 0), arguments.Arguments.Count > 0 ? $", {setting}" : setting)
        : new TextChange(new TextSpan(mark.Span.End, 0), $"({setting})");
}
