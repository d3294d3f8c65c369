using Instrumentation.Generator.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace Instrumentation.Generator.Flow;

/// <summary>A source that reaches a sink.</summary>
/// <param name="Source">The source.</param>
/// <param name="Sink">The sink.</param>
/// <param name="Place">What is written there.</param>
/// <param name="IsSerialized">Whether a serializer has written the value.</param>
/// <param name="Way">How the value gets there.</param>
internal sealed record Finding(ISymbol Source, FlowSink Sink, SyntaxNode Place, bool IsSerialized, Hop? Way);

/// <summary>How following is kept short, for whoever can do without what hides from it.</summary>
/// <param name="Sources">Finds the bodies that may read a source: only those, and those that name what hands one out, are read.</param>
/// <param name="MostSteps">How many blocks of code are looked at before all else is given up.</param>
internal sealed record BriefReading(Func<FlowProgram, IEnumerable<FlowBody>> Sources, int MostSteps);

/// <summary>
/// Follows values through a whole compilation, once. What a called method does with what it is given is found out once for each form of
/// what it is given, and kept; so four calls deep costs what one does.
/// </summary>
internal sealed class FlowProgram
{
    private const int MostRounds = 64;

    private FlowScan? _scan;
    private readonly Dictionary<(SyntaxNode Place, ISymbol Source), Finding> _findings = [];
    private readonly Dictionary<IMethodSymbol, ISymbol> _handedOut = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, SyntaxNode> _givenUp = new(SymbolEqualityComparer.Default);

    private readonly HashSet<ITypeSymbol> _asked = new(SymbolEqualityComparer.Default);
    private readonly List<ITypeSymbol> _askedNow = [];
    private FlowBody? _followed;
    private readonly Func<FlowProgram, IEnumerable<FlowBody>>? _sources;
    private BodyWords? _words;
    private MemberNames? _names;
    private readonly Dictionary<string, bool> _named = new(StringComparer.Ordinal);
    private int _stepsLeft;

    /// <summary>Follows a compilation.</summary>
    /// <param name="compilation">The compilation.</param>
    /// <param name="policy">What is a source and what is a sink.</param>
    /// <param name="crew">Does the parts that do not depend on each other.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <param name="brief">How it is kept short; <see langword="null"/> where everything is read.</param>
    public FlowProgram(Compilation compilation, FlowPolicy policy, FlowCrew crew, CancellationToken cancellation, BriefReading? brief = null)
    {
        _stepsLeft = brief?.MostSteps ?? int.MaxValue;
        _sources = brief?.Sources;
        Compilation = compilation;
        Policy = policy;
        Crew = crew;
        Cancellation = cancellation;
        Bodies = new FlowBodies(compilation, brief is null ? static (tree, compilation) => compilation.GetSemanticModel(tree) : PlainModels.Of, crew, cancellation);
        Dispatch = new FlowDispatch(compilation);
        Holders = new FlowHolders(policy, Dispatch);
        Calls = new CallTable(this);
        Kept = new KeptValues(this);
        Constants = new FlowConstants(this);
        Run();
    }

    public Compilation Compilation { get; }

    /// <summary>Whether it is kept short.</summary>
    public bool IsBrief => _sources is not null;

    /// <summary>Where it matters which constant it is.</summary>
    public FlowConstants Constants { get; }

    /// <summary>What lambdas, by their syntax, and local functions capture.</summary>
    public Dictionary<object, IReadOnlyCollection<object>> Captures { get; } = [];

    /// <summary>Takes a step; <see langword="false"/> where that is one too many.</summary>
    public bool Step() => _stepsLeft > 0 && --_stepsLeft > 0;

    /// <summary>Whether all steps are taken.</summary>
    public bool IsSpent => _stepsLeft <= 0;

    /// <summary>Allows that many steps from now on.</summary>
    public void Allow(int steps) => _stepsLeft = steps;

    public FlowPolicy Policy { get; }

    /// <summary>Does the parts that do not depend on each other.</summary>
    public FlowCrew Crew { get; }

    public CancellationToken Cancellation { get; }

    public FlowBodies Bodies { get; }

