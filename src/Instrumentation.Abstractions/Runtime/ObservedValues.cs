using System.ComponentModel;
using System.Diagnostics.Metrics;

namespace Instrumentation.Runtime;

/// <summary>An instrument whose values are asked for when somebody collects. Called by generated code.</summary>
/// <typeparam name="T"><see langword="long"/> or <see langword="double"/>.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ObservedValues<T>
    where T : struct
{
    private readonly object _adding = new();
    private readonly string _name;
    private Func<Measurement<T>?>[] _reads = [];

    internal ObservedValues(string name, Action<Func<IEnumerable<Measurement<T>>>> create)
    {
        _name = name;
        create(Observe);
    }

    /// <summary>Adds a method that is asked. Several may give one instrument its values, with different tags.</summary>
    /// <param name="read">Asks it; <see langword="null"/> where it has no value.</param>
    public void Add(Func<Measurement<T>?> read)
    {
        lock (_adding) _reads = [.. _reads, read];
    }

    private List<Measurement<T>> Observe()
    {
        var values = new List<Measurement<T>>();
        foreach (var read in _reads)
        {
            try
            {
                if (read() is { } value) values.Add(value);
            }
            catch (Exception)
            {
                // One that throws costs its own value and nobody else's.
                SelfMetrics.Skipped(_name);
            }
        }

        return values;
    }
}
