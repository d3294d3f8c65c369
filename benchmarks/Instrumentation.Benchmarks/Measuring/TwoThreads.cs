namespace Instrumentation.Benchmarks.Measuring;

/// <summary>
/// Runs a way on two threads, each of which does half of the calls: a time that does not grow means a rate that does not fall.
/// </summary>
internal sealed class TwoThreads : IDisposable
{
    private readonly Barrier _barrier = new(2);
    private readonly Action<int> _run;
    private readonly Thread _other;
    private int _calls;

    public TwoThreads(Action<int> run)
    {
        _run = run;
        _other = new Thread(RunHalf) { IsBackground = true };
        _other.Start();
    }

    /// <summary>Measures ways, each on two threads.</summary>
    public static Row Measure(Turns turns, string group, string name, IEnumerable<Way> ways)
    {
        var threads = ways.Select(static way => (way.Name, Threads: new TwoThreads(way.Run))).ToList();
        try
        {
            return turns.Measure(group, $"{name}, 2 threads", [.. threads.Select(static way => new Way(way.Name, way.Threads.Run))]);
        }
        finally
        {
            threads.ForEach(static way => way.Threads.Dispose());
        }
    }

    /// <summary>Does the calls.</summary>
    public void Run(int calls)
    {
        _calls = calls / 2;
        _barrier.SignalAndWait();
        _run(calls - (calls / 2));
        _barrier.SignalAndWait();
    }

    public void Dispose()
    {
        _calls = -1;
        _barrier.SignalAndWait();
        _other.Join();
        _barrier.Dispose();
    }

    private void RunHalf()
    {
        for (; ; )
        {
            _barrier.SignalAndWait();
            if (_calls < 0) return;
            _run(_calls);
            _barrier.SignalAndWait();
        }
    }
}
