using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Instrumentation.Hosting.Tests.Telemetry;

/// <summary>What is sent by OTLP, to a collector on the loopback address.</summary>
public sealed class ExportTests
{
    [Fact]
    public async Task EachSignalIsSentWhereItIsToldTo()
    {
        await using var collector = await Collector.Start();
        await using (var shop = await HostedShop.Start(new()
        {
            ["OTEL_EXPORTER_OTLP_ENDPOINT"] = collector.Address,
            ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
        }))
        {
            await shop.Order("/orders/ada?bytes=5");
        }

        Assert.Contains("Shop.Place", collector.Bodies("/v1/traces"));
        Assert.Contains("order.weight", collector.Bodies("/v1/metrics"));
        Assert.NotEmpty(collector.Bodies("/v1/logs"));
    }

    [Fact]
    public async Task ASignalCanBeKeptAtHome()
    {
        await using var collector = await Collector.Start();
        await using (var shop = await HostedShop.Start(new()
        {
            ["OTEL_EXPORTER_OTLP_ENDPOINT"] = collector.Address,
            ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
            ["OTEL_METRICS_EXPORTER"] = "none",
        }))
        {
            await shop.Order("/orders/ada?bytes=5");
        }

        Assert.NotEmpty(collector.Bodies("/v1/traces"));
        Assert.Empty(collector.Bodies("/v1/metrics"));
    }

    [Fact]
    public async Task NothingIsSentUnlessItIsTold()
    {
        await using var collector = await Collector.Start();
        await using (var shop = await HostedShop.Start()) await shop.Order("/orders/ada?bytes=5");

        Assert.Empty(collector.Bodies(""));
    }

    /// <summary>Takes what is sent.</summary>
    private sealed class Collector(WebApplication app) : IAsyncDisposable
    {
        private readonly ConcurrentQueue<(string Path, string Body)> _requests = new();

        public string Address => app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();

        public static async Task<Collector> Start()
        {
            var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
            builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
            var collector = new Collector(builder.Build());
            collector.Take();
            return await collector.Started();
        }

        /// <summary>All that was sent to that path, as text: names stand in protobuf as they are.</summary>
        public string Bodies(string path) => string.Concat(_requests.Where(request => request.Path.StartsWith(path, StringComparison.Ordinal)).Select(static request => request.Body));

        public async ValueTask DisposeAsync() => await app.DisposeAsync();

        private void Take() => app.Run(async context =>
        {
            using var reader = new StreamReader(context.Request.Body, System.Text.Encoding.Latin1);
            _requests.Enqueue((context.Request.Path, await reader.ReadToEndAsync()));
        });

        private async Task<Collector> Started()
        {
            await app.StartAsync();
            return this;
        }
    }
}
