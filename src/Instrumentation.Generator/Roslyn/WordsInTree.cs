using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Roslyn;

/// <summary>All words of a file, kept as long as the file is: whoever looks for names in it reads it only where there is one.</summary>
internal sealed class WordsInTree
{
    private static readonly ConditionalWeakTable<SyntaxTree, WordsInTree> s_perTree = new();

    private readonly HashSet<int> _hashes = [];
    private readonly bool _isSure = true;

    private WordsInTree(SyntaxTree tree, CancellationToken cancellation)
    {
        foreach (var word in WordsInText.Of(tree.GetText(cancellation)))
        {
            _hashes.Add(word.Hash);
            _isSure &= word.IsSure;
        }
    }

    public static WordsInTree Of(SyntaxTree tree, CancellationToken cancellation) =>
        s_perTree.TryGetValue(tree, out var known) ? known : s_perTree.GetValue(tree, tree => new WordsInTree(tree, cancellation));

    /// <summary>Whether one of the words, by their hashes, may stand in it.</summary>
    public bool MayHave(HashSet<int> words)
    {
        if (!_isSure) return true;
        var (fewer, more) = words.Count < _hashes.Count ? (words, _hashes) : (_hashes, words);
        foreach (var word in fewer)
        {
            if (more.Contains(word)) return true;
        }

        return false;
    }
}
