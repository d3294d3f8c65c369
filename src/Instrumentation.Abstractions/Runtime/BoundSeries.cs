using System.ComponentModel;
using System.Diagnostics.Metrics;
using System.Runtime.CompilerServices;

namespace Instrumentation.Runtime;

/// <summary>
/// The cells of a <see cref="BoundSum{T}"/>, one for each combination of the tags' values. There is a stripe of them for each
/// processor, apart in memory, so that processors do not wait for each other.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class BoundSeries
{
    // Two lines of 64 bytes, which processors fetch in pairs.
    private const int Apart = 16;
    private const int MaximumStripes = 16;

    private static readonly int s_mask = Stripes(Environment.ProcessorCount) - 1;

    private readonly long[] _cells;
    private readonly int _stride;
    private readonly bool _isDouble;
    private readonly KeyValuePair<string, object?>[][] _combinations;

    // Whether a series is shown: it was declared, or it has been counted once.
    private readonly bool[] _isShown;

    internal BoundSeries(SeriesTag[] tags, bool isDouble)
    {
        Tags = tags;
        _isDouble = isDouble;
        var count = SeriesTag.Count(tags);
        _combinations = new KeyValuePair<string, object?>[count][];
        _isShown = new bool[count];
        for (var i = 0; i < count; i++) _combinations[i] = SeriesTag.Combination(tags, i, out _isShown[i]);
        _stride = (count + Apart - 1) / Apart * Apart + Apart;
        _cells = new long[Apart + (_stride * (s_mask + 1))];
    }

    internal SeriesTag[] Tags { get; }

    /// <summary>Adds to a series.</summary>
    /// <param name="series">The number of the combination.</param>
    /// <param name="amount">How much.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(int series, long amount) => Interlocked.Add(ref Cell(series), amount);

    /// <summary>Adds to a series.</summary>
    /// <param name="series">The number of the combination.</param>
    /// <param name="amount">How much.</param>
    public void Add(int series, double amount)
    {
        ref var cell = ref Cell(series);
        for (var seen = Volatile.Read(ref cell); ;)
        {
            var before = Interlocked.CompareExchange(ref cell, BitConverter.DoubleToInt64Bits(BitConverter.Int64BitsToDouble(seen) + amount), seen);
            if (before == seen) return;
            seen = before;
        }
    }

    /// <summary>What has been added to each series that is shown.</summary>
    internal IEnumerable<Measurement<T>> Read<T>()
        where T : struct
    {
        for (var i = 0; i < _combinations.Length; i++)
        {
            var total = _isDouble ? (object)Real(i) : Whole(i);
            if (!_isShown[i] && total is (0L or 0.0)) continue;
            _isShown[i] = true;
            yield return new Measurement<T>((T)total, _combinations[i]);
        }
    }

    private long Whole(int series)
    {
        var total = 0L;
        for (var stripe = 0; stripe <= s_mask; stripe++) total = unchecked(total + Volatile.Read(ref _cells[Apart + (stripe * _stride) + series]));
        return total;
    }

    private double Real(int series)
    {
        var total = 0.0;
        for (var stripe = 0; stripe <= s_mask; stripe++) total += BitConverter.Int64BitsToDouble(Volatile.Read(ref _cells[Apart + (stripe * _stride) + series]));
        return total;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ref long Cell(int series) => ref _cells[Apart + (Processor() * _stride) + series];

    // A thread that moves meanwhile adds to another processor's stripe: that costs time, not a count.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Processor() =>
#if NET
        Thread.GetCurrentProcessorId() & s_mask;
#else
        Environment.CurrentManagedThreadId & s_mask;
#endif

    private static int Stripes(int processors)
    {
        var stripes = 1;
        while (stripes < processors && stripes < MaximumStripes) stripes *= 2;
        return stripes;
    }
}
