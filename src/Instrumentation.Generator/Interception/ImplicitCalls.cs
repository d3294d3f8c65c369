using System.Runtime.CompilerServices;
using Instrumentation.Generator.Methods;
using Instrumentation.Generator.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Instrumentation.Generator.Interception;

/// <summary>
/// Finds the calls that syntax makes without writing them: queries, <c>foreach</c>, <c>using</c>, collection initializers and their like.
/// There is no place that an interceptor could name, so that each such use of an annotated method is a gap.
/// </summary>
/// <remarks>
/// Such a use has no name in the file that could be looked for. But there are few names that syntax calls, and where no annotated method
/// has one of a construct's, nothing of that construct is looked at: in most projects no file is read for any of this.
/// </remarks>
internal sealed class ImplicitCalls
{
    private static readonly ConditionalWeakTable<AnnotatedNames, ImplicitCalls> s_perNames = new();

    private static readonly Construct[] s_all =
    [
        new("a query calls it, and no call is written; call it by its name, or make the method partial", ImplicitTargets.OfQuery)
        {
            Kinds = [SyntaxKind.FromClause, SyntaxKind.LetClause, SyntaxKind.JoinClause, SyntaxKind.WhereClause, SyntaxKind.AscendingOrdering, SyntaxKind.DescendingOrdering, SyntaxKind.SelectClause, SyntaxKind.GroupClause],
            Names = ["Cast", "Where", "Select", "SelectMany", "Join", "GroupJoin", "OrderBy", "OrderByDescending", "ThenBy", "ThenByDescending", "GroupBy"],
            Word = "from",
        },
        new("'foreach' calls it, and no call is written; make the method partial", ImplicitTargets.OfForEach)
        {
            Kinds = [SyntaxKind.ForEachStatement, SyntaxKind.ForEachVariableStatement],
            Names = ["GetEnumerator", "GetAsyncEnumerator", "MoveNext", "MoveNextAsync", "Dispose", "DisposeAsync", "GetAwaiter", "GetResult"],
            Word = "foreach",
        },
        new("a spread element calls it, and no call is written; make the method partial", ImplicitTargets.OfSpread)
        {
            Kinds = [SyntaxKind.SpreadElement],
            Names = ["GetEnumerator", "MoveNext", "Dispose"],
        },
        new("'using' calls it, and no call is written; call it in a 'finally', or make the method partial", ImplicitTargets.OfUsing)
        {
            Kinds = [SyntaxKind.UsingStatement, SyntaxKind.LocalDeclarationStatement],
            Names = ["Dispose", "DisposeAsync", "GetAwaiter", "GetResult"],
            Word = "using",
        },
        new("'await' calls it, and no call is written; make the method partial", ImplicitTargets.OfAwait)
        {
            Kinds = [SyntaxKind.AwaitExpression],
            Names = ["GetAwaiter", "GetResult"],
            Word = "await",
        },
        new("'fixed' calls it, and no call is written; make the method partial", ImplicitTargets.OfFixed)
        {
            Kinds = [SyntaxKind.FixedStatement],
            Names = ["GetPinnableReference"],
            Word = "fixed",
        },
        new("a collection initializer calls it, and no call is written; call it by its name, or make the method partial", ImplicitTargets.OfInitializer)
        {
            Kinds = [SyntaxKind.CollectionInitializerExpression],
            Names = ["Add"],
            Word = "new",
        },
        new("a collection expression calls it, and no call is written; call it by its name, or make the method partial", ImplicitTargets.OfCollection)
        {
            Kinds = [SyntaxKind.CollectionExpression],
            Names = ["Add", "Create"],
            IsOfBuilders = true,
        },
        new("a deconstruction calls it, and no call is written; call it by its name, or make the method partial", ImplicitTargets.OfDeconstruction)
        {
            Kinds = [SyntaxKind.SimpleAssignmentExpression, SyntaxKind.ForEachVariableStatement],
            Names = ["Deconstruct"],
        },
        new("a pattern calls it, and no call is written; call it by its name, or make the method partial", ImplicitTargets.OfPattern)
        {
            Kinds = [SyntaxKind.RecursivePattern, SyntaxKind.SlicePattern],
            Names = ["Deconstruct", "Slice"],
        },
        new("a range calls it, and no call is written; call it by its name, or make the method partial", ImplicitTargets.OfRange)
        {
            Kinds = [SyntaxKind.ElementAccessExpression, SyntaxKind.ElementBindingExpression],
            Names = ["Slice"],
        },
        new("an interpolated string calls it, and no call is written; call it by its name, or make the method partial", ImplicitTargets.OfText)
        {
            Kinds = [SyntaxKind.InterpolatedStringExpression],
            Names = ["AppendLiteral", "AppendFormatted"],
        },
    ];

