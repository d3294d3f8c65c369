using Instrumentation.Generator.Flow;
using Instrumentation.Generator.Roslyn;
using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Privacy;

/// <summary>The leaks of a compilation, found when the first file asks for them and kept for the others.</summary>
internal sealed class PiiLeaks(Compilation compilation, FlowPolicy policy)
{
    private readonly WaitingCrew<Followed> _followed = new((crew, cancellation) => new Followed(new FlowProgram(compilation, policy, crew, cancellation)));

    /// <summary>The leaks in a file, in its order.</summary>
    public IReadOnlyList<Finding> In(SyntaxTree tree, CancellationToken cancellation) => _followed.Get(cancellation).Findings.TryGetValue(tree, out var findings) ? findings : [];

    /// <summary>The methods of a file that could not be followed.</summary>
    public IEnumerable<KeyValuePair<ISymbol, SyntaxNode>> NotFollowedIn(SyntaxTree tree, CancellationToken cancellation) =>
        _followed.Get(cancellation).GivenUp.Where(method => method.Value.SyntaxTree == tree).OrderBy(static method => method.Value.SpanStart);

    /// <summary>The methods of a file that return a source, in its order.</summary>
    public IEnumerable<KeyValuePair<IMethodSymbol, ISymbol>> HandedOutIn(SyntaxTree tree, CancellationToken cancellation) =>
        _followed.Get(cancellation).HandedOut.Where(method => method.Key.Locations[0].SourceTree == tree).OrderBy(static method => method.Key.Locations[0].SourceSpan.Start);

    // Without the program, which holds on to all that it has found out.
    private sealed class Followed(FlowProgram program)
    {
        public Dictionary<SyntaxTree, List<Finding>> Findings { get; } = program.Findings
            .GroupBy(static finding => finding.Place.SyntaxTree)
            .ToDictionary(static group => group.Key, static group => group.OrderBy(static finding => finding.Place.SpanStart).ThenBy(static finding => finding.Source.ShortName(), StringComparer.Ordinal).ToList());

        public List<KeyValuePair<ISymbol, SyntaxNode>> GivenUp { get; } = [.. program.GivenUp];

        public List<KeyValuePair<IMethodSymbol, ISymbol>> HandedOut { get; } = [.. program.HandedOut];
    }
}
