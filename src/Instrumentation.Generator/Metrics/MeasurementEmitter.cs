using Instrumentation.Generator.Interception;
using Instrumentation.Generator.Methods;
using Instrumentation.Generator.Paths;
using Instrumentation.Generator.Text;

namespace Instrumentation.Generator.Metrics;

/// <summary>
/// Writes the measurements of a call. Parameters are read before the call, because it may change or dispose what they hold; the
/// return value and the instance after it.
/// </summary>
internal sealed class MeasurementEmitter
{
    private readonly List<Measurement> _measurements = [];

    private readonly string _scope;

    public MeasurementEmitter(string method, Expansion expansion, InstrumentNames instruments)
    {
        _scope = instruments.ScopeOf(expansion);
        var captured = new List<CarriedValue>();
        var isAlone = !expansion.IsOperation && expansion.Metrics.Count == 1;
        foreach (var metric in expansion.Metrics)
            _measurements.Add(Measurement.Of(metric, instruments.Of(expansion, metric.Instrument), method, expansion.Shape, captured, _measurements.Count, isAlone));
        Captured = captured;
    }

    /// <summary>What is read before the call.</summary>
    public IReadOnlyList<CarriedValue> Captured { get; }

    public bool HasSuccess => Has(Moment.Success);

    public bool HasFailure => Has(Moment.Failure);

    public bool HasAlways => Has(Moment.Always);

    /// <summary>Writes what the measurements keep between calls.</summary>
    public void WriteFields(SourceWriter writer)
    {
        foreach (var measurement in _measurements) measurement.WriteFields(writer, _scope);
    }

    /// <summary>Writes the reads before the call.</summary>
    public void WriteCaptures(SourceWriter writer)
    {
        foreach (var measurement in _measurements) measurement.WriteCaptures(writer);
        writer.Line();
    }

    /// <summary>Writes the measurements that are made at that moment.</summary>
    public void Write(SourceWriter writer, Moment moment)
    {
        foreach (var measurement in _measurements.Where(measurement => measurement.When == moment)) measurement.Write(writer);
    }

    private bool Has(Moment moment) => _measurements.Any(measurement => measurement.When == moment);
}
