using System.Diagnostics;

namespace Instrumentation.Generator.Benchmarks.Measuring;

/// <summary>What something took: the time on the clock, the time of all processors, and the memory that was allocated.</summary>
internal readonly record struct Cost(double Wall, double Cpu, double Megabytes)
{
    public static Cost Of(Action action)
    {
        GC.Collect();
        using var process = Process.GetCurrentProcess();
        var bytes = GC.GetTotalAllocatedBytes(precise: true);
        var cpu = process.TotalProcessorTime;
        var clock = Stopwatch.StartNew();
        action();
        var wall = clock.Elapsed.TotalSeconds;
        process.Refresh();
        return new Cost(wall, (process.TotalProcessorTime - cpu).TotalSeconds, (GC.GetTotalAllocatedBytes(precise: true) - bytes) / 1e6);
    }

    /// <summary>The least of several, each for itself: a neighbour on the machine only ever adds.</summary>
    public static Cost Least(IEnumerable<Cost> costs) => new(costs.Min(static cost => cost.Wall), costs.Min(static cost => cost.Cpu), costs.Min(static cost => cost.Megabytes));
}
