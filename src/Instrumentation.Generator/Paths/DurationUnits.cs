namespace Instrumentation.Generator.Paths;

/// <summary>The units that a <c>TimeSpan</c> can be recorded in, and the member that gives it in them.</summary>
internal static class DurationUnits
{
    public const string Default = "s";

    /// <summary>Whether the unit is one of time.</summary>
    public static bool Contains(string unit) => Find(unit) is not null;

    /// <summary>The member of <c>TimeSpan</c> for the unit.</summary>
    public static string MemberOf(string? unit) => Find(unit ?? Default) ?? "TotalSeconds";

    // Microseconds and nanoseconds have members of their own from .NET 7 on only.
    private static string? Find(string unit) => unit switch
    {
        "s" => "TotalSeconds",
        "ms" => "TotalMilliseconds",
        "us" => "Ticks / 10D",
        "ns" => "Ticks * 100D",
        "min" => "TotalMinutes",
        "h" => "TotalHours",
        "d" => "TotalDays",
        _ => null,
    };
}
