using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Instrumentation.Generator.Flow;

/// <summary>The way through a graph: a worklist over its blocks, until nothing is news.</summary>
internal sealed partial class FlowRun
{
    private const int FewObjects = 48;
    private const int ObjectsOfAStep = 32;

    private readonly Dictionary<ControlFlowRegion, FlowValue> _thrownIn = [];
    private FlowValue? _returned;
    private FlowValue? _yielded;
    private FlowState? _thrownWith;
    private Walk? _walk;

    // Of all walks the one in whose expressions nothing is unfinished when one of its blocks ends.
    private Walk? _outermost;

    private FlowValue RunGraph(ControlFlowGraph graph, Frame frame, ITypeSymbol? type)
    {
        var outer = (_graph, _frame, _returned, _yielded, _walk);
        (_graph, _frame, _returned, _yielded) = (graph, frame, null, null);
        var entry = _state;
        _walk = new Walk(graph);
        _outermost ??= _walk;
        _walk.Enter(0, _state);

        while (_walk.Next() is { } node)
        {
            if (!_program.Calls.Spend(1 + (_state.Count / ObjectsOfAStep)) || !_program.Step())
            {
                _program.GiveUp(_owner, graph.OriginalOperation.Syntax);
                break;
            }

            _program.Cancellation.ThrowIfCancellationRequested();
            Visit(node);
        }

        _state = _walk.Exit ?? entry;
        BringThrown();
        var result = _returned ?? FlowValue.Unknown;
        if (_yielded is { } yielded)
        {
            var sequence = Make(graph.OriginalOperation, type, "yield", isExact: false);
            _state.SetPart(sequence, Part.Element, yielded);
            result = FlowValue.Of(sequence);
        }

        // Nobody asks for its captures again.
        if (graph.Parent is null && outer._walk is not null) _state.DropRoots(root => root is CaptureKey key && key.Graph == graph);
        (_graph, _frame, _returned, _yielded, _walk) = outer;
        return result;
    }

    private void Visit(int node)
    {
        var walk = _walk!;
        var block = walk.Block(node);
        _state = walk.At(node).Copy();
        var handlers = walk.HandlersOf(block);
        if (block.Kind == BasicBlockKind.Exit)
        {
            walk.Leave(_state);
            return;
        }

        foreach (var operation in block.Operations)
        {
            var mayThrow = handlers.Count > 0 && MayThrow(operation);
            if (mayThrow) walk.Enter(handlers, _state);
            Eval(operation);
            if (mayThrow) walk.Enter(handlers, _state);
        }

        FlowValue? value = null;
        if (block.BranchValue is { } branch)
        {
            walk.Enter(handlers, _state);
            value = Eval(branch);
            walk.Enter(handlers, _state);
        }

        if (_outermost == walk && _state.Count > FewObjects) _state = FlowOutcome.Of(_state, InHand(value), static _ => true);
        var isExceptional = walk.IsExceptional(node);
        var taken = Taken(block, value);
        var before = block.ConditionalSuccessor is null ? _state : _state.Copy();
        if (block.ConditionalSuccessor is { } conditional && taken != false)
        {
            Narrow(block.BranchValue, block.ConditionKind == ControlFlowConditionKind.WhenTrue);
            walk.Follow(conditional, _state, isExceptional);
        }

        _state = before;
        if (block.FallThroughSuccessor is not { } next || taken == true) return;
        if (block.ConditionalSuccessor is not null) Narrow(block.BranchValue, block.ConditionKind != ControlFlowConditionKind.WhenTrue);
        if (next.Semantics == ControlFlowBranchSemantics.Return && value is not null && block.ConditionKind == ControlFlowConditionKind.None)
            _returned = _returned is null ? value : _returned.Or(value);
        if (next.Semantics == ControlFlowBranchSemantics.Throw && value is not null) Throw(value);
        walk.Follow(next, _state, isExceptional);
    }

    // `state = "done";` cannot: what it overwrites is gone.
    private static bool MayThrow(IOperation operation)
    {
        var statement = operation is IExpressionStatementOperation { Operation: var inner } ? inner : operation;
        return statement is not ISimpleAssignmentOperation { Target: ILocalReferenceOperation or IParameterReferenceOperation } assignment
            || !(assignment.Value.ConstantValue.HasValue || assignment.Value is ILocalReferenceOperation or IParameterReferenceOperation);
    }

