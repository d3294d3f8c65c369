using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using OpenTelemetry.Metrics;

namespace Instrumentation.Benchmarks.Metrics;

/// <summary>One count with 0, 1, 3 and 6 tags, while OpenTelemetry's SDK listens.</summary>
[GroupBenchmarksBy(BenchmarkLogicalGroupRule.ByCategory)]
[CategoriesColumn]
public class Counting
{
    private readonly string _region = "us";
    private readonly string _tier = "eu";
    private readonly Plan _plan = Plan.Paid;
    private readonly bool _flag = true;
    private MeterProvider? _sdk;

    [GlobalSetup]
    public void Listen() => _sdk = Sdk.Listen();

    [GlobalCleanup]
    public void Stop() => _sdk!.Dispose();

    [BenchmarkCategory("0 tags"), Benchmark(Baseline = true)]
    public int Pairs0() => HandWritten.Pairs0(1);

    [BenchmarkCategory("0 tags"), Benchmark]
    public int Microsoft0() => MicrosoftGenerated.Count0(1);

    [BenchmarkCategory("0 tags"), Benchmark]
    public int Ours0() => Ours.Count0(1);

    [BenchmarkCategory("0 tags"), Benchmark]
    public int Bound0() => Ours.Bound0(1);

    [BenchmarkCategory("0 tags"), Benchmark]
    public int PrometheusNet0() => PrometheusNet.Count0(1);

    [BenchmarkCategory("1 tag"), Benchmark(Baseline = true)]
    public int Pairs1() => HandWritten.Pairs1(1, _plan);

    [BenchmarkCategory("1 tag"), Benchmark]
    public int List1() => HandWritten.List1(1, _plan);

    [BenchmarkCategory("1 tag"), Benchmark]
    public int Microsoft1() => MicrosoftGenerated.Count1(1, _plan);

    [BenchmarkCategory("1 tag"), Benchmark]
    public int Ours1() => Ours.Count1(1, _plan);

    [BenchmarkCategory("1 tag"), Benchmark]
    public int Bound1() => Ours.Bound1(1, _plan);

    [BenchmarkCategory("1 tag"), Benchmark]
    public int PrometheusNet1() => PrometheusNet.Count1(1, _plan);

    [BenchmarkCategory("3 tags"), Benchmark(Baseline = true)]
    public int Pairs3() => HandWritten.Pairs3(1, _plan, _flag, _region);

    [BenchmarkCategory("3 tags"), Benchmark]
    public int List3() => HandWritten.List3(1, _plan, _flag, _region);

    [BenchmarkCategory("3 tags"), Benchmark]
    public int Microsoft3() => MicrosoftGenerated.Count3(1, _plan, _flag, _region);

    [BenchmarkCategory("3 tags"), Benchmark]
    public int Ours3() => Ours.Count3(1, _plan, _flag, _region);

    [BenchmarkCategory("3 tags"), Benchmark]
    public int OursAny3() => Ours.Any3(1, _plan, _flag, _region);

    [BenchmarkCategory("3 tags"), Benchmark]
    public int Bound3() => Ours.Bound3(1, _plan, _flag, _region);

    [BenchmarkCategory("3 tags"), Benchmark]
    public int PrometheusNet3() => PrometheusNet.Count3(1, _plan, _flag, _region);

    [BenchmarkCategory("6 tags"), Benchmark(Baseline = true)]
    public int Pairs6() => HandWritten.Pairs6(1, _plan, _flag, _region, _plan, _flag, _tier);

    [BenchmarkCategory("6 tags"), Benchmark]
    public int List6() => HandWritten.List6(1, _plan, _flag, _region, _plan, _flag, _tier);

    [BenchmarkCategory("6 tags"), Benchmark]
    public int Microsoft6() => MicrosoftGenerated.Count6(1, _plan, _flag, _region, _plan, _flag, _tier);

    [BenchmarkCategory("6 tags"), Benchmark]
    public int Ours6() => Ours.Count6(1, _plan, _flag, _region, _plan, _flag, _tier);

    [BenchmarkCategory("6 tags"), Benchmark]
    public int Bound6() => Ours.Bound6(1, _plan, _flag, _region, _plan, _flag, _tier);

    [BenchmarkCategory("6 tags"), Benchmark]
    public int PrometheusNet6() => PrometheusNet.Count6(1, _plan, _flag, _region, _plan, _flag, _tier);
}
