using Instrumentation.Benchmarks.Measuring;

namespace Instrumentation.Benchmarks.Metrics;

/// <summary>The rows of metrics.</summary>
internal static class MetricRows
{
    public const string Off = "count off";
    public const string On = "count";

    private static readonly (string Name, Func<Way[]> Ways)[] s_on =
    [
        ("0 tags", NoTags),
        ("1 tag", OneTag),
        ("3 tags", ThreeTags),
        ("3 tags, one of any text", AnyText),
        ("6 tags", SixTags),
    ];

    /// <summary>How many rows there are while somebody listens, one of them on two threads.</summary>
    public static int Count => s_on.Length + 1;

    /// <summary>Measures the one while nobody listens.</summary>
    public static Row MeasureOff(Turns turns) => turns.Measure(Off, "3 tags", NothingListens());

    /// <summary>Measures the others one by one.</summary>
    public static IEnumerable<Row> Measure(Turns turns)
    {
        using var sdk = Sdk.Listen();
        foreach (var (name, ways) in s_on) yield return turns.Measure(On, name, ways());
        yield return TwoThreads.Measure(turns, On, "3 tags", ThreeTags());
    }

    // What the calls are given is fetched before: a method that does nothing would be spared even that.
    private static Way[] NothingListens()
    {
        var (plan, isNew, region) = (Arguments.Plan(0), Arguments.Flag(0), Arguments.Region(0));
        return
        [
            ("nothing", calls => { for (var i = 0; i < calls; i++) Ours.Plain3(i, plan, isNew, region); }),
            ("by hand, pairs", calls => { for (var i = 0; i < calls; i++) HandWritten.Pairs3(i, plan, isNew, region); }),
            ("ours", calls => { for (var i = 0; i < calls; i++) Ours.Count3(i, plan, isNew, region); }),
            ("ours, pre-bound", calls => { for (var i = 0; i < calls; i++) Ours.Bound3(i, plan, isNew, region); }),
        ];
    }

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
        ("by hand, pairs", static calls => { for (var i = 0; i < calls; i++) HandWritten.Pairs1(i, Arguments.Plan(i)); }),
        ("by hand, TagList", static calls => { for (var i = 0; i < calls; i++) HandWritten.List1(i, Arguments.Plan(i)); }),
        ("Microsoft's generator", static calls => { for (var i = 0; i < calls; i++) MicrosoftGenerated.Count1(i, Arguments.Plan(i)); }),
        ("ours", static calls => { for (var i = 0; i < calls; i++) Ours.Count1(i, Arguments.Plan(i)); }),
        ("ours, pre-bound", static calls => { for (var i = 0; i < calls; i++) Ours.Bound1(i, Arguments.Plan(i)); }),
        ("prometheus-net", static calls => { for (var i = 0; i < calls; i++) PrometheusNet.Count1(i, Arguments.Plan(i)); }),
    ];

    private static Way[] ThreeTags() =>
    [
        ("by hand, pairs", static calls => { for (var i = 0; i < calls; i++) HandWritten.Pairs3(i, Arguments.Plan(i), Arguments.Flag(i), Arguments.Region(i)); }),
        ("by hand, TagList", static calls => { for (var i = 0; i < calls; i++) HandWritten.List3(i, Arguments.Plan(i), Arguments.Flag(i), Arguments.Region(i)); }),
        ("Microsoft's generator", static calls => { for (var i = 0; i < calls; i++) MicrosoftGenerated.Count3(i, Arguments.Plan(i), Arguments.Flag(i), Arguments.Region(i)); }),
        ("ours", static calls => { for (var i = 0; i < calls; i++) Ours.Count3(i, Arguments.Plan(i), Arguments.Flag(i), Arguments.Region(i)); }),
        ("ours, pre-bound", static calls => { for (var i = 0; i < calls; i++) Ours.Bound3(i, Arguments.Plan(i), Arguments.Flag(i), Arguments.Region(i)); }),
        ("prometheus-net", static calls => { for (var i = 0; i < calls; i++) PrometheusNet.Count3(i, Arguments.Plan(i), Arguments.Flag(i), Arguments.Region(i)); }),
    ];

    private static Way[] AnyText() =>
    [
        ("by hand, pairs", static calls => { for (var i = 0; i < calls; i++) HandWritten.Pairs3(i, Arguments.Plan(i), Arguments.Flag(i), Arguments.Region(i)); }),
        ("ours", static calls => { for (var i = 0; i < calls; i++) Ours.Any3(i, Arguments.Plan(i), Arguments.Flag(i), Arguments.Region(i)); }),
    ];

    private static Way[] SixTags() =>
    [
        ("by hand, pairs", static calls => { for (var i = 0; i < calls; i++) HandWritten.Pairs6(i, Arguments.Plan(i), Arguments.Flag(i), Arguments.Region(i), Arguments.Plan(i), Arguments.Flag(i), Arguments.Tier(i)); }),
        ("by hand, TagList", static calls => { for (var i = 0; i < calls; i++) HandWritten.List6(i, Arguments.Plan(i), Arguments.Flag(i), Arguments.Region(i), Arguments.Plan(i), Arguments.Flag(i), Arguments.Tier(i)); }),
        ("Microsoft's generator", static calls => { for (var i = 0; i < calls; i++) MicrosoftGenerated.Count6(i, Arguments.Plan(i), Arguments.Flag(i), Arguments.Region(i), Arguments.Plan(i), Arguments.Flag(i), Arguments.Tier(i)); }),
        ("ours", static calls => { for (var i = 0; i < calls; i++) Ours.Count6(i, Arguments.Plan(i), Arguments.Flag(i), Arguments.Region(i), Arguments.Plan(i), Arguments.Flag(i), Arguments.Tier(i)); }),
        ("ours, pre-bound", static calls => { for (var i = 0; i < calls; i++) Ours.Bound6(i, Arguments.Plan(i), Arguments.Flag(i), Arguments.Region(i), Arguments.Plan(i), Arguments.Flag(i), Arguments.Tier(i)); }),
        ("prometheus-net", static calls => { for (var i = 0; i < calls; i++) PrometheusNet.Count6(i, Arguments.Plan(i), Arguments.Flag(i), Arguments.Region(i), Arguments.Plan(i), Arguments.Flag(i), Arguments.Tier(i)); }),
    ];
}
