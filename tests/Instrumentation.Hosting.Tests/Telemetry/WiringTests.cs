using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace Instrumentation.Hosting.Tests.Telemetry;

/// <summary>What one call of <c>AddInstrumentation</c> gives an application.</summary>
public sealed class WiringTests
{
    [Fact]
    public async Task TheSpansOfARequestAreNestedBelowIt()
    {
        await using var shop = await HostedShop.Start();

        await shop.Order("/orders/ada?bytes=5");

        var request = Assert.Single(shop.Spans, static span => span.Kind == ActivityKind.Server);
        var place = Assert.Single(shop.Spans, static span => span.DisplayName == "Shop.Place");
        var pack = Assert.Single(shop.Spans, static span => span.DisplayName == "Shop.Pack");
        Assert.Equal(request.SpanId, place.ParentSpanId);
        Assert.Equal(place.SpanId, pack.ParentSpanId);
        Assert.Equal(3, shop.Spans.Count(span => span.TraceId == request.TraceId));
    }

    [Fact]
    public async Task AScrapeShowsTheExactMeasurementsOfTheRequestsBeforeIt()
    {
        await using var shop = await HostedShop.Start();
        var before = Sum(await shop.Client.GetStringAsync("/metrics"), "order_weight_bytes");

        await shop.Order("/orders/ada?bytes=5");
        await shop.Order("/orders/ada?bytes=12345");
        var scrape = await shop.Client.GetStringAsync("/metrics");

        Assert.Equal(12350, Sum(scrape, "order_weight_bytes") - before);
        Assert.Equal(2, Sum(scrape, "http_server_request_duration_seconds_count{"));
        Assert.Contains("code_function_name=\"Instrumentation.Hosting.Tests.Shop.Place\"", scrape);
        Assert.Contains("operation_duration_seconds_bucket{", scrape);
        Assert.Contains("operation_active{", scrape);
    }

    [Fact]
    public async Task WhatUsersAskForIsNotRecordedUnlessItIsWanted()
    {
        await using (var shop = await HostedShop.Start())
        {
            await shop.Order("/orders/ada?bytes=5");

            var request = Assert.Single(shop.Spans, static span => span.Kind == ActivityKind.Server);
            Assert.Equal("/orders/{customer}", request.GetTagItem("url.path"));
            Assert.DoesNotContain(request.TagObjects, static tag => $"{tag.Value}".Contains("ada") || $"{tag.Value}".Contains("bytes=5"));
        }

        await using (var shop = await HostedShop.Start(new() { ["Instrumentation:RecordUrls"] = "true" }))
        {
            await shop.Order("/orders/ada?bytes=5");
            Assert.Equal("/orders/ada", Assert.Single(shop.Spans, static span => span.Kind == ActivityKind.Server).GetTagItem("url.path"));
        }
    }

    [Fact]
    public async Task APathWithoutARouteIsNotRecordedEither()
    {
        await using var shop = await HostedShop.Start();

        await shop.Client.GetAsync("/secret-token");
        await HostedShop.Until(() => shop.Spans.Count > 0);

        Assert.DoesNotContain(shop.Spans.SelectMany(static span => span.TagObjects), static tag => $"{tag.Value}".Contains("secret-token"));
    }

    [Fact]
    public async Task ProbesAndScrapesAreNoTraffic()
    {
        await using var shop = await HostedShop.Start();

        await shop.Client.GetAsync("/health/live");
        await shop.Client.GetAsync("/metrics");
        var scrape = await shop.Client.GetStringAsync("/metrics");
        await shop.Order("/orders/ada?bytes=5");

        Assert.DoesNotContain(shop.Spans, static span => span.Kind == ActivityKind.Server && !$"{span.GetTagItem("url.path")}".StartsWith("/orders", StringComparison.Ordinal));
        Assert.Equal(3, shop.Spans.Count);
        Assert.Equal(0, Sum(scrape, "http_server_request_duration_seconds_count{"));
    }

    [Fact]
    public async Task SpansAreSwitchedByTheConfigurationWithoutARestart()
    {
        var settings = new Dictionary<string, string?> { ["Instrumentation:Spans:**"] = "on", ["Instrumentation:Spans:**.Shop.Pack"] = "off" };
        await using var shop = await HostedShop.Start(settings);
        await shop.Order("/orders/ada?bytes=5");
        Assert.Equal(["Shop.Place"], Names(shop));

        shop.Configure("Instrumentation:Spans:**.Shop.Pack", "on");
        await shop.Order("/orders/ada?bytes=5");
        Assert.Equal(["Shop.Place", "Shop.Pack", "Shop.Place"], Names(shop));

        // A wrong rule is logged and changes nothing.
        shop.Configure("Instrumentation:Spans:**.Shop.Pack", "louder");
        await shop.Order("/orders/ada?bytes=5");
        Assert.Equal(["Shop.Place", "Shop.Pack", "Shop.Place", "Shop.Pack", "Shop.Place"], Names(shop));

        // Without an entry everything is as if there had never been one.
        shop.Configure("Instrumentation:Spans:**.Shop.Pack", "off");
        shop.Configure("Instrumentation:Spans:**", null);
        shop.Configure("Instrumentation:Spans:**.Shop.Pack", null);
        await shop.Order("/orders/ada?bytes=5");
        Assert.Equal(7, Names(shop).Count());

        static IEnumerable<string> Names(HostedShop shop) => shop.Spans.Where(static span => span.Kind == ActivityKind.Internal).Select(static span => span.DisplayName);
    }

    [Fact]
    public void ASecondCallIsRefused()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.AddInstrumentation();

        Assert.Contains("already", Assert.Throws<InvalidOperationException>(() => builder.AddInstrumentation()).Message);
    }

    [Theory]
    [InlineData("MetricsPath", "metrics", "Instrumentation:MetricsPath is 'metrics'; a path starts with '/'.")]
    [InlineData("MetricsPath", "/health/live", "MetricsPath and LivePath are both '/health/live'; give each a path of its own.")]
    [InlineData("RecordUrls", "maybe", "Instrumentation:RecordUrls is 'maybe'; it must be true or false.")]
    public void AWrongSettingSaysWhichAndWhatToDo(string name, string value, string message)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Configuration.AddInMemoryCollection([new($"Instrumentation:{name}", value)]);

        Assert.Equal(message, Assert.Throws<InvalidOperationException>(() => builder.AddInstrumentation()).Message);
    }

    [Fact]
    public async Task AnEndpointWithoutAPathIsNotServed()
    {
        await using var shop = await HostedShop.Start(configure: static options => options.MetricsPath = null);

        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await shop.Client.GetAsync("/metrics")).StatusCode);
        Assert.Equal(System.Net.HttpStatusCode.OK, (await shop.Client.GetAsync("/health/live")).StatusCode);
    }

    private static double Sum(string scrape, string series) => scrape.Split('\n')
        .Where(line => line.StartsWith(series, StringComparison.Ordinal))
        .Sum(static line => double.Parse(line[(line.LastIndexOf('}') + 1)..].Trim().Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture));
}
