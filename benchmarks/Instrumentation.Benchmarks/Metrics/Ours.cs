namespace Instrumentation.Benchmarks.Metrics;

/// <summary>Counted by annotations; <see cref="Plain"/> is the same method without.</summary>
internal static class Ours
{
    public static int Plain(int x) => x;

    public static int Plain3(int x, Plan plan, bool isNew, string region) => x;

    [BusinessMetric("ours.0")]
    public static int Count0(int x) => x;

    [BusinessMetric("ours.1", Tags = ["plan"])]
    public static int Count1(int x, Plan plan) => x;

    [BusinessMetric("ours.3", Tags = ["plan", "isNew", "region"])]
    public static int Count3(int x, Plan plan, bool isNew, [Tag(Values = ["eu", "us", "ap"])] string region) => x;

    [BusinessMetric("ours.6", Tags = ["plan", "isNew", "region", "other", "isLarge", "tier"])]
    public static int Count6(int x, Plan plan, bool isNew, [Tag(Values = ["eu", "us", "ap"])] string region, Plan other, bool isLarge, [Tag(Values = ["eu", "us", "ap"])] string tier) => x;

    [BusinessMetric("ours.any.3", Tags = ["plan", "isNew", "region"], MaxSeries = 500)]
    public static int Any3(int x, Plan plan, bool isNew, string region) => x;

    [BusinessMetric("bound.0", PreBound = true)]
    public static int Bound0(int x) => x;

    [BusinessMetric("bound.1", Tags = ["plan"], PreBound = true)]
    public static int Bound1(int x, Plan plan) => x;

    [BusinessMetric("bound.3", Tags = ["plan", "isNew", "region"], PreBound = true)]
    public static int Bound3(int x, Plan plan, bool isNew, [Tag(Values = ["eu", "us", "ap"])] string region) => x;

    [BusinessMetric("bound.6", Tags = ["plan", "isNew", "region", "other", "isLarge", "tier"], PreBound = true)]
    public static int Bound6(int x, Plan plan, bool isNew, [Tag(Values = ["eu", "us"])] string region, Plan other, bool isLarge, [Tag(Values = ["eu", "us"])] string tier) => x;
}