    // Where a condition is a constant, one of the two ways is never gone.
    private static bool? Taken(BasicBlock block, FlowValue? value) => block.ConditionKind != ControlFlowConditionKind.None && value?.Constant is bool known
        ? known == (block.ConditionKind == ControlFlowConditionKind.WhenTrue)
        : null;

    // What is known besides the variables.
    private IEnumerable<FlowValue> InHand(FlowValue? value)
    {
        foreach (var known in new[] { value, _returned, _yielded, _thrown })
        {
            if (known is not null) yield return known;
        }

        foreach (var known in _thrownIn.Values) yield return known;
        foreach (var known in _recursive.Values) yield return known;
    }

    // Whoever catches it may find what the exception was made of.
    private void Throw(FlowValue value)
    {
        if (value.Objects.IsEmpty && value.Taints.IsEmpty) return;
        _thrown = _thrown is null ? value : _thrown.Or(value);
        if (_thrownWith is null) _thrownWith = _state.Copy();
        else _thrownWith.Join(_state);
        foreach (var region in _walk!.TriesAround())
        {
            if (_thrownIn.TryGetValue(region, out var known) && known.Covers(value)) continue;
            _thrownIn[region] = known is null ? value : known.Or(value);
            _walk.Again(region);
        }
    }

    // What leaves by an exception never gets to where the method ends: what is in it does.
    private void BringThrown()
    {
        if (_thrown is not { } thrown || _thrownWith is not { } with) return;
        foreach (var (owner, part, value) in with.Within(thrown, FlowState.DeepestMade))
        {
            if (owner is not null && _state.Part(owner, part) is null) _state.SetPart(owner, part, value);
        }
    }

    private FlowValue Caught(ICaughtExceptionOperation caught)
    {
        for (var region = _walk!.Current.EnclosingRegion; region is { Kind: not ControlFlowRegionKind.Root }; region = region.EnclosingRegion)
        {
            if (region.Kind == ControlFlowRegionKind.TryAndCatch && _thrownIn.TryGetValue(region.NestedRegions[0], out var thrown)) return CaughtOf(thrown, caught);
        }

        return Given(caught, caught.Type);
    }

    // `catch (TimeoutException e)` catches none that was made as something else.
    private FlowValue CaughtOf(FlowValue thrown, ICaughtExceptionOperation caught)
    {
        if (caught.Type is not { } type || !thrown.Taints.IsEmpty || thrown.Objects.All(item => MayBe(item, type))) return thrown;
        var rest = thrown.WithObjects(thrown.Objects.Where(item => MayBe(item, type)));
        return rest.Objects.IsEmpty ? Given(caught, type) : rest;
    }

    /// <summary>What is known at each block of a graph, and what is still to be looked at.</summary>
    /// <remarks>
    /// A block in a <c>finally</c> has two nodes: one for leaving the <c>try</c> in order, one for leaving it by an exception, from which
    /// nothing after it is reached.
    /// </remarks>
    private sealed class Walk(ControlFlowGraph graph)
    {
        private readonly FlowState?[] _states = new FlowState?[graph.Blocks.Length * 2];
        private readonly SortedSet<int> _open = [];
        private readonly Dictionary<ControlFlowRegion, HashSet<int>> _after = [];
        private readonly Dictionary<ControlFlowRegion, FlowState> _ends = [];

        public FlowState? Exit { get; private set; }

        public BasicBlock Current { get; private set; } = graph.Blocks[0];

        public BasicBlock Block(int node) => Current = graph.Blocks[node % graph.Blocks.Length];

        public bool IsExceptional(int node) => node >= graph.Blocks.Length;

        public FlowState At(int node) => _states[node]!;

        public void Leave(FlowState state)
        {
            if (Exit is null) Exit = state;
            else Exit.Join(state);
        }

        public int? Next()
        {
            if (_open.Count == 0) return null;
            var node = _open.Min;
            _open.Remove(node);
            return node;
        }

        public void Enter(int node, FlowState state)
        {
            if (_states[node] is not { } known) _states[node] = state.Copy();
            else if (!known.Join(state)) return;
            _open.Add(node);
        }

        public void Enter(IReadOnlyList<int> nodes, FlowState state)
        {
            foreach (var node in nodes) Enter(node, state);
        }

