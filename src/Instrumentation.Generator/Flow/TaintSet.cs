using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Flow;

/// <summary>Where a value comes from: a source, or, while a called method is looked at, one of the caller's values.</summary>
/// <param name="Source">The source; <see langword="null"/> for a value of the caller's.</param>
/// <param name="Input">The number of the caller's value.</param>
/// <param name="IsSerialized">Whether a serializer has written it.</param>
internal readonly record struct Token(ISymbol? Source, int Input, bool IsSerialized)
{
    public static Token Of(ISymbol source) => new(source, -1, false);

    public static Token OfInput(int number, bool isSerialized) => new(null, number, isSerialized);
}

/// <summary>A step on the way of a value, and the step before it.</summary>
/// <param name="Name">What the user calls it.</param>
/// <param name="Place">Where it is.</param>
/// <param name="Before">The step before; <see langword="null"/> for the source.</param>
internal sealed record Hop(string Name, SyntaxNode Place, Hop? Before)
{
    private const int Longest = 12;

    private int Length { get; } = (Before?.Length ?? 0) + 1;

    /// <summary>The place of the source.</summary>
    public Hop First => Before?.First ?? this;

    /// <summary>All steps, the source first.</summary>
    public IEnumerable<Hop> Steps => Before is null ? [this] : Before.Steps.Append(this);

    /// <summary>One more step; a way that is too long to tell keeps its beginning.</summary>
    public static Hop? Add(Hop? way, string name, SyntaxNode place) =>
        way is { Length: >= Longest } || (way is not null && way.Place == place) ? way : new Hop(name, place, way);

    /// <summary>The way to a call, then on through what is called.</summary>
    public static Hop? Join(Hop? way, Hop? further)
    {
        if (further is null) return way;
        foreach (var step in further.Steps) way = Add(way, step.Name, step.Place);
        return way;
    }
}

/// <summary>The sources that a value is made of, each with one way that leads here. The ways do not take part in comparing.</summary>
internal sealed class TaintSet
{
    private const int Largest = 24;

    public static readonly TaintSet None = new([]);

    private readonly KeyValuePair<Token, Hop?>[] _items;

    private TaintSet(KeyValuePair<Token, Hop?>[] items) => _items = items;

    public bool IsEmpty => _items.Length == 0;

    public IReadOnlyList<KeyValuePair<Token, Hop?>> Items => _items;

    public static TaintSet Of(Token token, Hop? way) => new([new(token, way)]);

    public TaintSet Union(TaintSet other)
    {
        if (other.IsEmpty || ReferenceEquals(this, other)) return this;
        if (IsEmpty) return other;
        List<KeyValuePair<Token, Hop?>>? all = null;
        foreach (var item in other._items)
        {
            if (Has(item.Key)) continue;
            all ??= [.. _items];
            if (all.Count < Largest) all.Add(item);
        }

        return all is null || all.Count == _items.Length ? this : new TaintSet([.. all]);
    }

    /// <summary>Whether every token of the other one is here.</summary>
    public bool Covers(TaintSet other)
    {
        foreach (var item in other._items)
        {
            if (!Has(item.Key)) return _items.Length >= Largest;
        }

        return true;
    }

    /// <summary>The same sources, after one more step.</summary>
    public TaintSet Through(string name, SyntaxNode place) => IsEmpty ? this : Map((token, way) => Of(token, Hop.Add(way, name, place)));

    /// <summary>The same sources, written by a serializer.</summary>
    public TaintSet Serialized(bool isSerialized = true) => IsEmpty ? this : Map((token, way) => Of(token with { IsSerialized = isSerialized }, way));

    /// <summary>Those that a serializer has written, or those that none has.</summary>
    public TaintSet Where(bool isSerialized) => _items.All(item => item.Key.IsSerialized == isSerialized) ? this : _items.Any(item => item.Key.IsSerialized == isSerialized) ? new TaintSet([.. _items.Where(item => item.Key.IsSerialized == isSerialized)]) : None;

    public TaintSet Map(Func<Token, Hop?, TaintSet> map)
    {
        if (IsEmpty) return this;
        var result = None;
        foreach (var item in _items) result = result.Union(map(item.Key, item.Value));
        return result;
    }

    private bool Has(Token token)
    {
        foreach (var item in _items)
        {
            if (item.Key.Equals(token)) return true;
        }

        return false;
    }
}
