using System.Globalization;
using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Flow;

/// <summary>What a method does with what it is given.</summary>
/// <param name="Result">What it returns.</param>
/// <param name="State">What is known at its end.</param>
/// <param name="Inputs">The objects that it was given.</param>
/// <param name="Thrown">What it throws.</param>
/// <param name="Pending">What it was given and lets reach a sink.</param>
/// <param name="CallsBack">Whether it hands a source to a function that it was given.</param>
/// <param name="Text">All of that as text, to compare.</param>
internal sealed record CallOutcome(FlowValue Result, FlowState State, IReadOnlyList<FlowObject> Inputs, FlowValue? Thrown, IReadOnlyCollection<PendingFinding> Pending, bool CallsBack, string Text);

/// <summary>What is known of calls: found out once for each method and form of what it is given. Recursion is followed until nothing is news.</summary>
internal sealed class CallTable(FlowProgram program)
{
    private const int Deepest = FlowState.DeepestMade;
    private const int DeepestCall = 48;
    private const int MostRounds = 8;
    private const int Inlined = 6;
    private const int InlinedInTangles = 0;
    private const int FunctionsInTangles = 3;

    // Of a body that nobody calls, with all that it calls. In tangled code more of it finds less: one tangle uses up what others need.
    private const int MostSteps = 4_000;

    // So that the effort grows with the code and not faster, whatever the code is like. Real projects take 10 to 60 for each body.
    private const int MostStepsOfAll = 20_000;
    private const int MostStepsOfABody = 100;

    private readonly Dictionary<(ISymbol Method, string Shape), CallOutcome> _done = [];
    private readonly Dictionary<(ISymbol Method, string Shape), Running> _running = [];
    private readonly Dictionary<object, string> _ids = [];
    private readonly Dictionary<(ISymbol Method, string Shape), Unfinished> _open = [];
    private readonly List<(ISymbol Method, string Shape)> _unfinished = [];
    private readonly Stack<(ISymbol Method, string Shape)> _stack = new();
    private readonly CallNeeds _needs = new();

    // What was found out for the body that nobody calls: only in part, if it turns out to be too much.
    private readonly List<(ISymbol Method, string Shape)> _fresh = [];
    private int _lowest = int.MaxValue;
    private bool _isNews;
    private int _steps;

    /// <summary>A short name of an object, the same each time.</summary>
    public string IdOf(object item)
    {
        if (!_ids.TryGetValue(item, out var id)) _ids[item] = id = _ids.Count.ToString(CultureInfo.InvariantCulture);
        return id;
    }

    /// <summary>What was found out is open again where it depended on something that is known better now.</summary>
    /// <param name="facts">Bodies that hand out more than they did; what is kept in fields, by name of the field and by object.</param>
    /// <returns>The methods and members that it was about.</returns>
    public ISet<ISymbol> Forget(IEnumerable<object> facts)
    {
        var forgotten = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        foreach (var key in _needs.Forget(facts))
        {
            forgotten.Add(key.Method);
            if (_done.Remove(key)) Forgotten++;
        }

        return forgotten;
    }

    /// <summary>What is being followed depends on something that may be known better later.</summary>
    public void Need(object fact)
    {
        if (_stack.Count > 0) _needs.Add(fact, _stack.Peek());
    }

    /// <summary>Begins with a body that nobody calls: it has work to spend of its own.</summary>
    public void Begin()
    {
        _steps = 0;
        _fresh.Clear();
    }

    /// <summary>Nothing is under way any more, because it failed.</summary>
    public void Abandon()
    {
        _running.Clear();
        _stack.Clear();
        _open.Clear();
        _unfinished.Clear();
    }

    /// <summary>Counts work; whether there may be more of it for the body that nobody calls.</summary>
    public bool Spend(int steps)
    {
        Steps += steps;
        return (_steps += steps) <= MostSteps && Steps <= MostStepsOfAll + ((long)MostStepsOfABody * program.Bodies.All.Count);
    }

    /// <summary>
    /// How many methods that are given functions may be followed within each other where they are called. Each is followed anew for each of its
    /// callers, so that a tangle of them has no end; there all but the first are followed once for each form of what they are given.
    /// </summary>
    public int DeepestInline { get; private set; } = Inlined;

    /// <summary>How many functions may be followed within each other.</summary>
    public int DeepestFunction => DeepestInline > 0 ? DeepestInline * 2 : FunctionsInTangles;

    /// <summary>How often a method was followed.</summary>
    public int Runs { get; private set; }

    /// <summary>How many outcomes had to be found out again.</summary>
    public int Forgotten { get; private set; }

    /// <summary>All the work so far, in blocks that were looked at.</summary>
    public long Steps { get; private set; }

