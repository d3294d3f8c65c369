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
    private const int BufferSize = 4096;

    private readonly HashSet<string> _names;
    private readonly HashSet<int> _hashes;

    public NamesInTree(IEnumerable<string> names)
    {
        _names = new HashSet<string>(names, StringComparer.Ordinal);
        _hashes = new HashSet<int>(_names.Select(static name => name.Aggregate(0, Add)));
    }

    public int Count => _names.Count;

    public bool Contains(string name) => _names.Contains(name);

    /// <summary>The names that stand in the file's code, in its order; not those in comments, texts and code that is not compiled.</summary>
    public IEnumerable<SimpleNameSyntax> In(SyntaxTree tree, CancellationToken cancellation)
    {
        if (_names.Count == 0 || !tree.TryGetText(out var text)) text = _names.Count == 0 ? SourceText.From("") : tree.GetText(cancellation);
        var root = default(SyntaxNode);
        foreach (var position in Positions(text))
        {
            cancellation.ThrowIfCancellationRequested();
            var token = (root ??= tree.GetRoot(cancellation)).FindToken(position);
            if (token.IsKind(SyntaxKind.IdentifierToken) && token.Span.Contains(position) && token.Parent is SimpleNameSyntax name && _names.Contains(token.ValueText)) yield return name;
        }
    }

    // Where words stand that may be one of the names.
    private IEnumerable<int> Positions(SourceText text)
    {
        var buffer = new char[BufferSize];
        var (hash, start, isSure) = (0, -1, true);
        for (var offset = 0; offset < text.Length; offset += BufferSize)
        {
            var count = Math.Min(BufferSize, text.Length - offset);
            text.CopyTo(offset, buffer, 0, count);
            for (var i = 0; i < count; i++)
            {
                var c = buffer[i];
                if (IsPart(c))
                {
                    if (start < 0) (hash, start, isSure) = (0, offset + i, true);
                    hash = Add(hash, c);
                    // \u0041bc, and characters that count for nothing: the compiler knows what it is called.
                    if (c is '\\' or > '\u007f') isSure = false;
                }
                else if (start >= 0)
                {
                    if (!isSure || _hashes.Contains(hash)) yield return start;
                    start = -1;
                }
            }
        }

        if (start >= 0 && (!isSure || _hashes.Contains(hash))) yield return start;
    }

    private static bool IsPart(char c) => c <= '\u007f'
        ? c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_' or '\\'
        : SyntaxFacts.IsIdentifierPartCharacter(c);

    private static int Add(int hash, char c) => unchecked((hash * 31) + c);
}
