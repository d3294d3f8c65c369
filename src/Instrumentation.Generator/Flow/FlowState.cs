namespace Instrumentation.Generator.Flow;

/// <summary>What is known at one point of a program: the values of variables, and the parts of objects.</summary>
internal sealed class FlowState
{
    private readonly Dictionary<object, FlowValue> _roots;
    private readonly Dictionary<(FlowObject Owner, string Part), FlowValue> _heap;

    public FlowState()
    {
        _roots = [];
        _heap = [];
    }

    private FlowState(FlowState other)
    {
        _roots = new(other._roots);
        _heap = new(other._heap);
    }

    public IEnumerable<KeyValuePair<object, FlowValue>> Roots => _roots;

    public FlowState Copy() => new(this);

    public FlowValue? Root(object root) => _roots.TryGetValue(root, out var value) ? value : null;

    public void SetRoot(object root, FlowValue value) => _roots[root] = value;

    public FlowValue? Part(FlowObject owner, string part) => _heap.TryGetValue((owner, part), out var value) ? value : null;

    public void SetPart(FlowObject owner, string part, FlowValue value) => _heap[(owner, part)] = value;

    /// <summary>One more thing that the part may hold.</summary>
    public void AddPart(FlowObject owner, string part, FlowValue value)
    {
        if (Part(owner, part) is { } known) SetPart(owner, part, known.Or(value));
        else SetPart(owner, part, owner.Origin == Origin.Made ? value : value.WithInitial());
    }

    public void RemovePart(FlowObject owner, string part) => _heap.Remove((owner, part));

    /// <summary>What is known of the parts of an object, in an order that does not depend on how it came to be known.</summary>
    public List<KeyValuePair<string, FlowValue>> Parts(FlowObject owner)
    {
        var parts = new List<KeyValuePair<string, FlowValue>>();
        foreach (var entry in _heap)
        {
            if (ReferenceEquals(entry.Key.Owner, owner)) parts.Add(new(entry.Key.Part, entry.Value));
        }

        parts.Sort(static (left, right) => string.CompareOrdinal(left.Key, right.Key));
        return parts;
    }

    /// <summary>Forgets what an object holds.</summary>
    public void Clear(FlowObject owner)
    {
        foreach (var part in Parts(owner))
        {
            if (part.Key is not (Flow.Part.Made or Flow.Part.Under)) RemovePart(owner, part.Key);
        }
    }

    /// <summary>The object is made once more, in a loop: the one that was known so far is an older one.</summary>
    public void Age(FlowObject young, FlowObject old)
    {
        FlowValue Aged(FlowValue value) => value.Objects.Contains(young) ? value.WithObjects(value.Objects.Select(item => item == young ? old : item)) : value;

        foreach (var root in _roots.ToList()) _roots[root.Key] = Aged(root.Value);
        foreach (var entry in _heap.ToList())
        {
            if (!ReferenceEquals(entry.Key.Owner, young))
            {
                _heap[entry.Key] = Aged(entry.Value);
                continue;
            }

            _heap.Remove(entry.Key);
            AddPart(old, entry.Key.Part, Aged(entry.Value));
        }
    }

    /// <summary>Adds what is known on another way to the same point; whether that is news.</summary>
    public bool Join(FlowState other)
    {
        var isNews = false;
        foreach (var root in other._roots)
        {
            var known = Root(root.Key);
            if (known is not null && known.Covers(root.Value)) continue;
            _roots[root.Key] = known is null ? root.Value : known.Or(root.Value);
            isNews = true;
        }

        foreach (var entry in _heap.ToList())
        {
            // A part that only one way has written may hold what it held at first.
            if (other._heap.ContainsKey(entry.Key) || entry.Value.MayBeInitial || !other.Knows(entry.Key.Owner)) continue;
            _heap[entry.Key] = entry.Value.WithInitial();
            isNews = true;
        }

        foreach (var entry in other._heap)
        {
            if (_heap.TryGetValue(entry.Key, out var known))
            {
                if (known.Covers(entry.Value)) continue;
                _heap[entry.Key] = known.Or(entry.Value);
            }
            else
            {
                _heap[entry.Key] = entry.Value.WithInitial(entry.Value.MayBeInitial || Knows(entry.Key.Owner));
            }

            isNews = true;
        }

        return isNews;
    }

    private bool Knows(FlowObject owner) => owner.Origin != Origin.Made || _heap.ContainsKey((owner, Flow.Part.Made));
}
