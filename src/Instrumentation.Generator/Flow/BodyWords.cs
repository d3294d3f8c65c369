using Instrumentation.Generator.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Instrumentation.Generator.Flow;

/// <summary>Which words stand in which bodies: found out by reading the files, before anything is bound.</summary>
/// <remarks>Equal names may mean something else, so that a body may be found that does not use what is asked for, and none is missed that does.</remarks>
internal sealed class BodyWords
{
    /// <summary>Stands for the name of an exception that is made.</summary>
    public const string NewException = "new Exception";

    private const string Suffix = "Exception";

    private static readonly int s_new = WordsInText.HashOf("new");
    private static readonly int s_newException = WordsInText.HashOf(NewException);

    private readonly Dictionary<int, List<FlowBody>> _byWord = [];
    private readonly HashSet<FlowBody> _unsure = [];

    // The file that a word stands in; null where it stands in several.
    private readonly Dictionary<int, SyntaxTree?> _files = [];
    private bool _isSure = true;

    public BodyWords(IEnumerable<SyntaxTree> files, FlowBodies bodies, CancellationToken cancellation)
    {
        var bodiesOf = bodies.All.ToLookup(static body => body.Node.SyntaxTree);
        foreach (var file in files)
        {
            cancellation.ThrowIfCancellationRequested();
            Read(file, [.. bodiesOf[file].OrderBy(static body => body.Span.Start)], cancellation);
        }
    }

    /// <summary>Whether the word stands in no other file than that one.</summary>
    public bool StandsOnlyIn(SyntaxTree file, string word) => _isSure && _files.TryGetValue(WordsInText.HashOf(word), out var only) && only == file;

    /// <summary>The bodies in which the word may be a name.</summary>
    public IEnumerable<FlowBody> With(string word)
    {
        var hash = WordsInText.HashOf(word);
        if (!_byWord.TryGetValue(hash, out var bodies)) return _unsure;
        return hash == s_newException ? bodies.Concat(_unsure) : bodies.Where(body => IsNamed(hash, body)).Concat(_unsure);
    }

    // Not only in a text or a comment: what stores names of columns has many of them.
    private static bool IsNamed(int hash, FlowBody body)
    {
        if (HasBase(body)) return true;
        foreach (var word in WordsInText.Of(body.Node.SyntaxTree.GetText(), body.Span))
        {
            if (word.Hash == hash && !word.IsQuoted && body.Node.FindToken(word.Start).IsKind(SyntaxKind.IdentifierToken)) return true;
        }

        return false;
    }

    private static bool HasBase(FlowBody body) => body.Owner is IMethodSymbol { MethodKind: MethodKind.Constructor, ContainingType.BaseType.SpecialType: not SpecialType.System_Object };

    private void Read(SyntaxTree tree, List<FlowBody> bodies, CancellationToken cancellation)
    {
        foreach (var body in bodies) AddBase(body);
        var text = tree.GetText(cancellation);
        var last = default(Word);
        var next = 0;
        var around = new List<FlowBody>();
        foreach (var word in WordsInText.Of(text))
        {
            var makesException = last.Hash == s_new && text.ToString(new TextSpan(word.Start, word.Length)).EndsWith(Suffix, StringComparison.Ordinal);
            last = word;
            if (word.IsQuoted) continue;
            if (!word.IsSure) _isSure = false;
            else if (!_files.TryGetValue(word.Hash, out var known)) _files.Add(word.Hash, tree);
            else if (known is not null && known != tree) _files[word.Hash] = null;
            while (next < bodies.Count && bodies[next].Span.Start <= word.Start) around.Add(bodies[next++]);
            for (var i = around.Count - 1; i >= 0; i--)
            {
                if (around[i].Span.End <= word.Start)
                {
                    around.RemoveAt(i);
                    continue;
                }

                if (word.IsSure) Add(word.Hash, around[i]);
                else _unsure.Add(around[i]);
                if (makesException) Add(s_newException, around[i]);
            }
        }
    }

    // `: base(message)` calls what it does not name.
    private void AddBase(FlowBody body)
    {
        if (!HasBase(body) || body.Owner.ContainingType.BaseType is not { } type) return;
        Add(WordsInText.HashOf(type.Name), body);
        if (type.IsException()) Add(s_newException, body);
    }

    private void Add(int hash, FlowBody body)
    {
        if (!_byWord.TryGetValue(hash, out var bodies)) _byWord[hash] = bodies = [];
        if (bodies.Count == 0 || bodies[bodies.Count - 1] != body) bodies.Add(body);
    }
}