    /// <summary>
    /// Follows a body as nobody in particular would call it; what it hands to its callers that they would not expect, as text to compare, or
    /// <see langword="null"/> where that is nothing.
    /// </summary>
    public string? RunRoot(FlowBody body)
    {
        var shape = new CallShape(program, new FlowState());
        var method = body.Owner as IMethodSymbol;
        if (!body.Owner.IsStatic && body.Owner.ContainingType is { } type) shape.AddSelf(Given(type), type);
        foreach (var parameter in method?.Parameters ?? []) shape.AddArgument(parameter, Given(parameter.Type), parameter.Type);
        CallOutcome? outcome;
        Begin();
        try
        {
            var givenUp = program.GivenUpSoFar;
            outcome = Call(body, shape, isRoot: true);
            if (_steps > MostSteps && !program.IsSpent)
            {
                program.GivenUpSoFar = givenUp;
                _fresh.ForEach(key => _done.Remove(key));
                DeepestInline = InlinedInTangles;
                Begin();
                outcome = Call(body, shape, isRoot: true);
            }
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // Code that is not understood must not break a build; that it was not followed is reported.
            program.GiveUp(body.Owner, body.Node);
            Abandon();
            return null;
        }
        finally
        {
            DeepestInline = Inlined;
        }

        if (outcome is null) return null;
        if (method is not null && outcome.Result.Taints.Items.Select(static item => item.Key.Source).FirstOrDefault(static source => source is not null) is { } source) program.HandOut(method, source);
        var hands = outcome.CallsBack || HandsOut(outcome.Result, outcome.State) || TellsMore(outcome.Result, method?.ReturnType, outcome.State) || (outcome.Thrown is { } thrown && HandsOut(thrown, outcome.State))
            || outcome.Inputs.Any(input => HandsOut(FlowValue.Of(input), outcome.State))
            || (method?.Parameters.Any(parameter => parameter.RefKind != RefKind.None && outcome.State.Root(parameter) is { } exit && (HandsOut(exit, outcome.State) || TellsMore(exit, parameter.Type, outcome.State))) ?? false);
        return hands ? outcome.Text : null;
    }

    /// <summary>What the body does with it; <see langword="null"/> where that is not known yet.</summary>
    public CallOutcome? Call(FlowBody body, CallShape shape, bool isRoot = false)
    {
        var key = (body.Owner, shape.Text);
        if (_stack.Count > 0) _needs.Add(key, _stack.Peek());
        if (!isRoot && _done.TryGetValue(key, out var known)) return known;
        if (_open.TryGetValue(key, out var open) && open.IsFresh && !isRoot)
        {
            _lowest = Math.Min(_lowest, open.Lowest);
            return open.Outcome;
        }

        var anyActivation = shape.TextOfAnyActivation;
        if (_running.TryGetValue(key, out var running) || (anyActivation is not null && (running = RunningAs(body.Owner, anyActivation)) is not null))
        {
            running.IsUsed = true;
            _lowest = Math.Min(_lowest, running.Depth);
            return running.Outcome;
        }

        if (_running.Count >= DeepestCall || _steps > MostSteps)
        {
            program.GiveUp(body.Owner, body.Node);
            return null;
        }

        // A cycle of calls is repeated as a whole by the first of its members, and not by each: that would multiply.
        var (outerLowest, outerNews, first) = (_lowest, _isNews, _unfinished.Count);
        running = new Running(_running.Count) { Outcome = open?.Outcome, AnyActivation = anyActivation };
        _running[key] = running;
        _stack.Push(key);
        CallOutcome outcome;
        for (var round = 0; ; round++)
        {
            var before = running.Outcome;
            (_lowest, _isNews) = (int.MaxValue, false);
            for (var i = first; i < _unfinished.Count; i++) _open[_unfinished[i]].IsFresh = false;
            running.Outcome = outcome = Execute(body, shape, isRoot);
            var isMember = _lowest < running.Depth;
            if (isMember || running.IsUsed) _isNews |= before?.Text != outcome.Text;
            if (isMember || !_isNews) break;
            if (round < MostRounds) continue;
            program.GiveUp(body.Owner, body.Node);
            break;
        }

        _stack.Pop();
        _running.Remove(key);
        if (_lowest < running.Depth)
        {
            if (open is null)
            {
                _open[key] = open = new Unfinished();
                _unfinished.Add(key);
            }

            (open.Outcome, open.Lowest, open.IsFresh) = (outcome, _lowest, true);
            (_lowest, _isNews) = (Math.Min(outerLowest, _lowest), outerNews || _isNews);
            return outcome;
        }

        for (var i = first; i < _unfinished.Count; i++)
        {
            if (_open[_unfinished[i]] is { IsFresh: true, Outcome: { } found }) Finish(_unfinished[i], found);
            _open.Remove(_unfinished[i]);
        }

        _unfinished.RemoveRange(first, _unfinished.Count - first);
        Finish(key, outcome);
        (_lowest, _isNews) = (outerLowest, outerNews);
        return outcome;
    }

