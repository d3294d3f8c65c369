using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Instrumentation.CodeFixes.Editing;

/// <summary>Edits of the file that declares something, which need not be the one with the diagnostic.</summary>
internal static class DeclarationEdits
{
    /// <summary>Applies edits, each in the file that its tree is of.</summary>
    public static async Task<Solution> Apply(Solution solution, IEnumerable<(SyntaxTree Tree, TextChange Change)> edits, CancellationToken cancellation)
    {
        foreach (var file in edits.GroupBy(static edit => edit.Tree))
        {
            if (solution.GetDocument(file.Key) is not { } document) continue;
            var text = await document.GetTextAsync(cancellation).ConfigureAwait(false);
            solution = solution.WithDocumentText(document.Id, text.WithChanges(file.Select(static edit => edit.Change).OrderBy(static change => change.Span)));
        }

        return solution;
    }

    /// <summary>The line break that a file uses.</summary>
    public static string LineBreak(SourceText text) => text.Lines.Count > 1 && text.ToString(TextSpan.FromBounds(text.Lines[0].End, text.Lines[0].EndIncludingLineBreak)) is { Length: > 0 } found ? found : "\n";

    /// <summary>What stands before a declaration in its line, if only blanks do.</summary>
    public static string Indentation(SyntaxNode declaration, SourceText text)
    {
        var line = text.Lines.GetLineFromPosition(declaration.SpanStart);
        var before = text.ToString(TextSpan.FromBounds(line.Start, declaration.SpanStart));
        return before.Trim().Length == 0 ? before : "";
    }

    /// <summary>The declaration of a method of this solution.</summary>
    public static MethodDeclarationSyntax? DeclarationOf(IMethodSymbol method, CancellationToken cancellation) =>
        method.DeclaringSyntaxReferences.Length == 1 ? method.DeclaringSyntaxReferences[0].GetSyntax(cancellation) as MethodDeclarationSyntax : null;
}
