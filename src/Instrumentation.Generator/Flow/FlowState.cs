using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Flow;

/// <summary>What is known at one point of a program: the values of variables, and the parts of objects.</summary>
internal sealed class FlowState
{
    /// <summary>How far into each other objects are followed that the program makes: a node in a list in a node in a list in a node, and what that has.</summary>
    public const int DeepestMade = 6;

    private static readonly KeyValuePair<string, FlowValue>[] s_none = [];

    // A copy shares both until one of the two is written to: most are only read.
    private Dictionary<object, FlowValue> _roots;
    private bool _areRootsShared;

    // The parts of an object are never changed in place, so that states that know the same of it share them.
    private Dictionary<FlowObject, KeyValuePair<string, FlowValue>[]> _heap;
    private bool _isHeapShared;

    public FlowState()
    {
        _roots = [];
        _heap = [];
    }

    private FlowState(FlowState other)
    {
        (_roots, _heap) = (other._roots, other._heap);
        _areRootsShared = _isHeapShared = other._areRootsShared = other._isHeapShared = true;
    }

    private Dictionary<object, FlowValue> OwnRoots
    {
        get
        {
            if (_areRootsShared) (_roots, _areRootsShared) = (new(_roots), false);
            return _roots;
        }
    }

    private Dictionary<FlowObject, KeyValuePair<string, FlowValue>[]> OwnHeap
    {
        get
        {
            if (_isHeapShared) (_heap, _isHeapShared) = (new(_heap), false);
            return _heap;
        }
    }

    public IEnumerable<KeyValuePair<object, FlowValue>> Roots => _roots;

    /// <summary>The objects of which a part is known.</summary>
    public IEnumerable<FlowObject> Owners => _heap.Keys;

    /// <summary>How many objects are known.</summary>
    public int Count => _heap.Count;

    public FlowState Copy() => new(this);

    public FlowValue? Root(object root) => _roots.TryGetValue(root, out var value) ? value : null;

    public void SetRoot(object root, FlowValue value)
    {
        if (value.Constant is not null && root is IFieldSymbol or IPropertySymbol or IEventSymbol) value = FlowValue.Clean;
        if (!ReferenceEquals(Root(root), value)) OwnRoots[root] = value;
    }

    public void DropRoots(Func<object, bool> isDropped)
    {
        foreach (var root in _roots.Keys.Where(isDropped).ToList()) OwnRoots.Remove(root);
    }

    public FlowValue? Part(FlowObject owner, string part)
    {
        var parts = PartsOf(owner);
        var at = IndexOf(parts, part);
        return at >= 0 ? parts[at].Value : null;
    }

    public void SetPart(FlowObject owner, string part, FlowValue value)
    {
        if (value.Constant is not null && !Flow.Part.IsCaptured(part)) value = FlowValue.Clean;
        var parts = PartsOf(owner);

        // What is only read is not remembered. Once something is put into it, it has to be found from where it was read.
        if (parts.Length == 0 && owner.Parent is var (parent, link) && Part(parent, link) is null) SetPart(parent, link, FlowValue.Of(owner).WithInitial());

        var at = IndexOf(parts, part);
        if (at >= 0)
        {
            if (ReferenceEquals(parts[at].Value, value)) return;
            parts = (KeyValuePair<string, FlowValue>[])parts.Clone();
            parts[at] = new(part, value);
            OwnHeap[owner] = parts;
            return;
        }

        at = ~at;
        var longer = new KeyValuePair<string, FlowValue>[parts.Length + 1];
        Array.Copy(parts, longer, at);
        longer[at] = new(part, value);
        Array.Copy(parts, at, longer, at + 1, parts.Length - at);
        OwnHeap[owner] = longer;
    }

    /// <summary>One more thing that the part may hold.</summary>
    public void AddPart(FlowObject owner, string part, FlowValue value)
    {
        if (Part(owner, part) is { } known) SetPart(owner, part, known.Or(value));
        else SetPart(owner, part, owner.Origin == Origin.Made ? value : value.WithInitial());
    }

    /// <summary>What is known of the parts of an object, in an order that does not depend on how it came to be known.</summary>
    public IReadOnlyList<KeyValuePair<string, FlowValue>> Parts(FlowObject owner) => PartsOf(owner);

