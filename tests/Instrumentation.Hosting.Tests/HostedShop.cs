using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OpenTelemetry.Trace;

namespace Instrumentation.Hosting.Tests;

/// <summary>An application with Instrumentation, served in the test's own process.</summary>
public sealed class HostedShop : IAsyncDisposable
{
    private readonly WebApplication _app;

    private HostedShop(WebApplication app) => _app = app;

    public List<Activity> Spans { get; } = [];

    public Probes Probes { get; } = new();

    public HttpClient Client => _app.GetTestClient();

    public static async Task<HostedShop> Start(Dictionary<string, string?>? settings = null, Action<InstrumentationOptions>? configure = null)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ApplicationName = typeof(HostedShop).Assembly.GetName().Name });
        builder.Configuration.AddInMemoryCollection(settings ?? []);
        builder.WebHost.UseTestServer();
        builder.AddInstrumentation(configure);
        builder.Services.AddSingleton<Shop>();

        HostedShop shop = null!;
        builder.Services.AddSingleton(_ => shop.Probes);
        builder.Services.ConfigureOpenTelemetryTracerProvider((_, tracing) => tracing.AddInMemoryExporter(shop.Spans));
        var app = builder.Build();
        shop = new HostedShop(app);
        app.MapPost("/orders/{customer}", async (string customer, int bytes, Shop service) => await service.Place(bytes));
        await app.StartAsync();
        return shop;
    }

    /// <summary>Changes a setting of the running application.</summary>
    public void Configure(string key, string value)
    {
        _app.Configuration[key] = value;
        ((IConfigurationRoot)_app.Configuration).Reload();
    }

    public void Flush() => _app.Services.GetRequiredService<TracerProvider>().ForceFlush();

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();
}
