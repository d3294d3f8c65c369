namespace Instrumentation.Benchmarks.Metrics;

/// <summary>The rows of <see cref="Counting"/>, <see cref="CountingOff"/> and <see cref="Scaling"/>, taking turns.</summary>
internal static class CountingRatios
{
    private static readonly string s_region = new("us");
    private static readonly string s_tier = new("eu");
    private static readonly Plan[] s_plans = [Plan.Paid];
    private static readonly bool[] s_flags = [true];

    public static void Print()
    {
        PrintOff();
        using var sdk = Sdk.Listen();
        PrintOn();
    }

    private static void PrintOff()
    {
        Ratios.Print(
            "off",
            ("nothing", static calls => { for (var i = 0; i < calls; i++) Ours.Plain3(i, s_plans[0], s_flags[0], s_region); }),
            ("by hand, pairs", static calls => { for (var i = 0; i < calls; i++) HandWritten.Pairs3(i, s_plans[0], s_flags[0], s_region); }),
            ("ours", static calls => { for (var i = 0; i < calls; i++) Ours.Count3(i, s_plans[0], s_flags[0], s_region); }),
            ("ours, pre-bound", static calls => { for (var i = 0; i < calls; i++) Ours.Bound3(i, s_plans[0], s_flags[0], s_region); }));
    }

    private static void PrintOn()
    {
        Ratios.Print(
            "0 tags",
            ("by hand, pairs", static calls => { for (var i = 0; i < calls; i++) HandWritten.Pairs0(i); }),
            ("Microsoft's generator", static calls => { for (var i = 0; i < calls; i++) MicrosoftGenerated.Count0(i); }),
            ("ours", static calls => { for (var i = 0; i < calls; i++) Ours.Count0(i); }),
            ("ours, pre-bound", static calls => { for (var i = 0; i < calls; i++) Ours.Bound0(i); }),
            ("prometheus-net", static calls => { for (var i = 0; i < calls; i++) PrometheusNet.Count0(i); }));
        Ratios.Print(
            "1 tag",
            ("by hand, pairs", static calls => { for (var i = 0; i < calls; i++) HandWritten.Pairs1(i, s_plans[0]); }),
            ("by hand, TagList", static calls => { for (var i = 0; i < calls; i++) HandWritten.List1(i, s_plans[0]); }),
            ("Microsoft's generator", static calls => { for (var i = 0; i < calls; i++) MicrosoftGenerated.Count1(i, s_plans[0]); }),
            ("ours", static calls => { for (var i = 0; i < calls; i++) Ours.Count1(i, s_plans[0]); }),
            ("ours, pre-bound", static calls => { for (var i = 0; i < calls; i++) Ours.Bound1(i, s_plans[0]); }),
            ("prometheus-net", static calls => { for (var i = 0; i < calls; i++) PrometheusNet.Count1(i, s_plans[0]); }));
        Ratios.Print(
            "3 tags",
            ("by hand, pairs", static calls => { for (var i = 0; i < calls; i++) HandWritten.Pairs3(i, s_plans[0], s_flags[0], s_region); }),
            ("by hand, TagList", static calls => { for (var i = 0; i < calls; i++) HandWritten.List3(i, s_plans[0], s_flags[0], s_region); }),
            ("Microsoft's generator", static calls => { for (var i = 0; i < calls; i++) MicrosoftGenerated.Count3(i, s_plans[0], s_flags[0], s_region); }),
            ("ours", static calls => { for (var i = 0; i < calls; i++) Ours.Count3(i, s_plans[0], s_flags[0], s_region); }),
            ("ours, a tag of any text", static calls => { for (var i = 0; i < calls; i++) Ours.Any3(i, s_plans[0], s_flags[0], s_region); }),
            ("ours, pre-bound", static calls => { for (var i = 0; i < calls; i++) Ours.Bound3(i, s_plans[0], s_flags[0], s_region); }),
            ("prometheus-net", static calls => { for (var i = 0; i < calls; i++) PrometheusNet.Count3(i, s_plans[0], s_flags[0], s_region); }));
        Ratios.Print(
            "6 tags",
            ("by hand, pairs", static calls => { for (var i = 0; i < calls; i++) HandWritten.Pairs6(i, s_plans[0], s_flags[0], s_region, s_plans[0], s_flags[0], s_tier); }),
            ("by hand, TagList", static calls => { for (var i = 0; i < calls; i++) HandWritten.List6(i, s_plans[0], s_flags[0], s_region, s_plans[0], s_flags[0], s_tier); }),
            ("Microsoft's generator", static calls => { for (var i = 0; i < calls; i++) MicrosoftGenerated.Count6(i, s_plans[0], s_flags[0], s_region, s_plans[0], s_flags[0], s_tier); }),
            ("ours", static calls => { for (var i = 0; i < calls; i++) Ours.Count6(i, s_plans[0], s_flags[0], s_region, s_plans[0], s_flags[0], s_tier); }),
            ("ours, pre-bound", static calls => { for (var i = 0; i < calls; i++) Ours.Bound6(i, s_plans[0], s_flags[0], s_region, s_plans[0], s_flags[0], s_tier); }),
            ("prometheus-net", static calls => { for (var i = 0; i < calls; i++) PrometheusNet.Count6(i, s_plans[0], s_flags[0], s_region, s_plans[0], s_flags[0], s_tier); }));
    }
}
