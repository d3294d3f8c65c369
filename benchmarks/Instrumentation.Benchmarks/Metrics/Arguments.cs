namespace Instrumentation.Benchmarks.Metrics;

/// <summary>
/// What the calls are given: values that vary, as they do in a program that has a reason to tag them, and texts that are other objects each
/// time, as those that come with a request are. A call's number decides.
/// </summary>
internal static class Arguments
{
    private const int Mask = 63;

    private static readonly string[] s_regionNames = ["eu", "us", "ap"];
    private static readonly Plan[] s_plans = Make(static i => (Plan)(i % 3));
    private static readonly bool[] s_flags = Make(static i => i % 5 < 2);
    private static readonly string[] s_regions = Make(static i => new string(s_regionNames[i % 7 % 3]));
    private static readonly string[] s_tiers = Make(static i => new string(s_regionNames[i % 11 % 3]));

    public static Plan Plan(int call) => s_plans[call & Mask];

    public static bool Flag(int call) => s_flags[call & Mask];

    public static string Region(int call) => s_regions[call & Mask];

    public static string Tier(int call) => s_tiers[call & Mask];

    private static T[] Make<T>(Func<int, T> one) => [.. Enumerable.Range(0, Mask + 1).Select(one)];
}
