using Instrumentation.Generator.Flow;
using Instrumentation.Generator.Roslyn;
using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Privacy;

/// <summary>The leaks of a compilation, found when the first file asks for them and kept for the others.</summary>
internal sealed class PiiLeaks(Compilation compilation, FlowPolicy policy)
{
    private readonly object _gate = new();
    private Dictionary<SyntaxTree, List<Finding>>? _byTree;
    private List<KeyValuePair<ISymbol, SyntaxNode>> _notFollowed = [];
    private List<KeyValuePair<IMethodSymbol, ISymbol>> _handedOut = [];

    /// <summary>The leaks in a file, in its order.</summary>
    public IReadOnlyList<Finding> In(SyntaxTree tree, CancellationToken cancellation) => Followed(cancellation).TryGetValue(tree, out var findings) ? findings : [];

    /// <summary>The methods of a file that could not be followed.</summary>
    public IEnumerable<KeyValuePair<ISymbol, SyntaxNode>> NotFollowedIn(SyntaxTree tree, CancellationToken cancellation)
    {
        Followed(cancellation);
        return _notFollowed.Where(method => method.Value.SyntaxTree == tree).OrderBy(static method => method.Value.SpanStart);
    }

    /// <summary>The methods of a file that return a source, in its order.</summary>
    public IEnumerable<KeyValuePair<IMethodSymbol, ISymbol>> HandedOutIn(SyntaxTree tree, CancellationToken cancellation)
    {
        Followed(cancellation);
        return _handedOut.Where(method => method.Key.Locations[0].SourceTree == tree).OrderBy(static method => method.Key.Locations[0].SourceSpan.Start);
    }

    private Dictionary<SyntaxTree, List<Finding>> Followed(CancellationToken cancellation)
    {
        // A request that is cancelled leaves the work to the next one.
        lock (_gate)
        {
            if (_byTree is not null) return _byTree;
            var program = new FlowProgram(compilation, policy, cancellation);
            _notFollowed = [.. program.GivenUp];
            _handedOut = [.. program.HandedOut];
            return _byTree = program.Findings
                .GroupBy(static finding => finding.Place.SyntaxTree)
                .ToDictionary(static group => group.Key, static group => group.OrderBy(static finding => finding.Place.SpanStart).ThenBy(static finding => finding.Source.ShortName(), StringComparer.Ordinal).ToList());
        }
    }
}
