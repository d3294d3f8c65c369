using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OpenTelemetry;
using OpenTelemetry.Trace;

namespace Instrumentation.Hosting.Tests;

/// <summary>An application with Instrumentation, served in the test's own process.</summary>
public sealed class HostedShop : IAsyncDisposable
{
    private static readonly TimeSpan s_deadline = TimeSpan.FromSeconds(30);

    private readonly WebApplication _app;

    private readonly ConcurrentQueue<Activity> _spans = new();

    private HostedShop(WebApplication app) => _app = app;

    /// <summary>The spans that have ended.</summary>
    public IReadOnlyList<Activity> Spans => [.. _spans];

    public Probes Probes { get; } = new();

    public HttpClient Client => _app.GetTestClient();

    public static async Task<HostedShop> Start(Dictionary<string, string?>? settings = null, Action<InstrumentationOptions>? configure = null, Sampler? sampler = null)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ApplicationName = typeof(HostedShop).Assembly.GetName().Name });
        builder.Configuration.AddInMemoryCollection(settings ?? []);
        builder.WebHost.UseTestServer();
        if (sampler is not null) builder.Services.ConfigureOpenTelemetryTracerProvider((_, tracing) => tracing.SetSampler(sampler));
        builder.AddInstrumentation(configure);
        builder.Services.AddSingleton<Shop>();

        HostedShop shop = null!;
        builder.Services.AddSingleton(_ => shop.Probes);
        builder.Services.ConfigureOpenTelemetryTracerProvider((_, tracing) => tracing.AddProcessor(new Ended(shop._spans)));
        var app = builder.Build();
        shop = new HostedShop(app);
        app.MapPost("/orders/{customer}", async (string customer, int bytes, Shop service) => await service.Place(bytes));
        await app.StartAsync();
        return shop;
    }

    /// <summary>Changes a setting of the running application.</summary>
    public void Configure(string key, string? value)
    {
        _app.Configuration[key] = value;
        ((IConfigurationRoot)_app.Configuration).Reload();
    }

    /// <summary>Posts an order, and waits until the request's span has ended: that comes after its answer.</summary>
    public async Task Order(string path)
    {
        var before = Requests;
        using var answer = await Client.PostAsync(path, null);
        await Until(() => Requests > before);
    }

    /// <summary>Waits for a condition.</summary>
    public static async Task Until(Func<bool> isReached)
    {
        var clock = Stopwatch.StartNew();
        while (!isReached())
        {
            Assert.True(clock.Elapsed < s_deadline, "The condition was not reached in time.");
            await Task.Delay(TimeSpan.FromMilliseconds(10));
        }
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private int Requests => _spans.Count(static span => span.Kind == ActivityKind.Server);

    private sealed class Ended(ConcurrentQueue<Activity> spans) : BaseProcessor<Activity>
    {
        public override void OnEnd(Activity data) => spans.Enqueue(data);
    }
}
