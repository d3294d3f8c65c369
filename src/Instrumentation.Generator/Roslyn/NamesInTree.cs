using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Instrumentation.Generator.Roslyn;

/// <summary>A set of simple names, and the places in a file where one of them stands in code.</summary>
/// <remarks>
/// The text is read, and a node is asked for only where a word of it is one of the names: most files of a program hold few of them or
/// none, and to go through all nodes of all files would cost more than everything else.
/// </remarks>
internal sealed class NamesInTree
{
    private readonly HashSet<string> _names;
    private readonly HashSet<int> _hashes;

    public NamesInTree(IEnumerable<string> names)
    {
        _names = new HashSet<string>(names, StringComparer.Ordinal);
        _hashes = new HashSet<int>(_names.Select(WordsInText.HashOf));
    }

    public int Count => _names.Count;

    public bool Contains(string name) => _names.Contains(name);

    /// <summary>The names that stand in the file's code, in its order; not those in comments, texts and code that is not compiled.</summary>
    public IEnumerable<SimpleNameSyntax> In(SyntaxTree tree, CancellationToken cancellation)
    {
        if (_names.Count == 0 || !WordsInTree.Of(tree, cancellation).MayHave(_hashes)) yield break;
        var root = default(SyntaxNode);
        foreach (var position in Positions(tree.GetText(cancellation)))
        {
            cancellation.ThrowIfCancellationRequested();
            var token = (root ??= tree.GetRoot(cancellation)).FindToken(position);
            if (token.IsKind(SyntaxKind.IdentifierToken) && token.Span.Contains(position) && token.Parent is SimpleNameSyntax name && _names.Contains(token.ValueText)) yield return name;
        }
    }

    // Where words stand that may be one of the names.
    private IEnumerable<int> Positions(SourceText text)
    {
        foreach (var word in WordsInText.Of(text))
        {
            if (!word.IsSure || _hashes.Contains(word.Hash)) yield return word.Start;
        }
    }
}
