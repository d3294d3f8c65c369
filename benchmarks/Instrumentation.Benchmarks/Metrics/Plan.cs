namespace Instrumentation.Benchmarks.Metrics;

/// <summary>A tag of a few values.</summary>
public enum Plan
{
    Free,
    Team,
    Paid,
}
