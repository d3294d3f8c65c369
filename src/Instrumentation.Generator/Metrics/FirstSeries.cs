using Instrumentation.Generator.Methods;
using Instrumentation.Generator.Roslyn;

namespace Instrumentation.Generator.Metrics;

/// <summary>The series of a counter that are known before the first call.</summary>
internal sealed record FirstSeries(Instrument Instrument, EquatableArray<TagDomain> Tags)
{
    /// <summary>Those of all methods, each once.</summary>
    public static IEnumerable<FirstSeries> Of(IEnumerable<Expansion> methods)
    {
        var metrics = methods.SelectMany(static method => method.Metrics).Where(static metric => metric.Instrument.IsSum).ToList();
        var known =
            from metric in metrics
            let tags = TagDomain.Of(metric.Tags)
            where tags is not null && TagDomain.Series(tags) <= TagDomain.MaximumSeries
            select new FirstSeries(metric.Instrument, tags);
        return known.GroupBy(static series => (Field: InstrumentEmitter.FieldOf(series.Instrument), series.Tags))
            .OrderBy(static group => group.Key.Field, StringComparer.Ordinal)
            .ThenBy(static group => string.Join(",", group.Key.Tags.Select(static tag => tag.Creation())), StringComparer.Ordinal)
            .Select(static group => group.First() with { Instrument = group.First().Instrument with { Description = null, Unit = null } });
    }
}
