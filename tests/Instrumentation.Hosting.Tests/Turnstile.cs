namespace Instrumentation.Hosting.Tests;

public enum Gate
{
    North,
    East,
    South,
    West,
}

/// <summary>Counts by tags of known values, each way there is.</summary>
public static class Turnstile
{
    [BusinessMetric("visitors", Unit = "{visitor}", Tags = ["gate", "isPaid"])]
    [BusinessMetric("visitors.bound", Unit = "{visitor}", Tags = ["gate", "isPaid"], PreBound = true)]
    [BusinessMetric("visitors.weight", Kind = MetricKind.UpDownCounter, Unit = "By", Value = "weight")]
    [BusinessMetric("visitors.height", Kind = MetricKind.UpDownCounter, Unit = "m", Value = "height", Tags = ["gate"], PreBound = true)]
    public static void Pass(Gate gate, bool isPaid, int weight, double height) { }
}