    /// <summary>A value, what its objects hold, what those hold, and so on: each object once, the nearest ones first.</summary>
    /// <param name="value">The value.</param>
    /// <param name="deepest">How far it is looked for.</param>
    public IEnumerable<(FlowObject? Owner, string Part, FlowValue Value)> Within(FlowValue value, int deepest)
    {
        yield return (null, "", value);
        if (value.Objects.IsEmpty) yield break;
        var seen = new HashSet<FlowObject>();
        var level = new List<FlowObject>(value.Objects);
        for (var depth = 0; depth < deepest && level.Count > 0; depth++)
        {
            var next = new List<FlowObject>();
            foreach (var item in level)
            {
                if (!seen.Add(item)) continue;
                foreach (var part in PartsOf(item))
                {
                    yield return (item, part.Key, part.Value);
                    next.AddRange(part.Value.Objects);
                }
            }

            level = next;
        }
    }

    /// <summary>Forgets what an object holds.</summary>
    public void Clear(FlowObject owner)
    {
        if (_heap.ContainsKey(owner)) OwnHeap[owner] = [.. PartsOf(owner).Where(static part => part.Key is Flow.Part.Made or Flow.Part.Under)];
    }

    /// <summary>The object is made once more, in a loop: the one that was known so far is an older one.</summary>
    public void Age(FlowObject young, FlowObject old)
    {
        FlowValue Aged(FlowValue value) => value.Objects.Contains(young) ? value.WithObjects(value.Objects.Select(item => item == young ? old : item)) : value;

        foreach (var root in _roots.ToList())
        {
            if (root.Value.Objects.Contains(young)) OwnRoots[root.Key] = Aged(root.Value);
        }

        foreach (var entry in _heap.ToList())
        {
            if (!ReferenceEquals(entry.Key, young))
            {
                if (entry.Value.Any(part => part.Value.Objects.Contains(young)))
                    OwnHeap[entry.Key] = [.. entry.Value.Select(part => new KeyValuePair<string, FlowValue>(part.Key, Aged(part.Value)))];
                continue;
            }

            OwnHeap.Remove(young);
            foreach (var part in entry.Value) AddPart(old, part.Key, Aged(part.Value));
        }
    }

    /// <summary>Puts other objects in the place of some.</summary>
    public void Replace(IReadOnlyDictionary<FlowObject, FlowObject> others)
    {
        foreach (var root in _roots.ToList()) SetRoot(root.Key, root.Value.Replace(others));
        foreach (var entry in _heap.ToList())
        {
            if (entry.Value.Any(part => part.Value.Objects.Any(others.ContainsKey)))
                OwnHeap[entry.Key] = [.. entry.Value.Select(part => new KeyValuePair<string, FlowValue>(part.Key, part.Value.Replace(others)))];
        }
    }

    /// <summary>Adds what is known on another way to the same point; whether that is news.</summary>
    public bool Join(FlowState other)
    {
        if (ReferenceEquals(_roots, other._roots) && ReferenceEquals(_heap, other._heap)) return false;
        var isNews = false;
        foreach (var root in other._roots)
        {
            var known = Root(root.Key);
            if (known is not null && known.Covers(root.Value)) continue;
            OwnRoots[root.Key] = known is null ? root.Value : known.Or(root.Value);
            isNews = true;
        }

        foreach (var entry in _heap.ToList())
        {
            // A part that only one way has written may hold what it held at first.
            var theirs = other.PartsOf(entry.Key);
            if (ReferenceEquals(theirs, entry.Value) || !other.Knows(entry.Key)) continue;
            foreach (var part in entry.Value)
            {
                if (part.Value.MayBeInitial || IndexOf(theirs, part.Key) >= 0) continue;
                SetPart(entry.Key, part.Key, part.Value.WithInitial());
                isNews = true;
            }
        }

        foreach (var entry in other._heap)
        {
            var ours = PartsOf(entry.Key);
            if (ReferenceEquals(ours, entry.Value)) continue;
            var isKnown = Knows(entry.Key);
            foreach (var part in entry.Value)
            {
                if (Part(entry.Key, part.Key) is { } known)
                {
                    if (known.Covers(part.Value)) continue;
                    SetPart(entry.Key, part.Key, known.Or(part.Value));
                }
                else
                {
                    SetPart(entry.Key, part.Key, part.Value.WithInitial(part.Value.MayBeInitial || isKnown));
                }

                isNews = true;
            }
        }

        return isNews;
    }

    private bool Knows(FlowObject owner) => owner.Origin != Origin.Made || Part(owner, Flow.Part.Made) is not null;

    private KeyValuePair<string, FlowValue>[] PartsOf(FlowObject owner) => _heap.TryGetValue(owner, out var parts) ? parts : s_none;

    private static int IndexOf(KeyValuePair<string, FlowValue>[] parts, string part)
    {
        var (low, high) = (0, parts.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var order = string.CompareOrdinal(parts[middle].Key, part);
            if (order == 0) return middle;
            if (order < 0) low = middle + 1;
            else high = middle - 1;
        }

        return ~low;
    }
}
