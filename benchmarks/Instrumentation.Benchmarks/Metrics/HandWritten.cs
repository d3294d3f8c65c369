using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Instrumentation.Benchmarks.Metrics;

/// <summary>Counted by hand, as well as one can: no boxing, no text made at a call.</summary>
internal static class HandWritten
{
    public const string Name = "HandWritten";

    private static readonly Meter s_meter = new(Name);
    private static readonly Counter<long> s_none = s_meter.CreateCounter<long>("by.hand.0");
    private static readonly Counter<long> s_one = s_meter.CreateCounter<long>("by.hand.1");
    private static readonly Counter<long> s_three = s_meter.CreateCounter<long>("by.hand.3");
    private static readonly Counter<long> s_six = s_meter.CreateCounter<long>("by.hand.6");
    private static readonly Counter<long> s_oneList = s_meter.CreateCounter<long>("by.list.1");
    private static readonly Counter<long> s_threeList = s_meter.CreateCounter<long>("by.list.3");
    private static readonly Counter<long> s_sixList = s_meter.CreateCounter<long>("by.list.6");
    private static readonly object s_true = true;
    private static readonly object s_false = false;

    public static int Pairs0(int x)
    {
        s_none.Add(1);
        return x;
    }

    public static int Pairs1(int x, Plan plan)
    {
        s_one.Add(1, new KeyValuePair<string, object?>("plan", Text(plan)));
        return x;
    }

    public static int Pairs3(int x, Plan plan, bool isNew, string region)
    {
        s_three.Add(1, new("plan", Text(plan)), new("is.new", Box(isNew)), new KeyValuePair<string, object?>("region", region));
        return x;
    }

    public static int Pairs6(int x, Plan plan, bool isNew, string region, Plan other, bool isLarge, string tier)
    {
        s_six.Add(
            1,
            [
                new("plan", Text(plan)), new("is.new", Box(isNew)), new("region", region),
                new("other", Text(other)), new("is.large", Box(isLarge)), new KeyValuePair<string, object?>("tier", tier),
            ]);
        return x;
    }

    public static int List1(int x, Plan plan)
    {
        s_oneList.Add(1, new TagList { { "plan", Text(plan) } });
        return x;
    }

    public static int List3(int x, Plan plan, bool isNew, string region)
    {
        s_threeList.Add(1, new TagList { { "plan", Text(plan) }, { "is.new", Box(isNew) }, { "region", region } });
        return x;
    }

    public static int List6(int x, Plan plan, bool isNew, string region, Plan other, bool isLarge, string tier)
    {
        s_sixList.Add(1, new TagList { { "plan", Text(plan) }, { "is.new", Box(isNew) }, { "region", region }, { "other", Text(other) }, { "is.large", Box(isLarge) }, { "tier", tier } });
        return x;
    }

    public static string Text(Plan plan) => plan switch { Plan.Free => "Free", Plan.Team => "Team", Plan.Paid => "Paid", _ => "other" };

    public static object Box(bool flag) => flag ? s_true : s_false;
}
