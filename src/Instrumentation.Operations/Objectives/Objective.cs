using System.Globalization;
using Instrumentation.Operations.Catalog;

namespace Instrumentation.Operations.Objectives;

/// <summary>The largest share of calls that may fail.</summary>
/// <param name="Threshold">A share: 0.01 is 1 %.</param>
/// <param name="IsPromised">Whether it comes from an <c>[Objective]</c>; otherwise it is the default.</param>
internal sealed record ErrorObjective(decimal Threshold, bool IsPromised)
{
    public static ErrorObjective Default { get; } = new(0.01m, IsPromised: false);

    public static ErrorObjective Of(CatalogObjective? objective) =>
        objective?.Availability is { } availability ? new((100 - availability) / 100, IsPromised: true) : Default;

    /// <summary>The threshold in percent, as people write it: <c>0.1</c>.</summary>
    public string Percent => Numbers.Text(Threshold * 100);
}

/// <summary>The time that calls stay below.</summary>
/// <param name="Milliseconds">The time.</param>
/// <param name="Percentile">The share of calls, in percent, that stay below it.</param>
/// <param name="IsPromised">Whether it comes from an <c>[Objective]</c>; otherwise it is the default.</param>
internal sealed record LatencyObjective(decimal Milliseconds, decimal Percentile, bool IsPromised)
{
    private const decimal DefaultPercentile = 95;

    public static LatencyObjective Default { get; } = new(500, DefaultPercentile, IsPromised: false);

    /// <summary>The largest share of calls that may take longer.</summary>
    public decimal SlowThreshold => (100 - Percentile) / 100;

    /// <summary>The time in seconds, by the same arithmetic that made it a boundary of the histogram.</summary>
    public double Boundary => (double)Milliseconds / 1000;

    public static LatencyObjective Of(CatalogObjective? objective) =>
        objective?.LatencyMs is { } latency ? new(latency, objective.Percentile ?? DefaultPercentile, IsPromised: true) : Default;

    public override string ToString() => $"{Numbers.Text(Percentile)} % of calls below {Numbers.Text(Milliseconds)} ms";
}

/// <summary>Numbers as rules and people write them.</summary>
internal static class Numbers
{
    /// <summary>The number without an exponent and without zeros at its end.</summary>
    public static string Text(decimal number) => number.ToString("0.############################", CultureInfo.InvariantCulture);
}