        public void Again(ControlFlowRegion tried)
        {
            foreach (var handler in HandlersOf(tried).Where(handler => _states[handler] is not null)) _open.Add(handler);
        }

        public void Follow(ControlFlowBranch branch, FlowState state, bool isExceptional)
        {
            if (branch.Destination is { } destination && isExceptional)
            {
                Enter(destination.Ordinal + graph.Blocks.Length, state);
                return;
            }

            if (branch.Semantics == ControlFlowBranchSemantics.StructuredExceptionHandling)
            {
                if (!isExceptional) EndFinally(branch.Source, state);
                else Enter(HandlersAfter(branch.Source), state);
            }

            if (branch.Destination is not { } target) return;
            var finallies = branch.FinallyRegions;
            for (var i = 0; i < finallies.Length; i++) Continue(finallies[i], i + 1 < finallies.Length ? finallies[i + 1].FirstBlockOrdinal : target.Ordinal);
            Enter(finallies.Length > 0 ? finallies[0].FirstBlockOrdinal : target.Ordinal, state);
        }

        public IEnumerable<ControlFlowRegion> TriesAround()
        {
            for (var region = Current.EnclosingRegion; region is { Kind: not ControlFlowRegionKind.Root }; region = region.EnclosingRegion)
            {
                if (region.Kind == ControlFlowRegionKind.Try) yield return region;
            }
        }

        public IReadOnlyList<int> HandlersOf(BasicBlock block) => HandlersFrom(block.EnclosingRegion);

        // Those around a `finally` see what it has done.
        private IReadOnlyList<int> HandlersFrom(ControlFlowRegion? start)
        {
            List<int>? handlers = null;
            for (var region = start; region is { Kind: not ControlFlowRegionKind.Root }; region = region.EnclosingRegion)
            {
                if (region.Kind != ControlFlowRegionKind.Try) continue;
                (handlers ??= []).AddRange(HandlersOf(region));
                if (region.EnclosingRegion!.NestedRegions.Any(other => other.Kind == ControlFlowRegionKind.Finally && !IsImplicit(other))) break;
            }

            return handlers ?? (IReadOnlyList<int>)[];
        }

        private IReadOnlyList<int> HandlersAfter(BasicBlock end)
        {
            var region = end.EnclosingRegion;
            while (region is { Kind: not (ControlFlowRegionKind.Finally or ControlFlowRegionKind.Root) }) region = region.EnclosingRegion;
            return region is { Kind: ControlFlowRegionKind.Finally } ? HandlersFrom(region.EnclosingRegion!.EnclosingRegion) : [];
        }

        private IEnumerable<int> HandlersOf(ControlFlowRegion tried)
        {
            foreach (var region in tried.EnclosingRegion!.NestedRegions)
            {
                if (region.Kind is ControlFlowRegionKind.Catch or ControlFlowRegionKind.FilterAndHandler) yield return region.FirstBlockOrdinal;
                else if (region.Kind == ControlFlowRegionKind.Finally && !IsImplicit(region)) yield return region.FirstBlockOrdinal + graph.Blocks.Length;
            }
        }

        // That of a `using`, `lock` or `foreach`.
        private bool IsImplicit(ControlFlowRegion region)
        {
            for (var i = region.FirstBlockOrdinal; i <= region.LastBlockOrdinal; i++)
            {
                if (graph.Blocks[i].Operations.Any(static operation => !operation.IsImplicit)) return false;
            }

            return true;
        }

        private void Continue(ControlFlowRegion region, int node)
        {
            if (!_after.TryGetValue(region, out var after)) _after[region] = after = [];
            if (after.Add(node) && _ends.TryGetValue(region, out var state)) Enter(node, state);
        }

        private void EndFinally(BasicBlock block, FlowState state)
        {
            for (var region = block.EnclosingRegion; region is { Kind: not ControlFlowRegionKind.Root }; region = region.EnclosingRegion)
            {
                if (region.Kind != ControlFlowRegionKind.Finally) continue;
                if (_ends.TryGetValue(region, out var known)) known.Join(state);
                else _ends[region] = state.Copy();
                if (_after.TryGetValue(region, out var after))
                {
                    foreach (var node in after.ToImmutableArray()) Enter(node, state);
                }

                return;
            }
        }
    }
}
