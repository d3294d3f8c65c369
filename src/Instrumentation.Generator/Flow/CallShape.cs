using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Flow;

/// <summary>
/// What a called method is given, without saying whose it is: which arguments hold something, and where in them. Two calls that look the
/// same to the method have the same text.
/// </summary>
/// <param name="program">The program.</param>
/// <param name="caller">What the caller knows.</param>
/// <param name="isWide">Whether types that have no source in them are as good as those that are declared.</param>
/// <param name="namesSources">Whether the text says which sources there are.</param>
internal sealed class CallShape(FlowProgram program, FlowState caller, bool isWide = false, bool namesSources = false)
{
    private const int Deepest = FlowState.DeepestMade;
    private const int LongestChain = 2;

    private readonly StringBuilder _text = new();
    private readonly List<TaintSet> _inputs = [];
    private readonly List<FlowObject> _callers = [];
    private readonly List<FlowObject> _callees = [];
    private readonly List<string> _path = [];
    private readonly List<(int Start, int Length)> _activations = [];

    /// <summary>What the method starts with.</summary>
    public FlowState Entry { get; } = new();

    /// <summary>The object that it is called on, as the method knows it.</summary>
    public FlowValue? Self { get; private set; }

    /// <summary>The objects that the caller knows.</summary>
    public IReadOnlyList<FlowObject> Callers => _callers;

    /// <summary>The same objects, as the method knows them.</summary>
    public IReadOnlyList<FlowObject> Callees => _callees;

    public string Text => _text.ToString();

    /// <summary>
    /// As <see cref="Text"/>, whichever activation functions stand in; <see langword="null"/> without functions. A decorator that hands a function
    /// of its own to what it decorates, which may be another of its kind, does so with another activation each time.
    /// </summary>
    public string? TextOfAnyActivation
    {
        get
        {
            if (!HandsFunctions) return null;
            var text = new StringBuilder(Text);
            for (var i = _activations.Count - 1; i >= 0; i--) text.Remove(_activations[i].Start, _activations[i].Length);
            return text.ToString();
        }
    }

    /// <summary>Whether there is nothing in it but what the method's signature says.</summary>
    public bool IsPlain { get; private set; } = true;

    /// <summary>Whether there is a function in it that stands in the source.</summary>
    public bool HandsFunctions { get; private set; }

    /// <summary>Whether nothing in it holds anything, whatever types there are.</summary>
    public bool IsQuiet { get; private set; } = true;

    /// <summary>What the caller knows one of the method's inputs as.</summary>
    public TaintSet Input(int number) => _inputs[number];

    /// <summary>What the method's type parameters stand for, where it makes objects of them or calls what they have without one.</summary>
    public IReadOnlyList<ITypeSymbol> TypeArguments { get; private set; } = [];

    public void AddTypes(IReadOnlyList<ITypeSymbol> arguments)
    {
        TypeArguments = arguments;
        foreach (var argument in arguments) _text.Append('<').Append(program.Calls.IdOf(argument));
    }

    public void AddSelf(FlowValue value, ITypeSymbol type)
    {
        _text.Append("this:");
        Self = Add(value, type, 0);
    }

    public void AddArgument(object root, FlowValue value, ITypeSymbol? type)
    {
        _text.Append(';');
        if (value.Constant is { } constant && root is IParameterSymbol parameter && program.Constants.TextOf(constant, parameter) is { } text)
        {
            _text.Append('=').Append(text);
            Entry.SetRoot(root, value);
            return;
        }

        Entry.SetRoot(root, Add(value, type, 0));
    }

    /// <summary>Writes what a value is, and makes the method's view of it.</summary>
    public FlowValue Add(FlowValue value, ITypeSymbol? declared, int depth)
    {
        if (value.IsClean)
        {
            _text.Append('C');
            return FlowValue.Clean;
        }

        if (value.MayBeInitial && !isWide) _text.Append('I');
        var taints = Numbered(value.Taints);
        return value.WithTaints(taints).MapObjects(item => Add(item, declared, depth)).WithInitial(value.MayBeInitial && !isWide);
    }

    private void Append(DelegateTarget target)
    {
        _text.Append('d').Append(program.Calls.IdOf((object?)target.Lambda ?? target.Method));
        var start = _text.Length;
        _text.Append('/').Append(program.Calls.IdOf(target));
        _activations.Add((start, _text.Length - start));
    }

    // What comes together is one input of the method, however much it is: a method that hands on what it was given with something of its own would be
    // given one more each time that it calls itself.
    private TaintSet Numbered(TaintSet taints)
    {
        if (taints.IsEmpty) return taints;
        IsPlain = IsQuiet = false;
        if (namesSources) WriteSources(taints);
        return Number(taints, isSerialized: false).Union(Number(taints, isSerialized: true));
    }

    private TaintSet Number(TaintSet taints, bool isSerialized)
    {
        var together = taints.Where(isSerialized);
        if (together.IsEmpty) return together;
        var known = _inputs.FindIndex(other => other.Covers(together) && together.Covers(other));
        if (known < 0)
        {
            known = _inputs.Count;
            _inputs.Add(together);
        }

        _text.Append(isSerialized ? 's' : 't').Append(known.ToString(CultureInfo.InvariantCulture));
        return TaintSet.Of(Token.OfInput(known, isSerialized), null);
    }

    private void WriteSources(TaintSet taints)
    {
        foreach (var name in taints.Items.Select(item => item.Key.Source is { } source ? program.Calls.IdOf(source) : $"i{item.Key.Input}").OrderBy(static name => name, StringComparer.Ordinal)) _text.Append('=').Append(name).Append(',');
    }