    /// <summary>The words in the bodies.</summary>
    public BodyWords Words => _words ??= new BodyWords(Compilation.SyntaxTrees, Bodies, Cancellation);

    /// <summary>Whether the name stands anywhere in the code.</summary>
    public bool Mentions(string name)
    {
        if (_named.TryGetValue(name, out var known)) return known;
        var names = new NamesInTree([name]);
        return _named[name] = Compilation.SyntaxTrees.Any(tree => names.In(tree, Cancellation).Any());
    }

    /// <summary>Where members are named.</summary>
    public MemberNames Names => _names ??= new MemberNames(Words);

    public FlowDispatch Dispatch { get; }

    public FlowHolders Holders { get; }

    public KeptValues Kept { get; }

    public FlowSite.Table Sites { get; } = new();

    public CallTable Calls { get; }

    public IEnumerable<Finding> Findings => _findings.Values;

    /// <summary>The methods that were too large to follow.</summary>
    public IEnumerable<KeyValuePair<ISymbol, SyntaxNode>> GivenUp => _givenUp;

    /// <summary>The methods whose result is a source, and the source.</summary>
    public IEnumerable<KeyValuePair<IMethodSymbol, ISymbol>> HandedOut => _handedOut;

    public void HandOut(IMethodSymbol method, ISymbol source) => _handedOut[method] = source;

    public void Report(Finding finding)
    {
        if (!_findings.ContainsKey((finding.Place, finding.Source))) _findings[(finding.Place, finding.Source)] = finding;
    }

    /// <summary>Somebody who does not know which functions of a kind there are hands one something that matters.</summary>
    public void Ask(ITypeSymbol kind)
    {
        if (_asked.Add(kind)) _askedNow.Add(kind);
    }

    /// <summary>Whether functions of a kind are asked for; where they are not yet, the body that is followed is followed again once they are.</summary>
    public bool IsAsked(ITypeSymbol kind)
    {
        if (_asked.Any(asked => FlowDispatch.MayBeSame(asked, kind))) return true;
        if (_followed is not null) _scan!.Keepers(kind).Add(_followed);
        return false;
    }

    /// <summary>The same, to begin again from.</summary>
    public IReadOnlyCollection<KeyValuePair<ISymbol, SyntaxNode>> GivenUpSoFar
    {
        get => [.. _givenUp];
        set
        {
            _givenUp.Clear();
            foreach (var one in value) _givenUp[one.Key] = one.Value;
        }
    }

    public void GiveUp(ISymbol method, SyntaxNode place) => _givenUp[method] = place;

    /// <summary>
    /// Whether the body reads a source, or hands one out that it has from what it calls. Where it does not, only what it is given can
    /// matter; whoever relies on that is followed again if it turns out to.
    /// </summary>
    public bool MayMatter(FlowBody body)
    {
        Calls.Need(body);
        return _scan!.Matters(body);
    }

    private void Run()
    {
        var scan = _scan = new FlowScan(this, _sources?.Invoke(this));
        var next = scan.First();
        var handed = new Dictionary<FlowBody, string>();
        var followed = new HashSet<FlowBody>();
        for (var round = 0; round < MostRounds && next.Count > 0; round++)
        {
            var returning = new List<FlowBody>();
            Crew.For(next.Count, index => next[index].Prepare());
            foreach (var body in next)
            {
                Cancellation.ThrowIfCancellationRequested();
                _followed = body;
                followed.Add(body);
                if (Calls.RunRoot(body) is not { } text || (handed.TryGetValue(body, out var known) && known == text)) continue;
                handed[body] = text;
                returning.Add(body);
            }

            _followed = null;
            var (members, facts, functions) = Kept.TakeChanged();
            var keeping = scan.Keeping(_askedNow);
            _askedNow.Clear();

            // A function is called with what its caller was given: all who led there are asked again, and not only who names it.
            var calling = Calls.Forget(functions);
            next = scan.Next(returning, members, keeping.Concat(followed.Where(body => calling.Contains(body.Owner))));
            Calls.Forget(returning.Concat(keeping).Concat(facts));
        }
    }
}
