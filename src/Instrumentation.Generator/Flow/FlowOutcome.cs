namespace Instrumentation.Generator.Flow;

/// <summary>
/// What of a method's last state its callers can notice. A method reads far more than it changes; what it has only read is the same
/// when somebody reads it again, and would otherwise pile up in every state on the way up to the first caller.
/// </summary>
internal sealed class FlowOutcome
{
    private readonly FlowState _from;
    private readonly FlowState _kept = new();
    private readonly Dictionary<FlowObject, bool> _says = [];
    private readonly HashSet<FlowObject> _seen = [];
    private readonly Queue<FlowObject> _open = new();

    private FlowOutcome(FlowState from) => _from = from;

    /// <summary>The part of a state that can be reached from some values, or that was written into what was handed in.</summary>
    /// <param name="from">The state.</param>
    /// <param name="values">What callers are handed.</param>
    /// <param name="isShared">The variables that callers know too.</param>
    public static FlowState Of(FlowState from, IEnumerable<FlowValue> values, Func<object, bool> isShared)
    {
        var outcome = new FlowOutcome(from);
        foreach (var value in values) outcome.Reach(value);
        foreach (var root in from.Roots)
        {
            if (!isShared(root.Key)) continue;
            outcome._kept.SetRoot(root.Key, root.Value);
            outcome.Reach(root.Value);
        }

        foreach (var owner in from.Owners)
        {
            if (owner.Parent is not null && outcome.Says(owner)) outcome.Reach(owner);
        }

        outcome.Follow();
        return outcome._kept;
    }

    private void Reach(FlowValue value)
    {
        foreach (var item in value.Objects) Reach(item);
    }

    private void Reach(FlowObject item)
    {
        if (!_seen.Add(item)) return;
        _open.Enqueue(item);
        if (item.Target?.Receiver is { } receiver) Reach(receiver);
    }

    private void Follow()
    {
        while (_open.Count > 0)
        {
            var owner = _open.Dequeue();
            foreach (var part in _from.Parts(owner))
            {
                if (IsOnlyRead(owner, part.Key, part.Value)) continue;
                _kept.SetPart(owner, part.Key, part.Value);
                Reach(part.Value);
            }
        }
    }

    // Whether more is known of an object than where it was read from.
    private bool Says(FlowObject item)
    {
        if (_says.TryGetValue(item, out var known)) return known;
        _says[item] = false;
        foreach (var part in _from.Parts(item))
        {
            if (!IsOnlyRead(item, part.Key, part.Value)) return _says[item] = true;
        }

        return false;
    }

    private bool IsOnlyRead(FlowObject owner, string part, FlowValue value)
    {
        if (owner.Origin != Origin.Given || !value.MayBeInitial || !value.Taints.IsEmpty) return false;
        foreach (var item in value.Objects)
        {
            if (!item.IsReadFrom(owner, part) || Says(item)) return false;
        }

        return true;
    }
}
