using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Instrumentation.Runtime;

/// <summary>
/// Keeps a metric whose tags take any value from making any number of series: the first ones are let through, and what comes after
/// them is recorded with <c>other</c> for each of those tags, and counted. Called by generated code.
/// </summary>
/// <remarks>
/// It holds the values that it has let through, as objects: a number is boxed once and not at each measurement. Reading takes no lock.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class SeriesGuard
{
    private readonly object _adding = new();
    private readonly string _metric;
    private readonly int _limit;
    private readonly object?[] _other;
    private Row?[] _rows = new Row?[64];
    private int _count;

    internal SeriesGuard(string metric, int limit, int tags)
    {
        _metric = metric;
        _limit = limit;
        _other = [.. Enumerable.Repeat<object?>(SeriesTag.Other, tags)];
    }

    /// <summary>The values as they are recorded.</summary>
    /// <param name="values">The values, in the order of the tags.</param>
    public object?[] Admit(ReadOnlySpan<SeriesValue> values)
    {
        ulong hash = 0;
        foreach (ref readonly var value in values) hash = value.Hash(hash);
        return Find(Volatile.Read(ref _rows), hash, values) ?? Add(hash, values);
    }

    private static object?[]? Find(Row?[] rows, ulong hash, ReadOnlySpan<SeriesValue> values)
    {
        for (var row = rows[(int)(uint)hash & (rows.Length - 1)]; row is not null; row = row.Next)
        {
            if (row.Hash == hash && Matches(row.Values, values)) return row.Values;
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
    private object?[] Add(ulong hash, ReadOnlySpan<SeriesValue> values)
    {
        if (Volatile.Read(ref _count) < _limit)
        {
            lock (_adding)
            {
                if (Find(_rows, hash, values) is { } known) return known;
                if (_count < _limit) return AddRow(hash, values);
            }
        }

        SelfMetrics.Folded(_metric);
        return _other;
    }

    private object?[] AddRow(ulong hash, ReadOnlySpan<SeriesValue> values)
    {
        var added = new object?[values.Length];
        for (var i = 0; i < values.Length; i++) added[i] = values[i].ToObject();
        if (_count == _rows.Length) Volatile.Write(ref _rows, Grown(_rows));
        ref var bucket = ref _rows[(int)(uint)hash & (_rows.Length - 1)];
        Volatile.Write(ref bucket, new Row(hash, added, bucket));
        Volatile.Write(ref _count, _count + 1);
        return added;
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
                bucket = new Row(row.Hash, row.Values, bucket);
            }
        }

        return grown;
    }

    private sealed class Row(ulong hash, object?[] values, Row? next)
    {
        public ulong Hash { get; } = hash;

        public object?[] Values { get; } = values;

        public Row? Next { get; } = next;
    }
}
