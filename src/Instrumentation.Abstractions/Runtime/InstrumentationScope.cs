using System.Collections.Concurrent;
using System.ComponentModel;
using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Instrumentation.Runtime;

/// <summary>
/// One assembly's <see cref="ActivitySource"/> and <see cref="Meter"/>, and the instruments that live in it. There is one
/// scope a name and version in the process, also where several assemblies hold the generated code of one library.
/// Called by generated code.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class InstrumentationScope
{
    /// <summary>
    /// The boundaries that OpenTelemetry's conventions advise for durations in seconds
    /// (semantic conventions, <c>http.server.request.duration</c>).
    /// </summary>
    private static readonly double[] s_durationBoundaries =
        [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10];

    private static readonly ConcurrentDictionary<string, InstrumentationScope> s_scopes = new(StringComparer.Ordinal);

    private readonly ConcurrentDictionary<string, Instrument> _instruments = new(StringComparer.Ordinal);
    private readonly double[] _durationBoundaries;
    private readonly object _making = new();
    private readonly string _name;
    private readonly string? _version;
    private readonly Dictionary<string, object> _bound = new(StringComparer.Ordinal);
    private readonly Lazy<FirstSeries> _firstSeries;
    private ActivitySource? _source;
    private Action<ActivitySource>? _waiting;
    private bool _isMakingSource;

    private InstrumentationScope(string name, string? version, double[] objectives)
    {
        _name = name;
        _version = version;
        Meter = new Meter(name, version);
        _firstSeries = new Lazy<FirstSeries>(() => new FirstSeries(Meter));
        _durationBoundaries = Boundaries(objectives);
    }

    /// <summary>Where spans come from.</summary>
    public ActivitySource Source
    {
        get
        {
            WithSource(static _ => { });
            return _source!;
        }
    }

    /// <summary>Where measurements come from.</summary>
    public Meter Meter { get; }

    /// <summary>The histogram <c>operation.duration</c>, in seconds.</summary>
    internal Histogram<double> Duration => Histogram<double>(
        "operation.duration", "s", "The duration of a call, until its result is there.", _durationBoundaries);

    /// <summary>The sum <c>operation.active</c>.</summary>
    internal UpDownCounter<long> Active => UpDownCounter<long>("operation.active", "{operation}", "The number of calls under way.");

    /// <summary>The scope with that name and version.</summary>
    /// <param name="name">The name of source and meter.</param>
    /// <param name="version">The version of the assembly that is instrumented.</param>
    /// <param name="objectives">Latency objectives, in seconds: each becomes a boundary of <c>operation.duration</c>.</param>
    public static InstrumentationScope For(string name, string? version, params double[] objectives) =>
        s_scopes.GetOrAdd(name + "\n" + version, _ => new InstrumentationScope(name, version, objectives));

    /// <summary>Hands over the source: at once, or, where this very call comes from a listener that is being told of it, when it is there.</summary>
    internal void WithSource(Action<ActivitySource> take)
    {
        lock (_making)
        {
            if (_source is null && _isMakingSource)
            {
                _waiting += take;
                return;
            }

            if (_source is null)
            {
                _isMakingSource = true;
                _source = new ActivitySource(_name, _version ?? "");
                _waiting?.Invoke(_source);
                _waiting = null;
            }

            take(_source);
        }
    }

    /// <summary>The counter of that name.</summary>
    public Counter<T> Counter<T>(string name, string? unit = null, string? description = null)
        where T : struct =>
        GetOrAdd(name, () => Meter.CreateCounter<T>(name, unit, description));

    /// <summary>The up-down counter of that name.</summary>
    public UpDownCounter<T> UpDownCounter<T>(string name, string? unit = null, string? description = null)
        where T : struct =>
        GetOrAdd(name, () => Meter.CreateUpDownCounter<T>(name, unit, description));

    /// <summary>The histogram of that name; without boundaries its bounds are the exporter's.</summary>
    public Histogram<T> Histogram<T>(string name, string? unit = null, string? description = null, params T[] boundaries)
        where T : struct =>
        GetOrAdd(name, () => Meter.CreateHistogram(
            name,
            unit,
            description,
            tags: null,
            boundaries.Length == 0 ? null : new InstrumentAdvice<T> { HistogramBucketBoundaries = boundaries }));

    /// <summary>The gauge of that name.</summary>
    public Gauge<T> Gauge<T>(string name, string? unit = null, string? description = null)
        where T : struct =>
        GetOrAdd(name, () => Meter.CreateGauge<T>(name, unit, description));

    /// <summary>The counter of that name whose series are bound beforehand.</summary>
    public BoundSum<T> BoundCounter<T>(string name, string? unit = null, string? description = null)
        where T : struct =>
        Bound(name, () => new BoundSum<T>(observe => Meter.CreateObservableCounter(name, observe, unit, description)));

    /// <summary>The up-down counter of that name whose series are bound beforehand.</summary>
    public BoundSum<T> BoundUpDownCounter<T>(string name, string? unit = null, string? description = null)
        where T : struct =>
        Bound(name, () => new BoundSum<T>(observe => Meter.CreateObservableUpDownCounter(name, observe, unit, description)));

    /// <summary>The counter of that name whose sum is asked for.</summary>
    public ObservedValues<T> ObservedCounter<T>(string name, string? unit = null, string? description = null)
        where T : struct =>
        Bound(name, () => new ObservedValues<T>(name, observe => Meter.CreateObservableCounter(name, observe, unit, description)));

    /// <summary>The up-down counter of that name whose sum is asked for.</summary>
    public ObservedValues<T> ObservedUpDownCounter<T>(string name, string? unit = null, string? description = null)
        where T : struct =>
        Bound(name, () => new ObservedValues<T>(name, observe => Meter.CreateObservableUpDownCounter(name, observe, unit, description)));

    /// <summary>The gauge of that name whose value is asked for.</summary>
    public ObservedValues<T> ObservedGauge<T>(string name, string? unit = null, string? description = null)
        where T : struct =>
        Bound(name, () => new ObservedValues<T>(name, observe => Meter.CreateObservableGauge(name, observe, unit, description)));

    // Without LINQ, for the size of native programs.
    private static double[] Boundaries(double[] objectives)
    {
        var boundaries = new List<double>(s_durationBoundaries);
        foreach (var objective in objectives)
        {
            if (!boundaries.Contains(objective)) boundaries.Add(objective);
        }

        boundaries.Sort();
        return [.. boundaries];
    }

    /// <summary>The guard of a metric whose tags take any value.</summary>
    /// <param name="metric">The metric.</param>
    /// <param name="limit">How many series it may have; 0 for <see cref="MetricLimits.MaxSeries"/>.</param>
    /// <param name="tags">Its tags.</param>
    public SeriesGuard Guard(string metric, int limit, params SeriesTag[] tags) => Bound(
        $"{metric}\n{string.Join("\n", tags.Select(static tag => tag.Key))}",
        () => new SeriesGuard(metric, limit > 0 ? limit : MetricLimits.MaxSeries, tags));

    /// <summary>Says which series a counter or up-down counter will have, so that they are there before the first measurement.</summary>
    public void Begin(Instrument instrument, params SeriesTag[] tags) => _firstSeries.Value.Add(instrument, tags);

    /// <summary>As <see cref="Begin"/>, for the calls under way of these methods.</summary>
    public void BeginActive(params string[] functions)
    {
        foreach (var function in functions) Begin(Active, SeriesTag.Of("code.function.name", optional: false, function));
    }

    private T Bound<T>(string key, Func<T> create)
        where T : class
    {
        lock (_bound)
        {
            if (_bound.TryGetValue(key, out var found) && found is T bound) return bound;
            bound = create();
            _bound[key] = bound;
            return bound;
        }
    }

    private T GetOrAdd<T>(string name, Func<T> create)
        where T : Instrument
    {
        // Creating an instrument publishes it to every listener, so the factory must not run twice for one name.
        lock (_instruments)
        {
            if (_instruments.TryGetValue(name, out var found) && found is T instrument) return instrument;
            instrument = create();
            _instruments[name] = instrument;
            return instrument;
        }
    }
}
