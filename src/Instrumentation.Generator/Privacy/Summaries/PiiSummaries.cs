using System.Collections.Concurrent;
using Instrumentation.Generator.Methods;
using Instrumentation.Generator.Roslyn;
using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Privacy.Summaries;

/// <summary>What referenced libraries tell of their members.</summary>
internal sealed class PiiSummaries
{
    private readonly Compilation _compilation;
    private readonly Dictionary<string, MemberSummary> _byId = new(StringComparer.Ordinal);
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<ISymbol, MemberSummary?> _known = new(SymbolEqualityComparer.Default);

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

    /// <summary>The words that members are called by which return a source.</summary>
    public IEnumerable<string> Returning => WordsOf(static summary => summary.Returned.Any());

    /// <summary>The words that members are called by which write what they are given.</summary>
    public IEnumerable<string> Writing => WordsOf(static summary => summary.Written.Any());

    /// <summary>What is known of a method, constructor, property or field; <see langword="null"/> where nothing is.</summary>
    public MemberSummary? Of(ISymbol member)
    {
        // Most are asked for that nobody tells anything of: a name is cheaper than an id.
        if (_byId.Count == 0 || !_names.Contains(member.Name)) return null;
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
        _names.Add(MemberIds.NameOf(id));
    }

    private IEnumerable<string> WordsOf(Func<MemberSummary, bool> tells) => _byId.Where(pair => tells(pair.Value)).Select(static pair => MemberIds.WordOf(pair.Key)).Distinct();
}
