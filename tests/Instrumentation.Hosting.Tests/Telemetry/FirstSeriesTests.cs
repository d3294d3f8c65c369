using System.Text.RegularExpressions;
using OpenTelemetry;
using OpenTelemetry.Metrics;

namespace Instrumentation.Hosting.Tests.Telemetry;

/// <summary>Series that are known beforehand are there before anything is counted, so that the first increment is one.</summary>
public sealed class FirstSeriesTests
{
    [Fact]
    public async Task TheFirstScrapeShowsEverySeriesAtZeroAndTheFirstIncrementIsOne()
    {
        await using var shop = await HostedShop.Start();

        var first = await shop.Client.GetStringAsync("/metrics");
        await shop.Order("/orders/ada?bytes=5");
        Turnstile.Pass(Gate.West, isPaid: true, 3, 0.5);
        var second = await shop.Client.GetStringAsync("/metrics");

        // Without tags, with tags, and the calls under way of every measured method: nothing has been called yet.
        Assert.Equal(["0"], Values(first, "orders_placed_total"));
        Assert.Equal(Enumerable.Repeat("0", 8), Values(first, "visitors_total"));
        Assert.Equal(8, Values(first, "visitors_bound_total").Count);
        Assert.Equal(["0"], Values(first, "operation_active", "Instrumentation.Hosting.Tests.Shop.Place"));
        Assert.DoesNotContain("instrumentation_first_series", first);

        Assert.Equal(["1"], Values(second, "orders_placed_total"));
        Assert.Equal(8, Values(second, "visitors_total").Count);
        Assert.Equal(["1"], Values(second, "visitors_total", "gate=\"West\",is_paid=\"true\""));
    }

    [Fact]
    public void WithoutHostingAndForASecondListenerTheyAreThereToo()
    {
        for (var i = 0; i < 2; i++)
        {
            var exported = new List<Metric>();
            using var provider = OpenTelemetry.Sdk.CreateMeterProviderBuilder().AddMeter(typeof(Turnstile).Assembly.GetName().Name!).AddInMemoryExporter(exported).Build();

            provider.ForceFlush();

            var points = 0;
            foreach (ref readonly var point in exported.Single(static metric => metric.Name == "visitors").GetMetricPoints())
            {
                Assert.Equal(0, point.GetSumLong());
                points++;
            }

            Assert.Equal(8, points);
        }
    }

    private static List<string> Values(string scrape, string name, string labels = "") =>
        [.. scrape.Split('\n').Where(line => line.StartsWith(name + "{", StringComparison.Ordinal) && line.Contains(labels)).Select(static line => Regex.Match(line, @"\} (\S+)").Groups[1].Value)];
}
