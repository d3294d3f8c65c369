using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Instrumentation.Runtime;

/// <summary>
/// Keeps a metric whose tags take any value from making any number of series: the first ones are let through, and what comes after
/// them is recorded with <c>other</c> for each of those tags, and counted. Called by generated code.
/// </summary>
/// <remarks>
/// It holds the attributes of what it has let through: a number is boxed once and not at each measurement. Reading takes no lock.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class SeriesGuard
{
    private readonly object _adding = new();
    private readonly string _metric;
    private readonly int _limit;
    private readonly SeriesTag[] _tags;
    private readonly SeriesTable _other;
    private Row?[] _rows = new Row?[64];
    private int _count;

    /// <param name="metric">The metric.</param>
    /// <param name="limit">How many series it may have, those of <c>other</c> among them.</param>
    /// <param name="tags">All of its tags; those that take any value have no values yet.</param>
    internal SeriesGuard(string metric, int limit, SeriesTag[] tags)
    {
        _metric = metric;
        _limit = Math.Max(1, limit - SeriesTag.Count(tags));
        _tags = tags;
        _other = new SeriesTable([.. tags.Select(static tag => tag.IsAny ? SeriesTag.Constant(tag.Key, SeriesTag.Other) : tag)]);
    }

    /// <summary>The attributes of a measurement with one tag that takes any text.</summary>
    /// <param name="known">The combination of the other tags.</param>
    /// <param name="text">The text.</param>
    public KeyValuePair<string, object?>[] Admit(int known, string? text)
    {
        var hash = SeriesValue.Hash(known, text);
        var rows = Volatile.Read(ref _rows);
        for (var row = rows[(int)(uint)hash & (rows.Length - 1)]; row is not null; row = row.Next)
        {
            if (row.Hash == hash && row.Known == known && string.Equals(row.Text, text)) return row.Tags;
        }

        return Add(hash, known, [SeriesValue.Of(text)]);
    }

    /// <summary>The attributes of a measurement.</summary>
    /// <param name="known">The combination of the tags whose values are known.</param>
    /// <param name="values">The others, in the order of the tags.</param>
    public KeyValuePair<string, object?>[] Admit(int known, ReadOnlySpan<SeriesValue> values)
    {
        var hash = (ulong)(uint)known;
        foreach (ref readonly var value in values) hash = value.Hash(hash);
        return Find(Volatile.Read(ref _rows), hash, known, values) ?? Add(hash, known, values);
    }

    private static KeyValuePair<string, object?>[]? Find(Row?[] rows, ulong hash, int known, ReadOnlySpan<SeriesValue> values)
    {
        for (var row = rows[(int)(uint)hash & (rows.Length - 1)]; row is not null; row = row.Next)
        {
            if (row.Hash == hash && row.Known == known && Matches(row.Values, values)) return row.Tags;
        }

        return null;
    }

    private static bool Matches(object?[] known, ReadOnlySpan<SeriesValue> values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            if (!values[i].Matches(known[i])) return false;
        }

        return true;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private KeyValuePair<string, object?>[] Add(ulong hash, int known, ReadOnlySpan<SeriesValue> values)
    {
        if (Volatile.Read(ref _count) < _limit)
        {
            lock (_adding)
            {
                if (Find(_rows, hash, known, values) is { } tags) return tags;
                if (_count < _limit) return AddRow(hash, known, values);
            }
        }

        SelfMetrics.Folded(_metric);
        return _other[known];
    }

    private KeyValuePair<string, object?>[] AddRow(ulong hash, int known, ReadOnlySpan<SeriesValue> values)
    {
        var objects = new object?[values.Length];
        for (var i = 0; i < values.Length; i++) objects[i] = values[i].ToObject();
        if (_count == _rows.Length) Volatile.Write(ref _rows, Grown(_rows));
        ref var bucket = ref _rows[(int)(uint)hash & (_rows.Length - 1)];
        var row = new Row(hash, known, objects, TagsOf(known, objects), bucket);
        Volatile.Write(ref bucket, row);
        Volatile.Write(ref _count, _count + 1);
        return row.Tags;
    }

    private KeyValuePair<string, object?>[] TagsOf(int known, object?[] values)
    {
        var tags = SeriesTag.Combination(_tags, known, out _);
        var next = 0;
        for (var i = 0; i < tags.Length; i++)
        {
            if (_tags[i].IsAny) tags[i] = new(tags[i].Key, values[next++]);
        }

        return tags;
    }

    // Readers may still walk the old rows, so that they are not touched.
    private static Row?[] Grown(Row?[] rows)
    {
        var grown = new Row?[rows.Length * 2];
        foreach (var first in rows)
        {
            for (var row = first; row is not null; row = row.Next)
            {
                ref var bucket = ref grown[(int)(uint)row.Hash & (grown.Length - 1)];
                bucket = new Row(row.Hash, row.Known, row.Values, row.Tags, bucket);
            }
        }

        return grown;
    }

    private sealed class Row(ulong hash, int known, object?[] values, KeyValuePair<string, object?>[] tags, Row? next)
    {
        public ulong Hash { get; } = hash;

        public int Known { get; } = known;

        public object?[] Values { get; } = values;

        /// <summary>The first value, where it is a text.</summary>
        public string? Text { get; } = values[0] as string;

        public KeyValuePair<string, object?>[] Tags { get; } = tags;

        public Row? Next { get; } = next;
    }
}
