using Instrumentation.Generator.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Instrumentation.Generator.Flow;

/// <summary>Where values may get to within a method, by the names that stand together in its statements: found out before anything is bound.</summary>
/// <remarks>
/// What one name of a statement holds, any other name in it may hold afterwards; what is compared may not. Too much may be reached, so that this
/// only tells what need not be followed. Static state of libraries, operators and functions that are kept are not looked for.
/// </remarks>
internal sealed class NameFlow
{
    private const string Exception = "Exception";

    private readonly IReadOnlyList<NameUnit> _units;
    private readonly NameScope _scope;

    private NameFlow(IReadOnlyList<NameUnit> units, NameScope scope)
    {
        _units = units;
        _scope = scope;
    }

    /// <summary>Reads a method; <see langword="null"/> where its code is not a block or an expression of its own, or goes too deep.</summary>
    public static NameFlow? Of(FlowBody body, NameScopes scopes)
    {
        if (body is not { Owner: IMethodSymbol { ContainingType: { } type } method, Node: BaseMethodDeclarationSyntax or AccessorDeclarationSyntax or ArrowExpressionClauseSyntax } || method.IsExtensionMember()) return null;
        var scope = scopes.Of(type);
        try
        {
            return new NameFlow(new NameUnitReader(method, scope).Read(body.Node), scope);
        }
        catch (InsufficientExecutionStackException)
        {
            return null;
        }
    }

    /// <summary>The names that may hold what these hold.</summary>
    public ISet<string> From(IEnumerable<string> names)
    {
        var reached = new HashSet<string>(names, StringComparer.Ordinal);
        for (var isNews = true; isNews;)
        {
            isNews = false;
            foreach (var unit in _units)
            {
                if (!unit.Names.Overlaps(reached)) continue;
                var before = reached.Count;

                // The type's own method may put what it is given anywhere, and a property may be made of any member.
                if (unit.Names.Contains(NameUnit.This) && unit.Names.Any(name => name != NameUnit.This && !_scope.State.Contains(name) && reached.Contains(name))) reached.UnionWith(_scope.State);
                if (unit.Names.Overlaps(_scope.State))
                {
                    reached.Add(NameUnit.This);
                    reached.UnionWith(_scope.Properties);
                }

                reached.UnionWith(unit.Names);
                isNews |= reached.Count > before;
            }
        }

        return reached;
    }

    /// <summary>Whether what these names hold may be part of the result.</summary>
    public bool Returns(ISet<string> reached) => _units.Any(unit => unit.IsResult && unit.Names.Overlaps(reached));

    /// <summary>Whether what these names hold may be given to something that is called so, or be part of an exception.</summary>
    public bool Uses(ISet<string> reached, ISet<string> words) => _units.Any(unit => unit.Names.Overlaps(reached)
        && (unit.IsOpen || unit.Words.Any(word => words.Contains(word) || word.EndsWith(Exception, StringComparison.Ordinal))));
}
