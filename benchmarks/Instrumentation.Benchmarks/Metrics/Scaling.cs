using BenchmarkDotNet.Attributes;
using OpenTelemetry.Metrics;

namespace Instrumentation.Benchmarks.Metrics;

/// <summary>
/// The same counts by one thread and by two, of one series: a time that does not grow means a rate that does not fall.
/// </summary>
public class Scaling
{
    private const int Counts = 1_000_000;

    private MeterProvider? _sdk;

    [Params(1, 2)]
    public int Threads { get; set; }

    [GlobalSetup]
    public void Listen() => _sdk = Sdk.Listen();

    [GlobalCleanup]
    public void Stop() => _sdk!.Dispose();

    [Benchmark(OperationsPerInvoke = Counts)]
    public void Pairs3() => Run(static count =>
    {
        for (var i = 0; i < count; i++) HandWritten.Pairs3(1, Plan.Paid, true, "us");
    });

    [Benchmark(OperationsPerInvoke = Counts)]
    public void Ours3() => Run(static count =>
    {
        for (var i = 0; i < count; i++) Ours.Count3(1, Plan.Paid, true, "us");
    });

    [Benchmark(OperationsPerInvoke = Counts)]
    public void Bound3() => Run(static count =>
    {
        for (var i = 0; i < count; i++) Ours.Bound3(1, Plan.Paid, true, "us");
    });

    [Benchmark(OperationsPerInvoke = Counts)]
    public void PrometheusNet3() => Run(static count =>
    {
        for (var i = 0; i < count; i++) PrometheusNet.Count3(1, Plan.Paid, true, "us");
    });

    private void Run(Action<int> count)
    {
        var threads = Enumerable.Range(0, Threads).Select(_ => new Thread(() => count(Counts / Threads))).ToList();
        threads.ForEach(static thread => thread.Start());
        threads.ForEach(static thread => thread.Join());
    }
}
