using System.Text.Json.Serialization;

namespace Instrumentation.Benchmarks.Measuring;

/// <summary>What was measured of one way in one row.</summary>
/// <param name="Way">The way.</param>
/// <param name="Nanoseconds">The time of one call, in nanoseconds, once a round.</param>
/// <param name="Bytes">What one call allocates.</param>
internal sealed record Series(string Way, double[] Nanoseconds, double Bytes)
{
    /// <summary>
    /// The least time of all rounds, in nanoseconds: what the call takes when nobody else uses the machine. All that others do makes it
    /// longer, so that the least of many comes closest.
    /// </summary>
    [JsonIgnore]
    public double Least => Nanoseconds.Min();

    /// <summary>The same with the rounds of another process.</summary>
    public Series And(Series other) => this with { Nanoseconds = [.. Nanoseconds, .. other.Nanoseconds], Bytes = Math.Min(Bytes, other.Bytes) };

    /// <summary>
    /// The median of the rounds' ratios to another way. Both have had their turn within the same few milliseconds, so that a neighbour that
    /// slows one down slows down the other.
    /// </summary>
    public double RatioTo(Series other) => Median(RatiosTo(other));

    /// <summary>The ratio to another way, once a round.</summary>
    public double[] RatiosTo(Series other) => [.. Nanoseconds.Zip(other.Nanoseconds, static (mine, others) => mine / others)];

    /// <summary>The middle of some values.</summary>
    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
