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
    private readonly List<(CarriedValue Variable, PathValue Value, string Expression)> _captures = [];
    private readonly string? _value;
    private readonly string? _condition;
    private readonly List<string> _tags = [];
    private readonly string _measured;
    private readonly string? _ready;

    private Measurement(BusinessMetric metric, string instrument, MethodShape shape, List<CarriedValue> captured)
    {
        _metric = metric;
        _instrument = instrument;
        if (metric.Value is { } value)
            _value = Read(value, ValueExpression.AsNumber(value, metric.Instrument.Unit), ValueExpression.NumberType(value), shape, captured);
        if (metric.Condition is { } condition) _condition = Read(condition, ValueExpression.AsTag(condition), "bool?", shape, captured);
        foreach (var tag in metric.Tags)
        {
            var read = Read(tag.Value, ValueExpression.AsTag(tag.Value), ValueExpression.TagType(tag.Value), shape, captured);
            _tags.Add($"{TypeNames.Label}.Of({GeneratedFile.Literal(tag.Key)}, {read})");
        }

        if (_captures.Any(static capture => capture.Value.MayThrow)) _ready = Variable("bool", shape, captured).Name;
        // Never carried: it lives in one statement.
        _measured = $"value{captured.Count}{shape.Suffix}_measured";
    }

    public Moment When => _metric.When;

    public static Measurement Of(BusinessMetric metric, string instrument, MethodShape shape, List<CarriedValue> captured) =>
        new(metric, instrument, shape, captured);

    public void WriteCaptures(SourceWriter writer)
    {
        if (_captures.Count == 0) return;
        foreach (var (variable, _, _) in _captures) writer.Line($"{variable.Type} {variable.Name} = default;");
        if (_ready is not null) writer.Line($"bool {_ready} = false;");
        using (writer.Block($"if ({_instrument}.Enabled)"))
        {
            Guarded(writer, _ready is not null, () =>
            {
                foreach (var (variable, _, expression) in _captures) writer.Line($"{variable.Name} = {expression};");
                if (_ready is not null) writer.Line($"{_ready} = true;");
            });
        }

        writer.Line();
    }

    public void Write(SourceWriter writer)
    {
        var conditions = new List<string> { $"{_instrument}.Enabled" };
        if (_ready is not null) conditions.Add(_ready);
        var late = _metric.Paths.Any(static path => path.IsLate && path.MayThrow);
        using (writer.Block($"if ({string.Join(" && ", conditions)})"))
            Guarded(writer, late, () => WriteRecord(writer));
        writer.Line();
    }

    private void WriteRecord(SourceWriter writer)
    {
        var conditions = new List<string>();
        if (_condition is not null) conditions.Add($"{_condition} == true");
        if (_value is not null) conditions.Add($"{_value} is {{ }} {_measured}");
        using (conditions.Count > 0 ? writer.Block($"if ({string.Join(" && ", conditions)})") : default(Block?))
        {
            var amount = _value is null ? "1" : (_metric.IsNegated ? $"unchecked(-{_measured})" : _measured);
            var tags = _tags.Count == 0 ? "" : $", (global::System.ReadOnlySpan<{TypeNames.Attribute}>)[{string.Join(", ", _tags)}]";
            writer.Line($"{_instrument}.{InstrumentEmitter.RecordOf(_metric.Instrument.Kind)}({amount}{tags});");
        }
    }

    // A getter that throws costs its measurement, never the call.
    private void Guarded(SourceWriter writer, bool mayThrow, Action write)
    {
        if (!mayThrow)
        {
            write();
            return;
        }

        using (writer.Block("try")) write();
        using (writer.Block("catch (global::System.Exception)"))
            writer.Line($"{TypeNames.SelfMetrics}.Skipped({GeneratedFile.Literal(_metric.Instrument.Name)});");
    }

    private string Read(PathValue value, string expression, string type, MethodShape shape, List<CarriedValue> captured)
    {
        if (value.IsLate) return expression;
        var variable = Variable(type, shape, captured);
        _captures.Add((variable, value, expression));
        return variable.Name;
    }

    private static CarriedValue Variable(string type, MethodShape shape, List<CarriedValue> captured)
    {
        var variable = new CarriedValue(type, $"value{captured.Count}{shape.Suffix}");
        captured.Add(variable);
        return variable;
    }
}
