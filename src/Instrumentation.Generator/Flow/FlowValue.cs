using System.Collections.Immutable;

namespace Instrumentation.Generator.Flow;

/// <summary>What is known of a value: the sources that it is made of, and the objects that it may be.</summary>
internal sealed class FlowValue
{
    private const int MostObjects = 12;

    /// <summary>Nothing is known.</summary>
    public static readonly FlowValue Unknown = new(TaintSet.None, [], isClean: false, mayBeInitial: false);

    /// <summary>A constant, or what a sanitizer made.</summary>
    public static readonly FlowValue Clean = new(TaintSet.None, [], isClean: true, mayBeInitial: false);

    private FlowValue(TaintSet taints, ImmutableArray<FlowObject> objects, bool isClean, bool mayBeInitial)
    {
        Taints = taints;
        Objects = objects;
        IsClean = isClean;
        MayBeInitial = mayBeInitial;
    }

    /// <summary>A constant of which it is known which one it is.</summary>
    public static FlowValue OfConstant(object? constant) => constant is null or string or bool or int or char or long ? new(TaintSet.None, [], isClean: true, mayBeInitial: false) { Constant = constant ?? FlowConstants.Null } : Clean;

    /// <summary>The constant that it is; <see langword="null"/> where that is not known, <see cref="FlowConstants.Null"/> for <see langword="null"/>.</summary>
    public object? Constant { get; private init; }

    public TaintSet Taints { get; }

    public ImmutableArray<FlowObject> Objects { get; }

    /// <summary>Whether it certainly holds nothing of anybody's.</summary>
    public bool IsClean { get; }

    /// <summary>Of a part of an object: whether what it held at first may still be there.</summary>
    public bool MayBeInitial { get; }

    public static FlowValue Of(FlowObject item) => new(TaintSet.None, [item], isClean: false, mayBeInitial: false);

    public static FlowValue Of(TaintSet taints) => taints.IsEmpty ? Unknown : new(taints, [], isClean: false, mayBeInitial: false);

    public FlowValue With(TaintSet taints) => taints.IsEmpty || ReferenceEquals(Taints.Union(taints), Taints)
        ? this
        : new(Taints.Union(taints), Objects, isClean: false, MayBeInitial);

    public FlowValue WithObjects(IEnumerable<FlowObject> objects)
    {
        // They are few, so that looking through them is cheaper than a set.
        var all = ImmutableArray.CreateBuilder<FlowObject>();
        foreach (var item in objects)
        {
            if (all.Count == MostObjects) break;
            if (!all.Contains(item)) all.Add(item);
        }

        return WithObjects(all.ToImmutable());
    }

    /// <summary>The same, of what stands for its objects elsewhere; <see langword="null"/> for what does not.</summary>
    public FlowValue MapObjects(Func<FlowObject, FlowObject?> map)
    {
        if (Objects.IsEmpty) return this;
        if (Objects.Length > 1) return WithObjects(Objects.Select(map).OfType<FlowObject>());
        var only = map(Objects[0]);
        return ReferenceEquals(only, Objects[0]) ? this : WithObjects(only is null ? [] : ImmutableArray.Create(only));
    }

    /// <summary>The same, with other objects in the place of some.</summary>
    public FlowValue Replace(IReadOnlyDictionary<FlowObject, FlowObject> others) => Objects.Any(others.ContainsKey) ? MapObjects(item => others.TryGetValue(item, out var other) ? other : item) : this;

    /// <summary>The same, of objects that differ from each other.</summary>
    public FlowValue WithObjects(ImmutableArray<FlowObject> objects) => new(Taints, objects, IsClean, MayBeInitial);

    public FlowValue WithTaints(TaintSet taints) => ReferenceEquals(taints, Taints) ? this : new(taints, Objects, IsClean && taints.IsEmpty, MayBeInitial);

    public FlowValue WithInitial(bool mayBeInitial = true) => mayBeInitial == MayBeInitial ? this : new(Taints, Objects, IsClean && !mayBeInitial, mayBeInitial);

    /// <summary>One or the other.</summary>
    public FlowValue Or(FlowValue other)
    {
        if (ReferenceEquals(this, other) || Covers(other)) return this;
        if (other.Covers(this)) return other;
        var objects = Objects;
        foreach (var item in other.Objects)
        {
            if (!objects.Contains(item) && objects.Length < MostObjects) objects = objects.Add(item);
        }

        return new FlowValue(Taints.Union(other.Taints), objects, IsClean && other.IsClean, MayBeInitial || other.MayBeInitial);
    }

    /// <summary>Whether <see cref="Or"/> would add nothing.</summary>
    public bool Covers(FlowValue other)
    {
        if (ReferenceEquals(this, other)) return true;
        if (Constant is { } constant && !constant.Equals(other.Constant)) return false;
        if ((IsClean && !other.IsClean) || (other.MayBeInitial && !MayBeInitial) || !Taints.Covers(other.Taints)) return false;
        if (Objects.Length >= MostObjects) return true;
        foreach (var item in other.Objects)
        {
            if (!Objects.Contains(item)) return false;
        }

        return true;
    }
}