    private FlowObject Add(FlowObject item, ITypeSymbol? declared, int depth)
    {
        var known = _callers.IndexOf(item);
        if (known >= 0)
        {
            _text.Append('@').Append(known.ToString(CultureInfo.InvariantCulture));
            return _callees[known];
        }

        var holds = Holds(item, 0);

        // An object is at least what it is handed on as: what a call of an interface's method reaches says more than the interface. A generic type knows nothing of its arguments.
        var isTyped = item.Type is not null && !(declared is not null && declared.DerivesFrom(item.Type) && !(declared.IsDefinition && program.Holders.HoldMore(item.Type, declared))) && !(isWide && declared is not null && !IsTheOnlyOne(item, declared) && !program.Holders.HoldMore(item.Type, declared));
        var type = isTyped ? item.Type : declared;
        var callee = new FlowObject(holds || item.Origin == Origin.Kept || item.IsBox ? item.Origin : Origin.Given, type, (item.IsExact && (isTyped || !isWide)) || type is { IsSealed: true }, item.IsSingle || isWide, depth) { Role = item.Role, Target = item.Target, Variables = item.Variables };
        if (item.Origin == Origin.Kept)
        {
            _text.Append('k').Append(program.Calls.IdOf(item));
            _callers.Add(item);
            _callees.Add(item);
            callee = item;
        }
        else
        {
            _callers.Add(item);
            _callees.Add(callee);
        }

        HandsFunctions |= item.Target is { Graph: not null };
        IsQuiet &= !holds && item is { Role: null, Target: null, Origin: not Origin.Kept };
        IsPlain &= !holds && !isTyped && item is { Role: null, Target: null, Origin: not Origin.Kept };
        _text.Append('o');
        if (isTyped) _text.Append(program.Calls.IdOf(item.Type!));
        if (callee.IsExact) _text.Append('e');
        if (!callee.IsSingle) _text.Append('m');
        if (item.Role is not null) _text.Append(item.Role);
        if (item.Target is not null) Append(item.Target);
        if (!holds || depth >= Deepest) return callee;

        _text.Append(item.Origin == Origin.Made ? "{!" : "{");
        if (item.Origin == Origin.Made) Entry.SetPart(callee, Part.Made, FlowValue.Clean);
        foreach (var part in caller.Parts(item))
        {
            if (part.Key == Part.Made || !program.Dispatch.MayHave(type, part.Key) || !(Holds(part.Value, item, part.Key, 1) || IsKnownBetter(part, item) || IsEmpty(part, item))) continue;
            if (IsChain(part) || (Part.IsCaptured(part.Key) && !caller.Within(part.Value, Deepest).Any(static found => !found.Value.Taints.IsEmpty))) continue;
            _text.Append(part.Key).Append('=');
            _path.Add(part.Key);
            Entry.SetPart(callee, part.Key, Add(part.Value, null, depth + 1));
            _path.RemoveAt(_path.Count - 1);
        }

        _text.Append('}');
        return callee;
    }

    // The next of the next of the next, of objects that nobody here has made: a decorator that calls what it decorates, which may be another of its kind,
    // would be called with one more each time.
    private bool IsChain(KeyValuePair<string, FlowValue> part) => Part.IsLink(part) && _path.Count(passed => passed == part.Key) >= LongestChain;

    // Of an object that was made before somebody's eyes it is known which of the implementations is called.
    private static bool IsTheOnlyOne(FlowObject item, ITypeSymbol declared) => item is { IsExact: true, Origin: not Origin.Kept } && (declared.TypeKind == TypeKind.Interface || declared.IsAbstract);

    // What was put into a property of a library's object is told, though it holds nothing: else it would be taken to be made of what else is in the object.
    private bool IsKnownBetter(KeyValuePair<string, FlowValue> part, FlowObject owner) =>
        !part.Value.MayBeInitial && char.IsLetter(part.Key[0]) && caller.Part(owner, Part.Content) is { Taints.IsEmpty: false };

    // What was made and holds nothing so far is told as well: the method may put something into it, and would not find it otherwise.
    private static bool IsEmpty(KeyValuePair<string, FlowValue> part, FlowObject owner) =>
        owner.Origin == Origin.Made && !Part.IsCaptured(part.Key) && part.Value.Objects.Any(static item => item is { Origin: Origin.Made, IsBox: false, Target: null });

    // Whether there is anything in it that the method could find.
    private bool Holds(FlowObject item, int depth) => depth < Deepest && caller.Parts(item).Any(part => part.Key != Part.Made && Holds(part.Value, item, part.Key, depth + 1));

    private bool Holds(FlowValue value, FlowObject owner, string part, int depth)
    {
        if (!value.Taints.IsEmpty) return true;
        if (value.IsClean) return owner.Type is { } type && type.IsInSource() && (IsMarked(type, part) || (owner.Origin == Origin.Made && program.Kept.Of(type, part) is { Taints.IsEmpty: false }));
        foreach (var item in value.Objects)
        {
            // What a field keeps for all is found by the method itself, if it asks.
            var isFound = value.MayBeInitial && item.IsFoundIn(owner, part);
            if ((!isFound && (item.Target is not null || item.Role is not null || item.Origin == Origin.Kept)) || (item.Origin == Origin.Made && program.Holders.IsHidden(item, owner, part)) || Holds(item, depth)) return true;
        }

        return false;
    }

    private bool IsMarked(ITypeSymbol type, string part)
    {
        for (var ancestor = type; ancestor is not null; ancestor = ancestor.BaseType)
        {
            foreach (var member in Part.In(ancestor, part))
            {
                if (member is IFieldSymbol or IPropertySymbol && program.Policy.SourceOf(member) is not null) return true;
            }
        }

        return part[0] == '(';
    }
}
