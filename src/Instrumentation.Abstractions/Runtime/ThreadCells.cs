namespace Instrumentation.Runtime;

/// <summary>
/// What one thread has added to the <see cref="BoundSeries"/>: nobody else writes there, so that adding takes neither a lock nor an atomic
/// instruction, and threads never wait for each other.
/// </summary>
internal sealed class ThreadCells
{
    [ThreadStatic]
    private static ThreadCells? t_mine;

    private readonly List<BoundSeries> _series = [];
    private long[]?[] _cells = [];

    // The thread is gone, its numbers stay.
    ~ThreadCells()
    {
        foreach (var series in _series) series.Fold(_cells[series.Number]!);
    }

    /// <summary>The calling thread's cells of a series.</summary>
    public static long[] Of(BoundSeries series)
    {
        var number = series.Number;
        return t_mine?._cells is { } all && (uint)number < (uint)all.Length && all[number] is { } cells ? cells : Add(series);
    }

    private static long[] Add(BoundSeries series)
    {
        var mine = t_mine ??= new ThreadCells();
        if (mine._cells.Length <= series.Number) Array.Resize(ref mine._cells, Math.Max(4, series.Number * 2));
        var cells = series.NewCells();
        mine._cells[series.Number] = cells;
        mine._series.Add(series);
        return cells;
    }
}
