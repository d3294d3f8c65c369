using BenchmarkDotNet.Attributes;

namespace Instrumentation.Benchmarks.Metrics;

/// <summary>Nobody listens: what an annotation costs more than nothing.</summary>
public class CountingOff
{
    private readonly string _region = "us";
    private readonly Plan _plan = Plan.Paid;
    private readonly bool _flag = true;

    [Benchmark(Baseline = true)]
    public int Nothing() => Ours.Plain3(1, _plan, _flag, _region);

    [Benchmark]
    public int Pairs3() => HandWritten.Pairs3(1, _plan, _flag, _region);

    [Benchmark]
    public int Ours0() => Ours.Count0(1);

    [Benchmark]
    public int Ours3() => Ours.Count3(1, _plan, _flag, _region);

    [Benchmark]
    public int Bound3() => Ours.Bound3(1, _plan, _flag, _region);
}
