using System.Diagnostics.Metrics;
using Microsoft.Extensions.Diagnostics.Metrics;

namespace Instrumentation.Benchmarks.Metrics;

/// <summary>Counted through what Microsoft.Extensions.Telemetry's generator makes.</summary>
internal static partial class MicrosoftGenerated
{
    public const string Name = "MicrosoftGenerated";

    private static readonly Meter s_meter = new(Name);
    private static readonly MicrosoftCounter0 s_none = Create0(s_meter);
    private static readonly MicrosoftCounter1 s_one = Create1(s_meter);
    private static readonly MicrosoftCounter3 s_three = Create3(s_meter);
    private static readonly MicrosoftCounter6 s_six = Create6(s_meter);

    [Counter(Name = "microsoft.0")]
    public static partial MicrosoftCounter0 Create0(Meter meter);

    [Counter("plan", Name = "microsoft.1")]
    public static partial MicrosoftCounter1 Create1(Meter meter);

    [Counter("plan", "isnew", "region", Name = "microsoft.3")]
    public static partial MicrosoftCounter3 Create3(Meter meter);

    [Counter("plan", "isnew", "region", "other", "islarge", "tier", Name = "microsoft.6")]
    public static partial MicrosoftCounter6 Create6(Meter meter);

    public static int Count0(int x)
    {
        s_none.Add(1);
        return x;
    }

    public static int Count1(int x, Plan plan)
    {
        s_one.Add(1, HandWritten.Text(plan));
        return x;
    }

    public static int Count3(int x, Plan plan, bool isNew, string region)
    {
        s_three.Add(1, HandWritten.Text(plan), HandWritten.Box(isNew), region);
        return x;
    }

    public static int Count6(int x, Plan plan, bool isNew, string region, Plan other, bool isLarge, string tier)
    {
        s_six.Add(1, HandWritten.Text(plan), HandWritten.Box(isNew), region, HandWritten.Text(other), HandWritten.Box(isLarge), tier);
        return x;
    }
}
