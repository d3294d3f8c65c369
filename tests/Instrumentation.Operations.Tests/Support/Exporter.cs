using System.Diagnostics.Metrics;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenTelemetry.Metrics;

namespace Instrumentation.Operations.Tests;

/// <summary>A series as a scrape shows it: its name and its labels.</summary>
public sealed record ScrapedSeries(string Name, IReadOnlyDictionary<string, string> Labels);

/// <summary>A web program with the OpenTelemetry exporter that users have, and what Prometheus gets from it.</summary>
public sealed partial class Exporter : IAsyncDisposable
{
    private readonly WebApplication _program;

    private Exporter(WebApplication program) => _program = program;

    /// <summary>The meter that tests make their instruments in.</summary>
    public Meter Meter { get; } = new("Operations.Tests." + Guid.NewGuid().ToString("n"));

    /// <summary>Starts the program; it answers to <c>/hello/{name}</c>.</summary>
    public static async Task<Exporter> Start()
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        builder.Services.AddOpenTelemetry().WithMetrics(static metrics => metrics
            .AddMeter("Operations.Tests.*")
            .AddAspNetCoreInstrumentation()
            .AddRuntimeInstrumentation()
            .AddPrometheusExporter(static options => options.ScrapeResponseCacheDurationMilliseconds = 0));
        var program = builder.Build();
        program.MapPrometheusScrapingEndpoint();
        program.MapGet("/hello/{name}", static (string name) => name);
        await program.StartAsync();
        return new Exporter(program);
    }

    /// <summary>Asks for a page.</summary>
    public async Task Get(string path) => await _program.GetTestClient().GetStringAsync(path);

    /// <summary>Scrapes as Prometheus does, which asks for OpenMetrics; or as older scrapers do.</summary>
    public async Task<IReadOnlyList<ScrapedSeries>> Scrape(bool openMetrics = true)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/metrics");
        if (openMetrics) request.Headers.TryAddWithoutValidation("Accept", "application/openmetrics-text;version=1.0.0,application/openmetrics-text;version=0.0.1;q=0.75,text/plain;version=0.0.4;q=0.5,*/*;q=0.1");
        using var response = await _program.GetTestClient().SendAsync(request);
        var text = await response.EnsureSuccessStatusCode().Content.ReadAsStringAsync();
        return [.. text.Split('\n').Where(static line => line.Length > 0 && line[0] != '#').Select(Parse)];
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        Meter.Dispose();
        await _program.DisposeAsync();
    }

    private static ScrapedSeries Parse(string line)
    {
        var name = line[..line.IndexOfAny(['{', ' '])];
        return new ScrapedSeries(name, Label().Matches(line).ToDictionary(static label => label.Groups[1].Value, static label => label.Groups[2].Value));
    }

    [GeneratedRegex("""([A-Za-z_][A-Za-z0-9_]*)="((?:[^"\\]|\\.)*)[",}]""")]
    private static partial Regex Label();
}
