using Instrumentation.Generator.Interception;
using Instrumentation.Generator.Methods;
using Instrumentation.Generator.Paths;
using Instrumentation.Generator.Text;

namespace Instrumentation.Generator.Metrics;

/// <summary>One measurement of a call while it is written: what is captured before the call, and the statement after it.</summary>
internal sealed class Measurement
{
    private readonly BusinessMetric _metric;
    private readonly string _instrument;
    private readonly string _amount;
    private readonly bool _isAlone;
    private readonly List<Capture> _captures = [];
    private readonly MeasurementTags _tags;
    private readonly string? _condition;
    private readonly string? _value;
    private readonly string? _ready;

    // The value is read last: where it is there, everything is.
    private Measurement(BusinessMetric metric, string instrument, string method, MethodShape shape, List<CarriedValue> captured, int index, bool isAlone)
    {
        _metric = metric;
        _isAlone = isAlone;
        _instrument = instrument;
        _amount = $"amount{index}{shape.Suffix}";
        _tags = new MeasurementTags(metric, $"{method}__{{0}}{index}", $"series{index}{shape.Suffix}", (value, expression, type) => Read(value, expression, type, shape, captured));
        if (metric.Condition is { } condition) _condition = Read(condition, condition.Expression, "bool?", shape, captured);
        if (metric.Value is { } value)
            _value = Read(value, ValueExpression.AsNumber(value, metric.Instrument.Unit), ValueExpression.NumberType(value), shape, captured);

        var tellsOfItself = metric.Value is { IsLate: false } || metric.Condition is { IsLate: false };
        if (MayThrowEarly && !tellsOfItself) _ready = Variable("bool", shape, captured).Name;
    }

    public Moment When => _metric.When;

    private bool MayThrowEarly => _captures.Any(static capture => capture.Value.MayThrow);

    private bool MayThrowLate => _metric.Paths.Any(static path => path.IsLate && path.MayThrow);

    public static Measurement Of(BusinessMetric metric, string instrument, string method, MethodShape shape, List<CarriedValue> captured, int index, bool isAlone) =>
        new(metric, instrument, method, shape, captured, index, isAlone);

    /// <summary>Writes what the measurement keeps between calls.</summary>
    public void WriteFields(SourceWriter writer, string scope) => _tags.WriteFields(writer, scope);

    public void WriteCaptures(SourceWriter writer)
    {
        if (!MayThrowEarly)
        {
            foreach (var capture in _captures) writer.Line($"{capture.Variable.Type} {capture.Variable.Name} = {capture.Expression};");
            return;
        }

        foreach (var capture in _captures) writer.Line($"{capture.Variable.Type} {capture.Variable.Name} = default;");
        if (_ready is not null) writer.Line($"var {_ready} = false;");
        using (writer.Block($"if ({_instrument}.Enabled)"))
        {
            Guarded(writer, () =>
            {
                foreach (var capture in _captures) writer.Line($"{capture.Variable.Name} = {capture.Expression};");
                if (_ready is not null) writer.Line($"{_ready} = true;");
            });
        }

        writer.Line();
    }

    public void Write(SourceWriter writer)
    {
        if (MayThrowLate) Guarded(writer, () => WriteRecord(writer));
        else WriteRecord(writer);
    }

    private void WriteRecord(SourceWriter writer)
    {
        var conditions = Conditions().ToList();
        if (conditions.Count == 0)
        {
            WriteCall(writer);
            return;
        }

        using (writer.Block($"if ({string.Join(" && ", conditions)})")) WriteCall(writer);
        writer.Line();
    }

    private IEnumerable<string> Conditions()
    {
        // The instrument asks by itself; it is asked first where the answer saves work, and the gate has not just asked it.
        if (!_isAlone && (_metric.Tags.Count > 0 || _metric.Instrument.IsBound || _metric.Paths.Any(static path => path.IsLate))) yield return $"{_instrument}.Enabled";
        if (_ready is not null) yield return _ready;
        if (_condition is not null) yield return _metric.Condition is { IsLate: true, MayBeNull: false } ? _condition : $"{_condition} == true";
        if (_value is not null && !IsAlwaysThere) yield return $"{_value} is {{ }} {_amount}";
    }

    private bool IsAlwaysThere => _metric.Value is { IsLate: true, MayBeNull: false, NeedsCast: false };

    private void WriteCall(SourceWriter writer)
    {
        _tags.WriteRecord(writer, $"{_instrument}.{InstrumentEmitter.RecordOf(_metric.Instrument.Kind)}", Amount());
    }

    private string Amount()
    {
        if (_value is null) return "1";
        var amount = IsAlwaysThere ? _value : _amount;
        if (!_metric.IsNegated) return amount;
        if (_metric.Instrument.ValueType == "double") return $"-{amount}";
        return _metric.Value is { IsLate: true } ? $"unchecked(-(long){amount})" : $"unchecked(-{amount})";
    }

    // A getter that throws costs its measurement, never the call.
    private void Guarded(SourceWriter writer, Action write)
    {
        using (writer.Block("try")) write();
        using (writer.Block("catch (global::System.Exception)"))
            writer.Line($"{TypeNames.SelfMetrics}.Skipped({GeneratedFile.Literal(_metric.Instrument.Name)});");
        writer.Line();
    }

    private string Read(PathValue value, string expression, string type, MethodShape shape, List<CarriedValue> captured)
    {
        if (value.IsLate) return expression;
        var variable = Variable(type, shape, captured);
        _captures.Add(new Capture(variable, value, expression));
        return variable.Name;
    }

    private static CarriedValue Variable(string type, MethodShape shape, List<CarriedValue> captured)
    {
        var variable = new CarriedValue(type, $"value{captured.Count}{shape.Suffix}");
        captured.Add(variable);
        return variable;
    }

    private readonly record struct Capture(CarriedValue Variable, PathValue Value, string Expression);
}
