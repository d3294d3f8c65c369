using System.ComponentModel;
using System.Diagnostics.Metrics;
using System.Runtime.CompilerServices;

namespace Instrumentation.Runtime;

/// <summary>
/// The cells of a <see cref="BoundSum{T}"/>, one for each combination of the tags' values. Each thread has cells of its own
/// (<see cref="ThreadCells"/>); their sum is what a collector reads.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class BoundSeries
{
    // Two lines of 64 bytes, which processors fetch in pairs: the garbage collector may move another thread's cells next to ours.
    private const int Apart = 16;

    private static int s_count;

    private readonly object _folding = new();
    private readonly List<long[]> _cells = [];
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

        // What threads that are gone have left.
        NewCells();
    }

    /// <summary>Where a thread's cells of this are found.</summary>
    internal int Number { get; } = Interlocked.Increment(ref s_count) - 1;

    internal SeriesTag[] Tags { get; }

    /// <summary>Adds to a series.</summary>
    /// <param name="series">The number of the combination.</param>
    /// <param name="amount">How much.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(int series, long amount)
    {
        ref var cell = ref ThreadCells.Of(this)[Apart + series];
        Volatile.Write(ref cell, unchecked(cell + amount));
    }

    /// <summary>Adds to a series.</summary>
    /// <param name="series">The number of the combination.</param>
    /// <param name="amount">How much.</param>
    public void Add(int series, double amount)
    {
        ref var cell = ref ThreadCells.Of(this)[Apart + series];
        Volatile.Write(ref cell, Sum(cell, amount));
    }

    /// <summary>Makes the cells of a thread.</summary>
    internal long[] NewCells()
    {
        var cells = new long[Apart + _combinations.Length + Apart];
        lock (_folding) _cells.Add(cells);
        return cells;
    }

    /// <summary>Takes over the cells of a thread that is gone.</summary>
    internal void Fold(long[] cells)
    {
        lock (_folding)
        {
            _cells.Remove(cells);
            for (var i = Apart; i < Apart + _combinations.Length; i++)
                _cells[0][i] = _isDouble ? Sum(_cells[0][i], BitConverter.Int64BitsToDouble(cells[i])) : unchecked(_cells[0][i] + cells[i]);
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

    private static long Sum(long bits, double amount) => BitConverter.DoubleToInt64Bits(BitConverter.Int64BitsToDouble(bits) + amount);

    private long Whole(int series)
    {
        var total = 0L;
        lock (_folding)
        {
            foreach (var cells in _cells) total = unchecked(total + Volatile.Read(ref cells[Apart + series]));
        }

        return total;
    }

    private double Real(int series)
    {
        var total = 0.0;
        lock (_folding)
        {
            foreach (var cells in _cells) total += BitConverter.Int64BitsToDouble(Volatile.Read(ref cells[Apart + series]));
        }

        return total;
    }
}
