using System.Collections.Immutable;
using System.Composition;
using Instrumentation.CodeFixes.Editing;
using Instrumentation.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Instrumentation.CodeFixes.Methods;

/// <summary>Makes a method internal that generated code cannot reach.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MakeInternalFix)), Shared]
public sealed class MakeInternalFix : TextFix
{
    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.MethodNotCovered];

    private protected override IEnumerable<Offer> Offers(Diagnostic diagnostic, SyntaxNode node, SemanticModel model, CancellationToken cancellation)
    {
        if (!diagnostic.Properties.ContainsKey(FixProperties.InternalHelps) || node.FirstAncestorOrSelf<MethodDeclarationSyntax>() is not { } method) yield break;

        // Every override would have to follow.
        if (method.Modifiers.Any(static modifier => modifier.IsKind(SyntaxKind.VirtualKeyword) || modifier.IsKind(SyntaxKind.OverrideKeyword) || modifier.IsKind(SyntaxKind.AbstractKeyword))) yield break;

        var access = method.Modifiers.Where(static modifier => modifier.IsKind(SyntaxKind.PrivateKeyword) || modifier.IsKind(SyntaxKind.ProtectedKeyword)).ToList();
        var change = access.Count == 0
            ? new TextChange(new TextSpan((method.Modifiers.Count > 0 ? method.Modifiers[0] : method.ReturnType.GetFirstToken()).SpanStart, 0), "internal ")
            : new TextChange(TextSpan.FromBounds(access[0].SpanStart, access[access.Count - 1].Span.End), "internal");
        yield return new Offer("Make the method internal", nameof(MakeInternalFix), change);
    }
}
