using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Instrumentation.Generator.Flow;

/// <summary>One of the caller's values that reaches a sink.</summary>
internal sealed record PendingFinding(Token Token, FlowSink Sink, SyntaxNode Place, Hop? Way);

/// <summary>Follows values through one method, for one form of what it is given.</summary>
internal sealed partial class FlowRun
{
    private readonly FlowProgram _program;
    private readonly FlowPolicy _policy;
    private readonly ISymbol _owner;
    private readonly Dictionary<(object Site, object Sub), FlowObject> _objects = [];
    private readonly Dictionary<(SyntaxNode Place, Token Token), PendingFinding> _pending = [];
    private readonly HashSet<ISymbol> _active = new(SymbolEqualityComparer.Default);
    private bool _isAccepted;

    private FlowState _state;
    private Frame _frame;
    private ControlFlowGraph _graph = null!;
    private FlowValue? _thrown;

    public FlowRun(FlowProgram program, ISymbol owner, FlowState entry, Frame frame)
    {
        _program = program;
        _policy = program.Policy;
        _owner = owner;
        _state = entry;
        _frame = frame;
        _isAccepted = _policy.IsAccepted(owner);
    }

    public FlowState State => _state;

    /// <summary>Whether the body is followed as nobody in particular would call it.</summary>
    public bool IsRoot { get; init; }

    public FlowValue? Thrown => _thrown;

    public IReadOnlyCollection<PendingFinding> Pending => _pending.Values;

    /// <summary>Whether it hands a source to a function that it was given.</summary>
    public bool CallsBack { get; private set; }

    /// <summary>Runs the body of the method.</summary>
    public FlowValue Run(FlowBody body)
    {
        if (body.Owner is IMethodSymbol { MethodKind: MethodKind.Constructor, IsStatic: false } constructor) BeforeConstructor(constructor, body);
        if (body.Graph is not { } graph) return FlowValue.Unknown;
        var result = RunGraph(graph, _frame, body.Owner is IMethodSymbol method ? method.ReturnType : null);
        return Close(body.Owner, _frame, null, graph.OriginalOperation, result);
    }

    // The object that is made, or read, at a place. It is the same one each time the place is looked at.
    private FlowObject Intern(object site, object sub, Func<FlowObject> create)
    {
        if (_objects.TryGetValue((site, sub), out var known)) return known;
        known = create();
        known.Site ??= site is FlowObject owner ? _program.Sites.At(owner.Site ?? (object)"given", sub) : _program.Sites.At(site, sub is Frame ? "" : sub);
        return _objects[(site, sub)] = known;
    }

    private FlowObject Make(IOperation site, ITypeSymbol? type, string sub = "", bool isExact = true)
    {
        var made = Intern((object)site, sub, () => new FlowObject(Origin.Made, type, isExact, isSingle: true, 0));
        if (_state.Part(made, Part.Made) is not null)
            _state.Age(made, Intern((object)site, sub + "old", () => new FlowObject(Origin.Made, type, isExact, isSingle: false, 0)));
        _state.SetPart(made, Part.Made, FlowValue.Clean);
        return made;
    }

    private void Report(TaintSet taints, FlowSink sink, SyntaxNode place)
    {
        if (taints.IsEmpty || (_isAccepted && !_policy.TellsAccepted)) return;
        if (_isAccepted && sink.AcceptedBy is null) sink = sink with { AcceptedBy = _owner };
        foreach (var item in taints.Items)
        {
            // Where the source is read within what is written, that is the place to look at.
            var first = item.Key.Source is null ? null : item.Value?.First.Place;
            var shown = first is not null && first.SyntaxTree == place.SyntaxTree && place.Span.Contains(first.Span) ? first : place;
            if (item.Key.Source is { } source) _program.Report(new Finding(source, sink, shown, item.Key.IsSerialized, item.Value));
            else if (!_pending.ContainsKey((shown, item.Key))) _pending[(shown, item.Key)] = new PendingFinding(item.Key, sink, shown, item.Value);
        }
    }

    // Operations are data; the compiler's own model of them is what is followed.
    private FlowValue EvalAll(IEnumerable<IOperation> operations)
    {
        var taints = TaintSet.None;
        foreach (var operation in operations) taints = taints.Union(Eval(operation).Taints);
        return FlowValue.Of(taints);
    }
}
