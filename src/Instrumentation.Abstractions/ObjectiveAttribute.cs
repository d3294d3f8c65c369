namespace Instrumentation;

/// <summary>The service level that an operation promises. It feeds alerts, dashboards and runbooks.</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Interface | AttributeTargets.Assembly)]
public sealed class ObjectiveAttribute : Attribute
{
    /// <summary>The share of calls that succeed, in percent: 99.9. Not set: no promise.</summary>
    public double Availability { get; set; } = double.NaN;

    /// <summary>The duration, in milliseconds, that <see cref="Percentile"/> percent of the calls stay below. Not set: no promise.</summary>
    public double LatencyMs { get; set; } = double.NaN;

    /// <summary>The share of calls, in percent, that stay below <see cref="LatencyMs"/>; 95 when not set.</summary>
    public double Percentile { get; set; } = 95;
}
