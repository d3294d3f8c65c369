using Instrumentation.Generator.Interception;
using Instrumentation.Generator.Paths;
using Instrumentation.Generator.Text;

namespace Instrumentation.Generator.Metrics;

/// <summary>
/// The tags of one measurement while it is written. Those of a bound metric are the number of a cell; those of any other are a list,
/// in the order in which they are declared, and what takes any value goes through a guard.
/// </summary>
internal sealed class MeasurementTags
{
    // System.Diagnostics.Metrics takes up to three attributes one by one.
    private const int SingleTags = 3;

    private readonly BusinessMetric _metric;
    private readonly string _series;
    private readonly string _guard;
    private readonly string _admitted;
    private readonly List<string> _labels = [];
    private readonly List<(string Key, string Read)> _guarded = [];

    /// <param name="metric">The metric.</param>
    /// <param name="field">The names of its fields, with a place for what they are.</param>
    /// <param name="admitted">The variable of what its guard lets through.</param>
    /// <param name="read">Reads a value, before the call where that is the time.</param>
    public MeasurementTags(BusinessMetric metric, string field, string admitted, Func<PathValue, string, string, string> read)
    {
        _metric = metric;
        _series = string.Format(System.Globalization.CultureInfo.InvariantCulture, field, "Series");
        _guard = string.Format(System.Globalization.CultureInfo.InvariantCulture, field, "Guard");
        _admitted = admitted;
        if (metric.Instrument.IsBound)
        {
            var numbers = metric.Tags.Select(tag => (Domain: TagDomain.Of(tag)!, tag.Value)).Select(tag => (tag.Domain, read(tag.Value, tag.Domain.Number(tag.Value), "int")));
            Cell = $"{_series}.Add({TagDomain.Number([.. numbers])}";
            return;
        }

        foreach (var tag in metric.Tags)
        {
            var value = read(tag.Value, ValueExpression.AsTag(tag.Value, tag.Values), ValueExpression.TagType(tag.Value));
            if (TagDomain.Of(tag) is null)
            {
                _labels.Add($"new {TypeNames.Attribute}({GeneratedFile.Literal(tag.Key)}, {admitted}[{_guarded.Count}])");
                _guarded.Add((tag.Key, value));
            }
            else
            {
                _labels.Add($"{TypeNames.Label}.Of({GeneratedFile.Literal(tag.Key)}, {value})");
            }
        }
    }

    /// <summary>The beginning of the statement that adds to a bound series; <see langword="null"/> where the series is not bound.</summary>
    public string? Cell { get; }

    /// <summary>Writes what is kept between calls. It is asked of the scope, which has the same for the same metric.</summary>
    public void WriteFields(SourceWriter writer, string scope)
    {
        if (Cell is not null)
        {
            var tags = string.Join(", ", _metric.Tags.Select(static tag => TagDomain.Of(tag)!.Creation()));
            writer.Line($"private static readonly {TypeNames.BoundSeries} {_series} = {InstrumentEmitter.Creation(_metric.Instrument, scope)}.Series({tags});").Line();
        }

        if (_guarded.Count == 0) return;
        var known = TagDomain.Series(_metric.Tags.Select(TagDomain.Of).OfType<TagDomain>());
        var keys = string.Concat(_guarded.Select(static tag => $", {GeneratedFile.Literal(tag.Key)}"));
        writer.Line($"private static readonly {TypeNames.SeriesGuard} {_guard} = {scope}.Guard({GeneratedFile.Literal(_metric.Instrument.Name)}, {_metric.Instrument.MaxSeries}, {(int)Math.Min(known, int.MaxValue)}{keys});").Line();
    }

    /// <summary>Writes the question which values are let through.</summary>
    public void WriteGuard(SourceWriter writer)
    {
        if (_guarded.Count == 0) return;
        var values = string.Join(", ", _guarded.Select(static tag => $"{TypeNames.SeriesValue}.Of({tag.Read})"));
        writer.Line($"var {_admitted} = {_guard}.Admit((global::System.ReadOnlySpan<{TypeNames.SeriesValue}>)[{values}]);");
    }

    /// <summary>Writes the measurement.</summary>
    public void WriteRecord(SourceWriter writer, string record, string amount)
    {
        switch (_labels.Count)
        {
            case 0:
                writer.Line($"{record}({amount});");
                break;
            case 1:
                writer.Line($"{record}({amount}, {_labels[0]});");
                break;
            case <= SingleTags:
                WriteLines(writer, $"{record}(", [amount, .. _labels], ");");
                break;
            default:
                WriteLines(writer, $"{record}({amount}, (global::System.ReadOnlySpan<{TypeNames.Attribute}>)[", _labels, "]);");
                break;
        }
    }

    private static void WriteLines(SourceWriter writer, string head, IReadOnlyList<string> items, string end)
    {
        writer.Line(head);
        using (writer.Indent())
        {
            for (var i = 0; i < items.Count; i++) writer.Line(items[i] + (i == items.Count - 1 ? end : ","));
        }
    }
}
