using Prometheus;

namespace Instrumentation.Benchmarks.Metrics;

/// <summary>
/// Counted through prometheus-net's child handles, which are made beforehand and found by number. They are not OpenTelemetry's: no other
/// exporter sees them.
/// </summary>
internal static class PrometheusNet
{
    private static readonly string[] s_plans = ["Free", "Team", "Paid"];
    private static readonly string[] s_flags = ["false", "true"];
    private static readonly string[] s_regions = ["eu", "us", "ap"];

    private static readonly Counter s_none = Prometheus.Metrics.CreateCounter("prometheus_0", "");
    private static readonly Counter.Child[] s_one = Children("prometheus_1", s_plans);
    private static readonly Counter.Child[] s_three = Children("prometheus_3", s_plans, s_flags, s_regions);
    private static readonly Counter.Child[] s_six = Children("prometheus_6", s_plans, s_flags, s_regions, s_plans, s_flags, s_regions);

    public static int Count0(int x)
    {
        s_none.Inc();
        return x;
    }

    public static int Count1(int x, Plan plan)
    {
        s_one[(int)plan].Inc();
        return x;
    }

    public static int Count3(int x, Plan plan, bool isNew, string region)
    {
        s_three[((((int)plan * 2) + (isNew ? 1 : 0)) * 3) + Number(region)].Inc();
        return x;
    }

    public static int Count6(int x, Plan plan, bool isNew, string region, Plan other, bool isLarge, string tier)
    {
        var first = ((((int)plan * 2) + (isNew ? 1 : 0)) * 3) + Number(region);
        s_six[(first * 18) + ((((int)other * 2) + (isLarge ? 1 : 0)) * 3) + Number(tier)].Inc();
        return x;
    }

    private static int Number(string region) => region switch { "eu" => 0, "us" => 1, _ => 2 };

    private static Counter.Child[] Children(string name, params string[][] values)
    {
        var counter = Prometheus.Metrics.CreateCounter(name, "", [.. values.Select(static (_, i) => $"tag{i}")]);
        IEnumerable<string[]> combinations = [[]];
        foreach (var tag in values) combinations = combinations.SelectMany(combination => tag.Select(value => (string[])[.. combination, value]));
        return [.. combinations.Select(counter.WithLabels)];
    }
}