    private void Finish((ISymbol Method, string Shape) key, CallOutcome outcome)
    {
        _done[key] = outcome;
        _fresh.Add(key);
    }

    private Running? RunningAs(ISymbol method, string anyActivation) =>
        _running.FirstOrDefault(other => other.Value.AnyActivation == anyActivation && SymbolEqualityComparer.Default.Equals(other.Key.Method, method)).Value;

    /// <summary>Something of which only the type is known.</summary>
    public static FlowValue Given(ITypeSymbol type) => type.IsString() || type.IsNumber() || type.IsTime() || type.TypeKind is TypeKind.Enum or TypeKind.Delegate
        || type.SpecialType is SpecialType.System_Boolean or SpecialType.System_Char or SpecialType.System_Void
        ? FlowValue.Unknown
        : FlowValue.Of(new FlowObject(Origin.Given, type, type.IsSealed, isSingle: true, 0));

    private CallOutcome Execute(FlowBody body, CallShape shape, bool isRoot)
    {
        var method = body.Owner as IMethodSymbol;
        var frame = new Frame(method) { TypeArguments = shape.TypeArguments };
        var entry = shape.Entry.Copy();
        if (shape.Self is { } self)
            entry.SetRoot(frame, body.Owner.ContainingType is { } type ? Marked(self, program.Policy.SourceOfType(type), body.Node) : self);
        foreach (var parameter in method?.Parameters ?? [])
        {
            if (entry.Root(parameter) is { IsClean: false } value) entry.SetRoot(parameter, Marked(value, program.Policy.SourceOf(parameter), body.Node));
        }

        Runs++;
        var run = new FlowRun(program, body.Owner, entry, frame) { IsRoot = isRoot };
        var result = run.Run(body);
        if (isRoot) run.KeepWhatIsLeft(shape.Callees);

        var left = Left(result, run, shape, method);
        return new CallOutcome(result, left, shape.Callees, run.Thrown, run.Pending, run.CallsBack, Describe(result, run, shape, method));
    }

    private static FlowState Left(FlowValue result, FlowRun run, CallShape shape, IMethodSymbol? method)
    {
        var given = shape.Callees.Select(FlowValue.Of).ToList();
        return FlowOutcome.Of(run.State, run.Thrown is { } thrown ? given.Append(result).Append(thrown) : given.Append(result), root => root switch
        {
            IParameterSymbol parameter => parameter.RefKind != RefKind.None && SymbolEqualityComparer.Default.Equals(parameter.ContainingSymbol, method),
            IFieldSymbol or IPropertySymbol or IEventSymbol => ((ISymbol)root).IsStatic,
            _ => false,
        });
    }

    private static FlowValue Marked(FlowValue value, ISymbol? source, SyntaxNode place) =>
        source is null ? value : value.With(TaintSet.Of(Token.Of(source), new Hop(source.Name, place, null)));

    private string Describe(FlowValue result, FlowRun run, CallShape shape, IMethodSymbol? method)
    {
        var text = new CallShape(program, run.State, namesSources: true);
        text.Add(result, null, 0);
        text.Add(run.Thrown ?? FlowValue.Unknown, null, 0);
        foreach (var input in shape.Callees) text.Add(FlowValue.Of(input), null, 0);
        foreach (var parameter in method?.Parameters ?? [])
        {
            if (parameter.RefKind != RefKind.None) text.Add(run.State.Root(parameter) ?? FlowValue.Unknown, null, 0);
        }

        // Each time that a body is followed, its functions stand in another activation.
        return $"{text.TextOfAnyActivation ?? text.Text}#{run.Pending.Count}{run.CallsBack}";
    }

    /// <summary>Whether there is a source in it.</summary>
    public static bool HandsOut(FlowValue value, FlowState state) =>
        state.Within(value, Deepest).Any(static found => found.Value.Taints.Items.Any(static item => item.Key.Source is not null));

    // Than its callers know by the type it is declared as.
    private bool TellsMore(FlowValue value, ITypeSymbol? declared, FlowState state) => state.Within(value, Deepest).Any(found =>
        found.Value.Objects.Any(item => item.Origin == Origin.Kept || (found.Owner is { } owner ? program.Holders.IsHidden(item, owner, found.Part) : program.Holders.IsHidden(item, declared))));

    // A member of a cycle, while the cycle is repeated.
    private sealed class Unfinished
    {
        public CallOutcome? Outcome { get; set; }

        public int Lowest { get; set; }

        /// <summary>Whether it was followed in this round.</summary>
        public bool IsFresh { get; set; }
    }

    private sealed class Running(int depth)
    {
        public int Depth { get; } = depth;

        public bool IsUsed { get; set; }

        public string? AnyActivation { get; set; }

        public CallOutcome? Outcome { get; set; }
    }
}
