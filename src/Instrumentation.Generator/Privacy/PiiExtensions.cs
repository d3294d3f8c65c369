using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Privacy;

/// <summary>What a project adds to the tables: sinks, sanitizers and sources of its own.</summary>
internal sealed class PiiExtensions
{
    private readonly Dictionary<string, SinkRow> _sinks = new(StringComparer.Ordinal);
    private readonly HashSet<string> _sanitizers = new(StringComparer.Ordinal);
    private readonly HashSet<string> _sources = new(StringComparer.Ordinal);

    public PiiExtensions(IEnumerable<PiiListLine> lines)
    {
        foreach (var line in lines)
        {
            switch (line.Kind)
            {
                case PiiListKind.Sink:
                    _sinks[line.Id] = new SinkRow("user", "*", line.Family);
                    break;
                case PiiListKind.Sanitizer:
                    _sanitizers.Add(line.Id);
                    break;
                case PiiListKind.Source:
                    _sources.Add(line.Id);
                    break;
            }
        }
    }

    public bool IsSource(ISymbol symbol) => Has(_sources, symbol);

    public bool IsSanitizer(ISymbol symbol) => Has(_sanitizers, symbol);

    public IEnumerable<SinkRow> SinksOf(ISymbol member)
    {
        if (_sinks.Count == 0) yield break;
        foreach (var id in IdsOf(member))
        {
            if (_sinks.TryGetValue(id, out var row)) yield return row;
        }
    }

    private static bool Has(HashSet<string> ids, ISymbol symbol) => ids.Count > 0 && IdsOf(symbol).Any(ids.Contains);

    // Its own id, that of all its overloads, that of its type, and those of what it overrides or implements.
    private static IEnumerable<string> IdsOf(ISymbol symbol)
    {
        if (symbol is IMethodSymbol { ReducedFrom: { } reduced }) symbol = reduced;
        for (ISymbol? current = symbol.OriginalDefinition; current is not null; current = Overridden(current)?.OriginalDefinition)
        {
            if (current.GetDocumentationCommentId() is not { } id) yield break;
            yield return id;
            var arguments = id.IndexOf('(');
            if (arguments > 0) yield return id.Substring(0, arguments);
            if (current is IMethodSymbol { MethodKind: MethodKind.Ordinary } or IPropertySymbol && current.ContainingType.GetDocumentationCommentId() is { } type) yield return type;
        }

        if (symbol.ContainingType is not { TypeKind: not TypeKind.Interface } owner) yield break;
        foreach (var member in owner.AllInterfaces.SelectMany(implemented => implemented.GetMembers(symbol.Name)))
        {
            if (!SymbolEqualityComparer.Default.Equals(owner.FindImplementationForInterfaceMember(member), symbol) || member.OriginalDefinition.GetDocumentationCommentId() is not { } id) continue;
            yield return id;
            var arguments = id.IndexOf('(');
            if (arguments > 0) yield return id.Substring(0, arguments);
        }
    }

    private static ISymbol? Overridden(ISymbol member) => member switch
    {
        IMethodSymbol method => method.OverriddenMethod,
        IPropertySymbol property => property.OverriddenProperty,
        _ => null,
    };
}
