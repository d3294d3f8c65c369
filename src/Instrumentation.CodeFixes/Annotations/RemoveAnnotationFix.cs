using System.Collections.Immutable;
using System.Composition;
using Instrumentation.CodeFixes.Editing;
using Instrumentation.Generator;
using Instrumentation.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Instrumentation.CodeFixes.Annotations;

/// <summary>Removes an annotation that has no effect, or the setting of it that has none.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RemoveAnnotationFix)), Shared]
public sealed class RemoveAnnotationFix : TextFix
{
    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds { get; } =
    [
        DiagnosticIds.MethodNotCovered, DiagnosticIds.TagNotRecordable, DiagnosticIds.TagWithoutSpan, DiagnosticIds.SpanSettings,
        DiagnosticIds.PiiInSpan,
    ];

    private protected override IEnumerable<Offer> Offers(Diagnostic diagnostic, SyntaxNode node, SemanticModel model, CancellationToken cancellation)
    {
        if (node.AttributeAt() is not { } attribute) yield break;
        if (diagnostic.Id != DiagnosticIds.SpanSettings)
        {
            yield return Whole(attribute);
        }
        else if (node.FirstAncestorOrSelf<AttributeArgumentSyntax>() is { } setting)
        {
            yield return new Offer("Remove the setting", "RemoveSetting", Removals.Of(setting));
        }
        else if (attribute.Is(AttributeNames.NotTraced, model, cancellation) && attribute.Parent?.Parent is MemberDeclarationSyntax declaration)
        {
            // The two contradict each other, and only a person knows which one is meant.
            foreach (var other in declaration.AttributeLists.All().Where(other => other.Is(AttributeNames.Traced, model, cancellation))) yield return Whole(other);
            yield return Whole(attribute);
        }
    }

    private static Offer Whole(AttributeSyntax attribute) => new($"Remove [{attribute.Name}]", $"Remove {attribute.Name}", Removals.Of(attribute));
}
