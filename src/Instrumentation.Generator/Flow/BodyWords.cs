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

    // Each body with the first place that the word stands at in it.
    private readonly Dictionary<int, List<(FlowBody Body, int Start)>> _byWord = [];
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
    public IEnumerable<FlowBody> With(string word) => With(word, static _ => true, static _ => true);

    /// <summary>Those of some bodies.</summary>
    public IEnumerable<FlowBody> With(string word, Func<FlowBody, bool> isAsked) => With(word, isAsked, static _ => true);

    /// <summary>The bodies in which the word may be a name, and not only of what is called with nothing.</summary>
    public IEnumerable<FlowBody> WithArguments(string word) => With(word, static _ => true, static token =>
        !(token.GetNextToken() is var open && open.IsKind(SyntaxKind.OpenParenToken) && open.GetNextToken().IsKind(SyntaxKind.CloseParenToken)));

    private IEnumerable<FlowBody> With(string word, Func<FlowBody, bool> isAsked, Func<SyntaxToken, bool> isMeant)
    {
        var hash = WordsInText.HashOf(word);
        var bodies = _byWord.TryGetValue(hash, out var found) ? found : [];
        return bodies.Where(found => isAsked(found.Body) && (hash == s_newException || IsNamed(hash, found.Body, found.Start, isMeant))).Select(static found => found.Body).Concat(_unsure.Where(isAsked));
    }

    // Not only in a text or a comment: what stores names of columns has many of them.
    private static bool IsNamed(int hash, FlowBody body, int start, Func<SyntaxToken, bool> isMeant)
    {
        if (HasBase(body) || IsName(start)) return true;
        foreach (var word in WordsInText.Of(body.Node.SyntaxTree.GetText(), TextSpan.FromBounds(Math.Max(start, body.Span.Start), body.Span.End)))
        {
            if (word.Hash == hash && !word.IsQuoted && word.Start != start && IsName(word.Start)) return true;
        }

        return false;

        bool IsName(int position) => body.Node.FindToken(position) is var token && token.IsKind(SyntaxKind.IdentifierToken) && isMeant(token);
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

                if (word.IsSure) Add(word.Hash, around[i], word.Start);
                else _unsure.Add(around[i]);
                if (makesException) Add(s_newException, around[i], word.Start);
            }
        }
    }

    // `: base(message)` calls what it does not name.
    private void AddBase(FlowBody body)
    {
        if (!HasBase(body) || body.Owner.ContainingType.BaseType is not { } type) return;
        Add(WordsInText.HashOf(type.Name), body, body.Span.Start);
        if (type.IsException()) Add(s_newException, body, body.Span.Start);
    }

    private void Add(int hash, FlowBody body, int start)
    {
        if (!_byWord.TryGetValue(hash, out var bodies)) _byWord[hash] = bodies = [];
        if (bodies.Count == 0 || bodies[bodies.Count - 1].Body != body) bodies.Add((body, start));
    }
}
