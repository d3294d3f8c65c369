namespace Instrumentation.Operations.Costs;

/// <summary>What the annotations of a method add to one call that succeeds.</summary>
/// <param name="Function">The method.</param>
/// <param name="Strategy">How it is covered, where it has a span.</param>
/// <param name="Outcome">How the result comes: <c>at once</c>, <c>completed</c>, <c>later</c>, <c>sequence</c>; <c>not told</c> where there is no span or the catalog is older than 1.3, priced as <c>at once</c>.</param>
/// <param name="Off">While nobody listens.</param>
/// <param name="Dropped">The span, while the sampler says no within a request.</param>
/// <param name="DroppedRoot">The span, while the sampler says no without a request.</param>
/// <param name="Recorded">The span, recorded.</param>
/// <param name="Metrics">The measurements, each with its price, while they are collected.</param>
internal sealed record MethodCost(
    string Function, string? Strategy, string Outcome, Price Off, Price Dropped, Price DroppedRoot, Price Recorded, IReadOnlyList<MetricCost> Metrics)
{
    /// <summary>All measurements.</summary>
    public Price Measurements => Metrics.Aggregate(default(Price), static (sum, metric) => sum + metric.Price);

    /// <summary>The recorded span and all measurements.</summary>
    public Price All => Recorded + Measurements;
}

/// <summary>What a metric adds to a call.</summary>
internal sealed record MetricCost(string Name, int Tags, bool PreBound, Price Price);
