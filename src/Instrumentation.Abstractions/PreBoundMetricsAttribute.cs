namespace Instrumentation;

/// <summary>
/// Binds the series of all counters and up-down counters of the assembly beforehand whose tags take known values, as
/// <see cref="BusinessMetricAttribute.PreBound"/> does for one.
/// </summary>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class PreBoundMetricsAttribute : Attribute;
