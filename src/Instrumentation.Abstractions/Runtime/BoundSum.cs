using System.ComponentModel;
using System.Diagnostics.Metrics;

namespace Instrumentation.Runtime;

/// <summary>
/// A sum whose series are bound beforehand: each is a cell that calls add to, and that is read when somebody collects. Called by
/// generated code.
/// </summary>
/// <typeparam name="T"><see langword="long"/> or <see langword="double"/>.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class BoundSum<T>
    where T : struct
{
    private readonly object _adding = new();
    private readonly Instrument _instrument;
    private BoundSeries[] _series = [];

    internal BoundSum(Func<Func<IEnumerable<Measurement<T>>>, Instrument> create) => _instrument = create(Observe);

    /// <summary>Whether somebody collects it.</summary>
    public bool Enabled => _instrument.Enabled;

    /// <summary>The cells of measurements with these tags; the same ones for the same tags.</summary>
    public BoundSeries Series(params SeriesTag[] tags)
    {
        lock (_adding)
        {
            if (_series.FirstOrDefault(series => SeriesTag.Same(series.Tags, tags)) is { } found) return found;
            var added = new BoundSeries(tags, isDouble: typeof(T) == typeof(double));
            _series = [.. _series, added];
            return added;
        }
    }

    private IEnumerable<Measurement<T>> Observe()
    {
        var groups = _series;
        return groups.Length == 1 ? groups[0].Read<T>() : Merge(groups);
    }

    // Two methods may record one series with their tags in another order, or with more values: a collector wants it once.
    private static IEnumerable<Measurement<T>> Merge(BoundSeries[] groups)
    {
        var merged = new Dictionary<string, Measurement<T>>(StringComparer.Ordinal);
        foreach (var measurement in groups.SelectMany(static group => group.Read<T>()))
        {
            var tags = measurement.Tags.ToArray();
            var key = string.Join("\n", tags.Where(static tag => tag.Value is not null).Select(static tag => $"{tag.Key}={tag.Value}").OrderBy(static tag => tag, StringComparer.Ordinal));
            merged[key] = merged.TryGetValue(key, out var other) ? new Measurement<T>(Sum(other.Value, measurement.Value), tags) : measurement;
        }

        return merged.Values;
    }

    private static T Sum(T left, T right) => left is long
        ? (T)(object)unchecked((long)(object)left + (long)(object)right)
        : (T)(object)((double)(object)left + (double)(object)right);
}
