using Instrumentation.Operations.Catalog;

namespace Instrumentation.Operations.Costs;

/// <summary>Prices the methods of a catalog.</summary>
internal sealed class CostEstimate(PriceList prices)
{
    private const string Active = "operation.active";
    private const string Duration = "operation.duration";

    // The rows of the report: tags of the rows 'Tagged' and 'Texts'.
    private const int TaggedTags = 3;
    private const int TextsTags = 2;

    public IReadOnlyList<MethodCost> Of(CatalogDocument catalog)
    {
        var functions = catalog.Spans.Select(static span => span.Function)
            .Concat(catalog.Operations.Select(static operation => operation.Function))
            .Concat(catalog.Metrics.SelectMany(static metric => metric.RecordedBy).Where(static recorder => recorder.When != "observed").Select(static recorder => recorder.Function))
            .Distinct().Order(StringComparer.Ordinal);
        return [.. functions.SelectMany(function => Of(catalog, function))];
    }

    private IEnumerable<MethodCost> Of(CatalogDocument catalog, string function)
    {
        var recorded = catalog.Metrics.Where(static metric => metric.Name is not (Active or Duration))
            .Where(metric => metric.RecordedBy.Any(recorder => recorder.Function == function && recorder.When != "observed")).ToList();
        var isMeasured = catalog.Operations.Any(operation => operation.Function == function);
        var metrics = recorded.Select(Of).ToList();

        // A call more, a call less and a duration are measured as one.
        if (isMeasured) metrics.AddRange([new MetricCost(Active, 1, false, 2.0 / 3 * Measured("measured")), new MetricCost(Duration, 1, false, 1.0 / 3 * Measured("measured"))]);
        var off = recorded.Aggregate(isMeasured ? Measured("measured off") : default, (sum, metric) => sum + CountOff(metric.PreBound));
        var spans = catalog.Spans.Where(span => span.Function == function).ToList();
        if (spans.Count == 0) yield return new MethodCost(function, null, "not told", off, default, default, default, metrics);

        // Overloads have one name, and a span each.
        foreach (var span in spans)
        {
            foreach (var (outcome, row) in Rows(span.Returns))
                yield return new MethodCost(function, span.Strategy, outcome, off + Span("off", row), Span("dropped", row), Span("dropped root", row), Span("recorded", row) + Tags(span), metrics);
        }
    }

    private static (string Outcome, string Row)[] Rows(string? returns) => returns switch
    {
        "task" => [("completed", "Done"), ("later", "Later")],
        "valueTask" => [("completed", "ValueDone"), ("later", "ValueLater")],
        "sequence" => [("sequence", "Sequence")],
        "value" => [("at once", "Sync")],

        // Catalogs before 1.3 do not tell.
        _ => [("not told", "Sync")],
    };

    private Price Span(string state, string row) => prices.Of(state, row, PriceList.Ours).Beyond(prices.Of(state, row, "plain"));

    private Price Tags(CatalogSpan span)
    {
        var texts = span.Tags.Count(static tag => tag.Type == "string");
        return (double)texts / TextsTags * Span("recorded", "Texts").Beyond(Span("recorded", "Sync"))
            + (double)(span.Tags.Count - texts) / TaggedTags * Span("recorded", "Tagged").Beyond(Span("recorded", "Sync"));
    }

    private MetricCost Of(CatalogMetric metric) => new(metric.Name, metric.Tags.Count, metric.PreBound, Count(metric.Tags.Count, metric.PreBound));

    private Price Measured(string state) => prices.Of(state, "Sync", PriceList.Ours).Beyond(prices.Of(state, "Sync", "plain"));

    private Price CountOff(bool preBound) => prices.Of("count off", "3 tags", preBound ? PriceList.PreBound : PriceList.Ours).Beyond(Nothing);

    private Price Nothing => prices.Of("count off", "3 tags", "nothing");

    // Between the rows that are measured, and beyond the last, prices lie on a line.
    private Price Count(int tags, bool preBound)
    {
        var (low, high) = tags switch { <= 1 => (0, 1), <= 3 => (1, 3), _ => (3, 6) };
        var part = (double)(tags - low) / (high - low);
        return (1 - part) * Row(low) + part * Row(high);

        Price Row(int count) => prices.Of("count", count == 1 ? "1 tag" : $"{count} tags", preBound ? PriceList.PreBound : PriceList.Ours).Beyond(Nothing);
    }
}
