using Instrumentation.Generator.Methods;
using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Privacy.Summaries;

/// <summary>What referenced libraries tell of their members.</summary>
internal sealed class PiiSummaries
{
    private readonly Compilation _compilation;
    private readonly Dictionary<string, MemberSummary> _byId = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<MemberSummary>> _byName = new(StringComparer.Ordinal);
    private readonly Dictionary<ISymbol, MemberSummary?> _known = new(SymbolEqualityComparer.Default);

    public PiiSummaries(Compilation compilation)
    {
        _compilation = compilation;
        foreach (var reference in AnnotatedNames.References(compilation))
        {
            if (reference.GetAttributes().Find(AttributeNames.Privacy) is not { ConstructorArguments: [{ Kind: TypedConstantKind.Array, IsNull: false } lines] }) continue;
            foreach (var line in lines.Values)
            {
                if (line.Value is string text && MemberSummary.Parse(text) is var (id, summary)) Add(id, summary);
            }
        }
    }

    /// <summary>The simple names of the members that return a source; of a constructor, <c>.ctor</c>.</summary>
    public IEnumerable<string> Returning => NamesOf(static summary => summary.Returned.Any());

    /// <summary>The simple names of the members that write what they are given.</summary>
    public IEnumerable<string> Writing => NamesOf(static summary => summary.Written.Any());

    /// <summary>What is known of a method, constructor, property or field; <see langword="null"/> where nothing is.</summary>
    public MemberSummary? Of(ISymbol member)
    {
        // Most are asked for that nobody tells anything of: a name is cheaper than an id.
        if (_byId.Count == 0 || !_byName.ContainsKey(member.Name)) return null;
        var definition = (member is IMethodSymbol { ReducedFrom: { } reduced } ? reduced : member).OriginalDefinition;
        if (_known.TryGetValue(definition, out var known)) return known;
        return _known[definition] = definition.GetDocumentationCommentId() is { } id && _byId.TryGetValue(id, out var summary) ? summary : null;
    }

    /// <summary>The source that the member returns as a whole: the marked member of the library where it can be seen from here, or else itself.</summary>
    public ISymbol? SourceOf(ISymbol member)
    {
        foreach (var (part, source) in Of(member)?.Returned ?? [])
        {
            if (part == MemberSummary.Whole) return Resolve(source, member);
        }

        return null;
    }

    /// <summary>The source of that id.</summary>
    public ISymbol Resolve(string id, ISymbol member) => DocumentationCommentId.GetFirstSymbolForDeclarationId(id, _compilation) ?? member.OriginalDefinition;

    private void Add(string id, MemberSummary summary)
    {
        if (_byId.TryGetValue(id, out var known))
        {
            known.Join(summary);
            return;
        }

        _byId[id] = summary;
        var parts = id.Split('(', '~')[0].Split('.', ':');
        Name(parts[^1].Split('`')[0].Replace("#ctor", ".ctor"), summary);

        // A constructor is called by the name of its type.
        if (parts[^1] == "#ctor") Name(parts[^2].Split('`')[0], summary);
    }

    private void Name(string name, MemberSummary summary)
    {
        if (!_byName.TryGetValue(name, out var summaries)) _byName[name] = summaries = [];
        summaries.Add(summary);
    }

    private IEnumerable<string> NamesOf(Func<MemberSummary, bool> tells) => _byName.Where(pair => pair.Value.Any(tells)).Select(static pair => pair.Key);
}
