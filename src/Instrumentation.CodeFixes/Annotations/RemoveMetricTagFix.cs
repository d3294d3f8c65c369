using System.Collections.Immutable;
using System.Composition;
using Instrumentation.CodeFixes.Editing;
using Instrumentation.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Instrumentation.CodeFixes.Annotations;

/// <summary>Takes a tag out of a metric's <c>Tags</c>: one that has any number of values, or one that is personal data.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RemoveMetricTagFix)), Shared]
public sealed class RemoveMetricTagFix : TextFix
{
    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.MetricUnbounded, DiagnosticIds.PiiInMetric];

    private protected override IEnumerable<Offer> Offers(Diagnostic diagnostic, SyntaxNode node, SemanticModel model, CancellationToken cancellation)
    {
        if (node.FirstAncestorOrSelf<AttributeArgumentSyntax>() is not { NameEquals.Name.Identifier.ValueText: "Tags" } tags) yield break;
        if (Removal(tags, diagnostic.Location.SourceSpan) is { } removal) yield return new Offer("Remove the tag", nameof(RemoveMetricTagFix), removal);
    }

    /// <summary>Takes out the entry that stands there.</summary>
    internal static TextChange? Removal(AttributeArgumentSyntax tags, TextSpan place) => tags.Expression switch
    {
        CollectionExpressionSyntax list => Removal(tags, list.Elements, place),
        ImplicitArrayCreationExpressionSyntax list => Removal(tags, list.Initializer.Expressions, place),
        ArrayCreationExpressionSyntax { Initializer: { } list } => Removal(tags, list.Expressions, place),
        _ => null,
    };

    private static TextChange? Removal<T>(AttributeArgumentSyntax tags, SeparatedSyntaxList<T> list, TextSpan place)
        where T : SyntaxNode
    {
        if (list.FirstOrDefault(element => element.Span == place) is not { } element) return null;
        return list.Count == 1 ? Removals.Of(tags) : Removals.Of(list, element);
    }
}
