using System.Diagnostics;

namespace Instrumentation.Runtime;

/// <summary><c>Stopwatch.GetElapsedTime</c>, which netstandard2.0 lacks.</summary>
internal static class StopwatchTime
{
    private static readonly double s_ticksPerCount = (double)TimeSpan.TicksPerSecond / Stopwatch.Frequency;

    public static TimeSpan Since(long start) => new((long)((Stopwatch.GetTimestamp() - start) * s_ticksPerCount));
}
