using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Flow;

/// <summary>Decides which bodies have to be followed: those that read a source, and those that are handed one by what they call or by a field.</summary>
internal sealed class FlowScan
{
    private readonly FlowProgram _program;
    private readonly Dictionary<ISymbol, List<FlowBody>> _mentions = new(SymbolEqualityComparer.Default);
    private readonly List<FlowBody> _first = [];
    private readonly HashSet<FlowBody> _mattering = [];
    private readonly HashSet<FlowBody> _read = [];
    private readonly Dictionary<ITypeSymbol, HashSet<FlowBody>> _keepers = new(SymbolEqualityComparer.Default);
    private readonly BodyReader _reader;
    private readonly bool _isBrief;

    /// <param name="program">The program.</param>
    /// <param name="sources">The bodies that may read sources; where it is given, others are read once a word in them is a reason to.</param>
    public FlowScan(FlowProgram program, IEnumerable<FlowBody>? sources)
    {
        _program = program;
        _isBrief = sources is not null;
        _reader = new BodyReader(program.Policy, program.Holders, program.Compilation);
        Matter(Read(sources ?? program.Bodies.All));
    }

    public IReadOnlyList<FlowBody> First() => _first;

    /// <summary>The bodies that call what hands out a source, or read a member that now holds one, or keep functions that somebody has asked for.</summary>
    public IReadOnlyList<FlowBody> Next(IReadOnlyCollection<FlowBody> returning, IEnumerable<(ITypeSymbol Type, string Part)> changed, IEnumerable<FlowBody> keeping)
    {
        var news = new List<ISymbol>();
        foreach (var body in returning) news.AddRange(MemberNames.CalledAs(body.Owner is IMethodSymbol { AssociatedSymbol: { } property } ? property : body.Owner));
        foreach (var (type, part) in changed)
        {
            var name = part.Trim('(', ')');
            news.AddRange(Part.In(type, name));
            if (part[0] == '(' && type is INamedTypeSymbol named) news.AddRange(named.InstanceConstructors.SelectMany(static constructor => constructor.Parameters).Where(parameter => parameter.Name == name));
        }

        var next = new HashSet<FlowBody>(keeping);
        if (_isBrief)
        {
            var first = Read(news.SelectMany(_program.Names.Naming));
            Matter(first);
            next.UnionWith(first);
        }

        foreach (var member in news)
        {
            if (_mentions.TryGetValue(member.OriginalDefinition, out var bodies)) next.UnionWith(bodies);
        }

        Matter(returning);
        return [.. _program.Bodies.All.Where(next.Contains)];
    }

    /// <summary>The bodies that keep functions of some kinds.</summary>
    public IReadOnlyList<FlowBody> Keeping(IReadOnlyCollection<ITypeSymbol> kinds)
    {
        var bodies = _keepers.Where(keeper => kinds.Any(kind => FlowDispatch.MayBeSame(kind, keeper.Key))).SelectMany(static keeper => keeper.Value).Distinct().ToList();
        Matter(bodies);
        return bodies;
    }

    /// <summary>Whether the body reads a source or hands one out.</summary>
    public bool Matters(FlowBody body) => _mattering.Contains(body);

    private void Matter(IEnumerable<FlowBody> bodies)
    {
        foreach (var body in bodies)
        {
            if (!_mattering.Add(body) || body.Owner is not (IFieldSymbol or IPropertySymbol) || body.Owner.ContainingType is not { } type) continue;

            // An initializer runs with every constructor.
            foreach (var constructor in type.InstanceConstructors)
            {
                if (_program.Bodies.Of(constructor) is { } code) _mattering.Add(code);
            }
        }
    }

    // Those of them that were not read before and have to be followed.
    private List<FlowBody> Read(IEnumerable<FlowBody> bodies)
    {
        var unread = bodies.Where(_read.Add).ToList();
        var facts = _program.Crew.Map(unread, body =>
        {
            _program.Cancellation.ThrowIfCancellationRequested();
            return _reader.Read(body);
        });
        var first = new List<FlowBody>();
        for (var i = 0; i < facts.Length; i++)
        {
            if (facts[i].IsFirst) first.Add(unread[i]);
            foreach (var kind in facts[i].Kept) Keepers(kind).Add(unread[i]);
            foreach (var name in facts[i].Names)
            {
                if (!_mentions.TryGetValue(name, out var naming)) _mentions[name] = naming = [];
                if (naming.Count == 0 || naming[naming.Count - 1] != unread[i]) naming.Add(unread[i]);
            }
        }

        _first.AddRange(first);
        return first;
    }

    /// <summary>Those that keep functions of a kind.</summary>
    public ICollection<FlowBody> Keepers(ITypeSymbol kind)
    {
        if (!_keepers.TryGetValue(kind, out var bodies)) _keepers[kind] = bodies = [];
        return bodies;
    }
}
