using System.Collections.Immutable;
using System.Composition;
using Instrumentation.CodeFixes.Editing;
using Instrumentation.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Instrumentation.CodeFixes.Annotations;

/// <summary>Adds the annotation that another one needs: <c>[Traced]</c> for a tag, <c>[Measured]</c> for an objective.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AddAnnotationFix)), Shared]
public sealed class AddAnnotationFix : TextFix
{
    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.TagWithoutSpan, DiagnosticIds.ObjectiveUnusable];

    private protected override IEnumerable<Offer> Offers(Diagnostic diagnostic, SyntaxNode node, SemanticModel model, CancellationToken cancellation)
    {
        if (!diagnostic.Properties.TryGetValue(FixProperties.Missing, out var missing) || missing is null) yield break;
        if (node.Ancestors().FirstOrDefault(static ancestor => ancestor is MethodDeclarationSyntax or TypeDeclarationSyntax) is not MemberDeclarationSyntax declaration) yield break;

        var start = declaration.SpanStart;
        var text = declaration.SyntaxTree.GetText(cancellation);
        var line = text.Lines.GetLineFromPosition(start);
        var before = text.ToString(TextSpan.FromBounds(line.Start, start));
        var after = before.Trim().Length == 0 ? text.ToString(TextSpan.FromBounds(line.End, line.EndIncludingLineBreak)) + before : " ";
        var annotation = $"[{AttributeSyntaxes.NameAt(start, missing, model)}]{after}";
        yield return new Offer($"Add [{AttributeSyntaxes.ShortName(missing)}]", $"Add {missing}", new TextChange(new TextSpan(start, 0), annotation));
    }
}
