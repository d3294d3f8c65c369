using System.Diagnostics.Metrics;
using System.Globalization;
using OpenTelemetry;
using OpenTelemetry.Metrics;

namespace Instrumentation.Hosting.Tests.Telemetry;

/// <summary>Eight threads call a million times each: no count is lost, whoever listens.</summary>
public sealed class ExactnessTests
{
    private const int Threads = 8;
    private const int Calls = 1_000_000;

    private static readonly string s_meter = typeof(Turnstile).Assembly.GetName().Name!;

    // Each gate and fare gets as many.
    private static readonly string[] s_series = [.. Enum.GetNames<Gate>().SelectMany(static gate => (string[])[$"{gate} False", $"{gate} True"])];

    [Fact]
    public async Task AMeterListenerSeesEveryCount()
    {
        var counts = new long[16];
        long weight = 0;
        using var listener = new MeterListener
        {
            InstrumentPublished = static (instrument, listener) =>
            {
                if (instrument.Meter.Name == s_meter) listener.EnableMeasurementEvents(instrument);
            },
        };
        var bound = new Dictionary<string, long>();
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) =>
        {
            if (instrument.Name == "visitors") Interlocked.Add(ref counts[IndexOf(tags)], value);
            else if (instrument.Name == "visitors.weight") Interlocked.Add(ref weight, value);
            else if (instrument.Name == "visitors.bound") bound[$"{tags[0].Value} {tags[1].Value}"] = value;
        });
        listener.Start();
        listener.RecordObservableInstruments();
        var before = new Dictionary<string, long>(bound);

        await Run();
        listener.RecordObservableInstruments();

        Assert.Equal(Enumerable.Repeat((long)Threads * Calls / 8, 8), counts.Take(8));
        Assert.Equal((long)Threads * Calls * 3, weight);
        Assert.All(s_series, series => Assert.Equal(Threads * Calls / 8, bound[series] - before[series]));

        static int IndexOf(ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
            ((int)Enum.Parse<Gate>((string)tags[0].Value!) * 2) + ((bool)tags[1].Value! ? 1 : 0);
    }

    [Fact]
    public async Task TheSdkExportsEveryCount()
    {
        var exported = new List<Metric>();
        using var provider = OpenTelemetry.Sdk.CreateMeterProviderBuilder().AddMeter(s_meter).AddInMemoryExporter(exported).Build();
        provider.ForceFlush();
        var before = Points(exported, "visitors.bound");
        var height = Points(exported, "visitors.height").Values.Sum();
        exported.Clear();

        await Run();
        provider.ForceFlush();

        Assert.All(s_series, series => Assert.Equal(Threads * Calls / 8, Points(exported, "visitors")[series]));
        Assert.All(s_series, series => Assert.Equal(Threads * Calls / 8, Points(exported, "visitors.bound")[series] - before[series]));
        Assert.Equal((double)Threads * Calls * 3, Assert.Single(Points(exported, "visitors.weight")).Value);
        Assert.Equal(Threads * Calls * 0.5, Points(exported, "visitors.height").Values.Sum() - height);
    }

    [Fact]
    public async Task AScrapeShowsEveryCount()
    {
        await using var shop = await HostedShop.Start();
        var before = await shop.Client.GetStringAsync("/metrics");

        await Run();
        var after = await shop.Client.GetStringAsync("/metrics");

        foreach (var series in s_series)
        {
            var labels = $"gate=\"{series.Split(' ')[0]}\",is_paid=\"{series.Split(' ')[1].ToLowerInvariant()}\"";
            Assert.Equal(Threads * Calls / 8, Value(after, "visitors_total", labels) - Value(before, "visitors_total", labels));
            Assert.Equal(Threads * Calls / 8, Value(after, "visitors_bound_total", labels) - Value(before, "visitors_bound_total", labels));
        }

        Assert.Equal(Threads * Calls * 3, Value(after, "visitors_weight_bytes", "") - Value(before, "visitors_weight_bytes", ""));
    }

    private static Task Run() => Task.WhenAll(Enumerable.Range(0, Threads).Select(static _ => Task.Factory.StartNew(
        static () =>
        {
            for (var i = 0; i < Calls; i++) Turnstile.Pass((Gate)(i % 4), i % 8 >= 4, 3, 0.5);
        },
        TaskCreationOptions.LongRunning)));

    private static Dictionary<string, double> Points(IEnumerable<Metric> metrics, string name)
    {
        var points = new Dictionary<string, double>();
        foreach (ref readonly var point in metrics.Single(metric => metric.Name == name).GetMetricPoints())
        {
            var tags = new List<string>();
            foreach (var tag in point.Tags) tags.Add($"{tag.Value}");
            points.Add(string.Join(' ', tags), name == "visitors.height" ? point.GetSumDouble() : point.GetSumLong());
        }

        return points;
    }

    private static double Value(string scrape, string name, string labels) => scrape.Split('\n')
        .Where(line => line.StartsWith(name + "{", StringComparison.Ordinal) && line.Contains(labels))
        .Select(static line => double.Parse(line[(line.LastIndexOf('}') + 1)..].Trim().Split(' ')[0], CultureInfo.InvariantCulture))
        .Single();
}