    private readonly AnnotatedNames _names;
    private readonly Construct[] _concerned;

    private ImplicitCalls(AnnotatedNames names)
    {
        _names = names;
        _concerned = [.. s_all.Where(construct => construct.Names.Any(names.Contains) || (construct.IsOfBuilders && names.HasCollectionBuilders))];
        Kinds = [.. _concerned.SelectMany(static construct => construct.Kinds).Distinct()];
    }

    /// <summary>The nodes that can call an annotated method; in most projects there are none.</summary>
    public SyntaxKind[] Kinds { get; }

    public static ImplicitCalls Of(AnnotatedNames names) => s_perNames.GetValue(names, static names => new ImplicitCalls(names));

    /// <summary>The nodes of a file that may call one; where a keyword tells, the file is only read if it has that.</summary>
    public IEnumerable<SyntaxNode> In(SyntaxTree tree, CancellationToken cancellation)
    {
        var kinds = new HashSet<SyntaxKind>(_concerned.Where(construct => construct.MayBeIn(tree, cancellation)).SelectMany(static construct => construct.Kinds));
        return kinds.Count == 0 ? [] : tree.GetRoot(cancellation).DescendantNodes().Where(node => kinds.Contains(node.Kind()));
    }

    /// <summary>The annotated methods that a node calls without naming them.</summary>
    public IEnumerable<MethodUse> At(SyntaxNode node, SemanticModel model, CancellationToken cancellation)
    {
        foreach (var construct in _concerned)
        {
            if (!construct.Kinds.Contains(node.Kind())) continue;
            foreach (var (method, place) in construct.Targets(node, model, cancellation))
            {
                if (method is not null && _names.Contains(method.SimpleName()) && MethodUses.OfImplicit(method, place, construct.Reason, model) is { } use) yield return use;
            }
        }
    }

    /// <summary>Syntax that calls methods.</summary>
    /// <param name="reason">Why such a call is not covered, and what helps.</param>
    /// <param name="targets">The methods that a node of it calls, annotated or not, and the place of each.</param>
    private sealed class Construct(string reason, Func<SyntaxNode, SemanticModel, CancellationToken, IEnumerable<ImplicitTarget>> targets)
    {
        private int[]? _hashes;

        public string Reason { get; } = reason;

        public Func<SyntaxNode, SemanticModel, CancellationToken, IEnumerable<ImplicitTarget>> Targets { get; } = targets;

        /// <summary>The nodes that are such syntax.</summary>
        public SyntaxKind[] Kinds { get; set; } = [];

        /// <summary>The names of what it calls.</summary>
        public string[] Names { get; set; } = [];

        /// <summary>The keyword that it has, if it has one.</summary>
        public string? Word { get; set; }

        /// <summary>Whether it calls what a <c>[CollectionBuilder]</c> names, too.</summary>
        public bool IsOfBuilders { get; set; }

        public bool MayBeIn(SyntaxTree tree, CancellationToken cancellation) =>
            Word is null || WordsInTree.Of(tree, cancellation).MayHave(new HashSet<int>(_hashes ??= [WordsInText.HashOf(Word)]));
    }
}
