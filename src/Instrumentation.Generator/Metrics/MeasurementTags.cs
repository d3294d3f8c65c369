using Instrumentation.Generator.Interception;
using Instrumentation.Generator.Paths;
using Instrumentation.Generator.Text;

namespace Instrumentation.Generator.Metrics;

/// <summary>
/// The tags of one measurement while it is written. Those whose values are known are one number, of a cell or of attributes that were
/// made before; what takes any value goes through a guard. Only where there are too many combinations are attributes made at each
/// measurement. Their order is always the declared one, which is the one that a collector knows already.
/// </summary>
internal sealed class MeasurementTags
{
    private readonly BusinessMetric _metric;
    private readonly string _field;
    private readonly string _admitted;
    private readonly bool _isNumbered;
    private readonly string _number;
    private readonly List<string> _listed = [];
    private readonly List<(PathValue Value, string Read)> _guarded = [];

    /// <param name="metric">The metric.</param>
    /// <param name="field">The names of its fields, with a place for what they are.</param>
    /// <param name="admitted">The variable of what its guard lets through.</param>
    /// <param name="read">Reads a value, before the call where that is the time.</param>
    public MeasurementTags(BusinessMetric metric, string field, string admitted, Func<PathValue, string, string, string> read)
    {
        _metric = metric;
        _admitted = admitted;
        _isNumbered = TagDomain.AreNumbered(metric.Instrument, metric.Tags);
        var numbers = new List<(TagDomain, string)>();
        foreach (var tag in metric.Tags)
        {
            var domain = TagDomain.Of(tag);
            if (domain is not null && _isNumbered)
            {
                numbers.Add((domain, domain.IsConstant ? "0" : read(tag.Value, domain.Number(tag.Value), "int")));
                continue;
            }

            var value = read(tag.Value, ValueExpression.AsTag(tag.Value, tag.Values), ValueExpression.TagType(tag.Value));
            _listed.Add(domain is null ? $"{admitted}[{_guarded.Count}]" : $"{TypeNames.Label}.Of({GeneratedFile.Literal(tag.Key)}, {value})");
            if (domain is null) _guarded.Add((tag.Value, value));
        }

        _number = TagDomain.Number(numbers);
        _field = string.Format(System.Globalization.CultureInfo.InvariantCulture, field, metric.Instrument.IsBound ? "Series" : _guarded.Count > 0 ? "Guard" : "Tags");
    }

    // By far the commonest: its guard has a way of its own.
    private bool IsOneText => _guarded.Count == 1 && ValueExpression.TagType(_guarded[0].Value) == "string?";

    private bool IsBound => _metric.Instrument.IsBound;

    /// <summary>Writes what is kept between calls. What a metric has once is asked of the scope, which knows all who record it.</summary>
    public void WriteFields(SourceWriter writer, string scope)
    {
        var tags = _metric.Tags.Where(tag => _isNumbered || TagDomain.Of(tag) is null).Select(TagDomain.Creation).ToList();
        if (IsBound) WriteField(writer, TypeNames.BoundSeries, $"{InstrumentEmitter.Creation(_metric.Instrument, scope)}.Series({string.Join(", ", tags)})");
        else if (_guarded.Count > 0) WriteField(writer, TypeNames.SeriesGuard, $"{scope}.Guard({string.Join(", ", tags.Prepend($"{_metric.Instrument.MaxSeries}").Prepend(GeneratedFile.Literal(_metric.Instrument.Name)))})");
        else if (tags.Count > 0) WriteField(writer, TypeNames.SeriesTable, $"new({string.Join(", ", tags)})");
    }

    /// <summary>Writes the measurement.</summary>
    public void WriteRecord(SourceWriter writer, string record, string amount)
    {
        if (IsBound) writer.Line($"{_field}.Add({_number}, {amount});");
        else if (_metric.Tags.Count == 0) writer.Line($"{record}({amount});");
        else if (_isNumbered) writer.Line($"{record}({amount}, {(_guarded.Count > 0 ? Admission() : $"{_field}[{_number}]")}{(_metric.Tags.Count == 1 ? "[0]" : "")});");
        else WriteListed(writer, record, amount);
    }

    private void WriteListed(SourceWriter writer, string record, string amount)
    {
        if (_listed.Count == 1)
        {
            writer.Line($"{record}({amount}, {_listed[0]});");
            return;
        }

        if (_guarded.Count > 0) writer.Line($"var {_admitted} = {Admission()};");
        writer.Line($"{record}({amount}, (global::System.ReadOnlySpan<{TypeNames.Attribute}>)[");
        using (writer.Indent())
        {
            for (var i = 0; i < _listed.Count; i++) writer.Line(_listed[i] + (i == _listed.Count - 1 ? "]);" : ","));
        }
    }

    private string Admission() => IsOneText
        ? $"{_field}.Admit({_number}, {_guarded[0].Read})"
        : $"{_field}.Admit({_number}, (global::System.ReadOnlySpan<{TypeNames.SeriesValue}>)[{string.Join(", ", _guarded.Select(static tag => $"{TypeNames.SeriesValue}.Of({tag.Read})"))}])";

    private void WriteField(SourceWriter writer, string type, string value) => writer.Line($"private static readonly {type} {_field} = {value};").Line();
}
