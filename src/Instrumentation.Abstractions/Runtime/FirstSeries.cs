using System.Diagnostics.Metrics;

namespace Instrumentation.Runtime;

/// <summary>
/// The series that a scope's counters will have. Whenever somebody collects, 0 is added to each, so that it is there before the first
/// increment, which would otherwise be lost to <c>increase()</c>, and so that a series that is absent means a program that is.
/// </summary>
/// <remarks>
/// It is done at each collection because nobody tells when another listener joins. A collector asks observable instruments first and
/// looks at the others afterwards, so that zeros are in time for the very first collection.
/// </remarks>
internal sealed class FirstSeries
{
    private static readonly Measurement<long>[] s_nothing = [];

    private readonly object _adding = new();
    private Entry[] _entries = [];

    /// <summary>Lists what the meter's counters begin with.</summary>
    public FirstSeries(Meter meter) => meter.CreateObservableCounter(
        "instrumentation.first.series",
        Collect,
        "{series}",
        "Reports nothing. While it is observed, counters have the series that are known beforehand, at 0.");

    /// <summary>Adds the series of a counter. Those that are there already are not added again.</summary>
    public void Add(Instrument instrument, SeriesTag[] tags)
    {
        lock (_adding)
        {
            foreach (var entry in _entries)
            {
                if (ReferenceEquals(entry.Instrument, instrument) && SeriesTag.Same(entry.Tags, tags)) return;
            }

            _entries = [.. _entries, new Entry(instrument, tags)];
        }
    }

    private Measurement<long>[] Collect()
    {
        foreach (var entry in _entries) entry.AddZeros();
        return s_nothing;
    }

    private sealed class Entry(Instrument instrument, SeriesTag[] tags)
    {
        private KeyValuePair<string, object?>[][]? _series;

        public Instrument Instrument { get; } = instrument;

        public SeriesTag[] Tags { get; } = tags;

        public void AddZeros()
        {
            if (!Instrument.Enabled) return;
            foreach (var series in _series ??= [.. Declared()])
            {
                switch (Instrument)
                {
                    case Counter<long> counter: counter.Add(0, series); break;
                    case Counter<double> counter: counter.Add(0, series); break;
                    case UpDownCounter<long> counter: counter.Add(0, series); break;
                    case UpDownCounter<double> counter: counter.Add(0, series); break;
                }
            }
        }

        private IEnumerable<KeyValuePair<string, object?>[]> Declared()
        {
            var count = SeriesTag.Count(Tags);
            for (var i = 0; i < count; i++)
            {
                var series = SeriesTag.Combination(Tags, i, out var isDeclared);
                if (isDeclared) yield return series;
            }
        }
    }
}
