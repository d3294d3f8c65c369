using System.Diagnostics.Metrics;
using CsCheck;
using Instrumentation.Operations.Prometheus;

namespace Instrumentation.Operations.Tests.Prometheus;

using MetricKind = Instrumentation.Operations.Catalog.MetricKind;

/// <summary>Names are compared with those that the exporter writes: a name that is nearly right gives an empty panel.</summary>
[Collection(WebPrograms.Name)]
public sealed class SeriesNamesTests
{
    private static readonly Gen<(string Name, string? Unit)> s_instruments = Gen.Select(
        Text("abxyzAZ09._/-", 1, 12),
        Gen.OneOf<string?>(
            Gen.OneOf("s", "ms", "us", "ns", "min", "h", "d", "By", "KiBy", "MBy", "B", "m", "V", "Cel", "Hz", "%", "$", "1", "", "{file}", "{file}/s", "By/s", "m/h", "1/min", "w/mo", "m/w", "1/mo", "1/y", "/s", "By/", "a{b}c", "{unclosed", "2s"),
            Text("aBs1/{}%_ -", 0, 6)));

    [Theory]
    [InlineData("files.uploaded", "Counter", "{file}", "files_uploaded_total")]
    [InlineData("storage.used", "UpDownCounter", "By", "storage_used_bytes")]
    [InlineData("share.links.created", "Counter", "{link}", "share_links_created_total")]
    [InlineData("cache.hit.share", "Gauge", "1", "cache_hit_share")]
    [InlineData("sent.bytes", "Counter", "By", "sent_bytes_total")]
    [InlineData("sent_total", "Counter", "By", "sent_bytes_total")]
    [InlineData("queue.length", "UpDownCounter", null, "queue_length")]
    [InlineData("throughput", "Gauge", "By/s", "throughput_bytes_per_second")]
    [InlineData("load", "Gauge", "%", "load_percent")]
    [InlineData("operation.active", "UpDownCounter", "{operation}", "operation_active")]
    public void AnInstrumentsSeriesIsCalledSo(string instrument, string kind, string? unit, string expected) =>
        Assert.Equal(expected, SeriesNames.Of(instrument, Enum.Parse<MetricKind>(kind), unit).Value);

    [Fact]
    public async Task TheExporterCallsHundredsOfInstrumentsTheSame()
    {
        await using var exporter = await Exporter.Start();
        // A number in front keeps two names from becoming one.
        var instruments = s_instruments.Array[200].Single().SelectMany(static (instrument, number) => Enum.GetValues<MetricKind>()
            .Select(kind => (Name: $"{char.ToLowerInvariant(kind.ToString()[0])}{number}.{instrument.Name}", instrument.Unit, Kind: kind))).ToList();
        foreach (var instrument in instruments) Record(exporter.Meter, instrument.Name, instrument.Unit, instrument.Kind);

        var scraped = (await exporter.Scrape()).Where(static series => series.Labels.ContainsKey("case")).ToLookup(static series => series.Labels["case"], static series => series.Name);

        Assert.Equal(800, scraped.Count);
        Assert.All(instruments, instrument =>
        {
            var names = SeriesNames.Of(instrument.Name, instrument.Kind, instrument.Unit);
            string[] ours = instrument.Kind == MetricKind.Histogram ? [names.Bucket, names.Count, names.Sum] : [names.Value];
            Assert.Equal(ours, scraped[instrument.Name].Distinct().Where(static name => !name.EndsWith("_created", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        });
    }

    [Theory]
    [InlineData("code.function.name", "code_function_name")]
    [InlineData("error.type", "error_type")]
    [InlineData("a..b__c", "a_b__c")]
    [InlineData("1st", "_1st")]
    [InlineData("größe", "gr_e")]
    public async Task AnAttributeIsALabelOfThatName(string attribute, string label)
    {
        await using var exporter = await Exporter.Start();
        exporter.Meter.CreateCounter<long>("labels").Add(1, new KeyValuePair<string, object?>(attribute, "here"));

        var series = (await exporter.Scrape()).First(static series => series.Name == "labels_total");

        Assert.Equal("here", series.Labels[label]);
        Assert.Equal(label, SeriesNames.Label(attribute));
    }

    [Fact]
    public async Task ABoundaryIsFoundInBothFormatsOfAScrape()
    {
        double[] boundaries = [0.00005, 0.0001, 0.005, 0.3333, 0.5, 1, 2.5, 10, 86400, 999999.5, 1e6, 1.5e7, 1e16];
        await using var exporter = await Exporter.Start();
        exporter.Meter.CreateHistogram<double>("h", null, null, null, new InstrumentAdvice<double> { HistogramBucketBoundaries = boundaries }).Record(1);

        foreach (var isOpenMetrics in new[] { true, false })
        {
            var labels = (await exporter.Scrape(isOpenMetrics)).Where(static series => series.Name == "h_bucket").Select(static series => series.Labels["le"]).ToList();

            Assert.Equal(boundaries.Length + 1, labels.Count);
            Assert.All(boundaries.Zip(labels), static pair => Assert.Contains(pair.Second, SeriesNames.BoundaryLabels(pair.First)));
        }
    }

    [Fact]
    public async Task TheSeriesOfTheFrameworkThatPanelsAskForExist()
    {
        await using var exporter = await Exporter.Start();
        await exporter.Get("/hello/world");
        var scraped = await exporter.Scrape();
        using var pack = GeneratedPack.OfFileShare();

        var asked = pack.Panels.SelectMany(GeneratedPack.Queries).SelectMany(static query => System.Text.RegularExpressions.Regex.Matches(query, @"\b(http|dotnet)_\w+(?=\{)")).Select(static match => match.Value).Distinct().ToList();

        Assert.Equal(["dotnet_process_cpu_time_seconds_total", "dotnet_process_memory_working_set_bytes", "http_server_request_duration_seconds_bucket", "http_server_request_duration_seconds_count"], asked.Order(StringComparer.Ordinal));
        Assert.All(asked, name => Assert.Contains(scraped, series => series.Name == name));
        Assert.Contains("http_response_status_code", scraped.First(static series => series.Name == "http_server_request_duration_seconds_count").Labels.Keys);
    }

    private static Gen<string> Text(string characters, int shortest, int longest) =>
        Gen.OneOf(characters.ToCharArray()).Array[shortest, longest].Select(static text => new string(text));

    private static void Record(Meter meter, string name, string? unit, MetricKind kind)
    {
        var tag = new KeyValuePair<string, object?>("case", name);
        switch (kind)
        {
            case MetricKind.Counter: meter.CreateCounter<long>(name, unit).Add(1, tag); break;
            case MetricKind.UpDownCounter: meter.CreateUpDownCounter<long>(name, unit).Add(1, tag); break;
            case MetricKind.Histogram: meter.CreateHistogram<long>(name, unit).Record(1, tag); break;
            default: meter.CreateGauge<long>(name, unit).Record(1, tag); break;
        }
    }
}
