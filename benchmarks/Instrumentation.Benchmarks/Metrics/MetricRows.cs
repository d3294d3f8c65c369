using Instrumentation.Benchmarks.Measuring;

namespace Instrumentation.Benchmarks.Metrics;

/// <summary>The rows of metrics.</summary>
internal static class MetricRows
{
    public const string Off = "count off";
    public const string On = "count";

    private static readonly string s_region = new("us");
    private static readonly string s_tier = new("eu");
    private static readonly Plan[] s_plans = [Plan.Paid];
    private static readonly bool[] s_flags = [true];

    private static readonly (string Name, Func<Way[]> Ways)[] s_on =
    [
        ("0 tags", NoTags),
        ("1 tag", OneTag),
        ("3 tags", ThreeTags),
        ("3 tags, one of any text", AnyText),
        ("6 tags", SixTags),
    ];

    /// <summary>How many rows there are: one while nobody listens, and one on two threads.</summary>
    public static int Count => 1 + s_on.Length + 1;

    /// <summary>Measures them one by one.</summary>
    public static IEnumerable<Row> Measure(Turns turns)
    {
        yield return turns.Measure(Off, "3 tags", NothingListens());
        using var sdk = Sdk.Listen();
        foreach (var (name, ways) in s_on) yield return turns.Measure(On, name, ways());
        yield return TwoThreads.Measure(turns, On, "3 tags", ThreeTags());
    }

    private static Way[] NothingListens() =>
    [
        ("nothing", static calls => { for (var i = 0; i < calls; i++) Ours.Plain3(i, s_plans[0], s_flags[0], s_region); }),
        ("by hand, pairs", static calls => { for (var i = 0; i < calls; i++) HandWritten.Pairs3(i, s_plans[0], s_flags[0], s_region); }),
        ("ours", static calls => { for (var i = 0; i < calls; i++) Ours.Count3(i, s_plans[0], s_flags[0], s_region); }),
        ("ours, pre-bound", static calls => { for (var i = 0; i < calls; i++) Ours.Bound3(i, s_plans[0], s_flags[0], s_region); }),
    ];

    private static Way[] NoTags() =>
    [
        ("by hand, pairs", static calls => { for (var i = 0; i < calls; i++) HandWritten.Pairs0(i); }),
        ("Microsoft's generator", static calls => { for (var i = 0; i < calls; i++) MicrosoftGenerated.Count0(i); }),
        ("ours", static calls => { for (var i = 0; i < calls; i++) Ours.Count0(i); }),
        ("ours, pre-bound", static calls => { for (var i = 0; i < calls; i++) Ours.Bound0(i); }),
        ("prometheus-net", static calls => { for (var i = 0; i < calls; i++) PrometheusNet.Count0(i); }),
    ];

    private static Way[] OneTag() =>
    [
        ("by hand, pairs", static calls => { for (var i = 0; i < calls; i++) HandWritten.Pairs1(i, s_plans[0]); }),
        ("by hand, TagList", static calls => { for (var i = 0; i < calls; i++) HandWritten.List1(i, s_plans[0]); }),
        ("Microsoft's generator", static calls => { for (var i = 0; i < calls; i++) MicrosoftGenerated.Count1(i, s_plans[0]); }),
        ("ours", static calls => { for (var i = 0; i < calls; i++) Ours.Count1(i, s_plans[0]); }),
        ("ours, pre-bound", static calls => { for (var i = 0; i < calls; i++) Ours.Bound1(i, s_plans[0]); }),
        ("prometheus-net", static calls => { for (var i = 0; i < calls; i++) PrometheusNet.Count1(i, s_plans[0]); }),
    ];

    private static Way[] ThreeTags() =>
    [
        ("by hand, pairs", static calls => { for (var i = 0; i < calls; i++) HandWritten.Pairs3(i, s_plans[0], s_flags[0], s_region); }),
        ("by hand, TagList", static calls => { for (var i = 0; i < calls; i++) HandWritten.List3(i, s_plans[0], s_flags[0], s_region); }),
        ("Microsoft's generator", static calls => { for (var i = 0; i < calls; i++) MicrosoftGenerated.Count3(i, s_plans[0], s_flags[0], s_region); }),
        ("ours", static calls => { for (var i = 0; i < calls; i++) Ours.Count3(i, s_plans[0], s_flags[0], s_region); }),
        ("ours, pre-bound", static calls => { for (var i = 0; i < calls; i++) Ours.Bound3(i, s_plans[0], s_flags[0], s_region); }),
        ("prometheus-net", static calls => { for (var i = 0; i < calls; i++) PrometheusNet.Count3(i, s_plans[0], s_flags[0], s_region); }),
    ];

    private static Way[] AnyText() =>
    [
        ("by hand, pairs", static calls => { for (var i = 0; i < calls; i++) HandWritten.Pairs3(i, s_plans[0], s_flags[0], s_region); }),
        ("ours", static calls => { for (var i = 0; i < calls; i++) Ours.Any3(i, s_plans[0], s_flags[0], s_region); }),
    ];

    private static Way[] SixTags() =>
    [
        ("by hand, pairs", static calls => { for (var i = 0; i < calls; i++) HandWritten.Pairs6(i, s_plans[0], s_flags[0], s_region, s_plans[0], s_flags[0], s_tier); }),
        ("by hand, TagList", static calls => { for (var i = 0; i < calls; i++) HandWritten.List6(i, s_plans[0], s_flags[0], s_region, s_plans[0], s_flags[0], s_tier); }),
        ("Microsoft's generator", static calls => { for (var i = 0; i < calls; i++) MicrosoftGenerated.Count6(i, s_plans[0], s_flags[0], s_region, s_plans[0], s_flags[0], s_tier); }),
        ("ours", static calls => { for (var i = 0; i < calls; i++) Ours.Count6(i, s_plans[0], s_flags[0], s_region, s_plans[0], s_flags[0], s_tier); }),
        ("ours, pre-bound", static calls => { for (var i = 0; i < calls; i++) Ours.Bound6(i, s_plans[0], s_flags[0], s_region, s_plans[0], s_flags[0], s_tier); }),
        ("prometheus-net", static calls => { for (var i = 0; i < calls; i++) PrometheusNet.Count6(i, s_plans[0], s_flags[0], s_region, s_plans[0], s_flags[0], s_tier); }),
    ];
}
