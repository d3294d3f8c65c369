using Instrumentation.Generator.Diagnostics;
using Instrumentation.Generator.Roslyn;
using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Privacy;

/// <summary>
/// The sinks that matter to a compilation: those of types that it knows, and what it answers, requests and stores only where the rule for that
/// is on.
/// </summary>
internal sealed class SinkTable
{
    private readonly MemberTable<SinkRow> _rows = new();
    private readonly bool _hasExposures;

    /// <param name="compilation">The compilation.</param>
    /// <param name="cancellation">Ends it.</param>
    public SinkTable(Compilation compilation, CancellationToken cancellation)
    {
        _hasExposures = Descriptors.PiiExposed.IsOn(compilation, cancellation);
        Rows = [.. PiiSinks.Rows.Concat(_hasExposures ? PiiExposures.Rows : []).Where(row => compilation.HasType(row.Type))];
        foreach (var row in Rows) _rows.Add(row.Type, row.Members, row);
    }

    /// <summary>Its rows.</summary>
    public IReadOnlyList<SinkRow> Rows { get; }

    /// <summary>The rows of a member.</summary>
    public IEnumerable<SinkRow> Of(ISymbol member) => _rows.Of(member);

    /// <summary>The kind of sink that is written to through what a member returns; <see langword="null"/> where that does not matter.</summary>
    public SinkFamily? OfRole(string role) => PiiSinks.Roles.TryGetValue(role, out var family) && (_hasExposures || family != SinkFamily.Exposure) ? family : null;
}
