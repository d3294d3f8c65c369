using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenTelemetry.Metrics;

namespace Instrumentation.Operations.Tests.Live;

/// <summary>The pack on a running program: Prometheus scrapes it, evaluates the rules, and answers every panel.</summary>
[Collection(WebPrograms.Name)]
public sealed class LivePackTests
{
    private static readonly TimeSpan s_deadline = TimeSpan.FromSeconds(90);

    [Fact]
    public async Task EveryPanelShowsSomethingAndTheRulesSeeTheFailures()
    {
        Servers.Find("prometheus");
        using var pack = GeneratedPack.OfFileShare();
        using var program = Programs.LoadDrivenFileShare();
        await using var web = await Start();
        using var prometheus = new PrometheusServer("fileshare", new Uri(web.Urls.Single()), pack.RulesFile);
        using var client = new HttpClient { BaseAddress = new Uri(web.Urls.Single()) };
        var queries = pack.Panels.SelectMany(static panel => GeneratedPack.Queries(panel).Select(query => (Title: panel.GetProperty("title").GetString()!, Query: Promtool.Substituted(query)))).ToList();

        // Both kinds of links are opened, so half of the calls fail.
        await Until(prometheus, "job_function:operation_errors:ratio5m{code_function_name=\"FileShare.Links.ShareLinks.Open\"}", static values => values is [> 0.45 and < 0.55]);
        await Until(prometheus, "ALERTS{alertname=\"FileshareSharingErrorsAbove1Percent\", alertstate=\"pending\", owner=\"sharing\", severity=\"critical\"}", static values => values is [1]);
        foreach (var (title, query) in queries) await Until(prometheus, query, static values => values.Count > 0 && values.All(double.IsFinite), title);
        Assert.Equal([8.0], await prometheus.Query("count(job_function:operation_slow:ratio5m{service=\"fileshare\"} >= 0)"));
        Assert.Equal([1.0], await prometheus.Query(Promtool.Substituted(GeneratedPack.Queries(pack.Panel("Instances up")).Single())));

        async Task Until(PrometheusServer server, string query, Func<IReadOnlyList<double>, bool> isReached, string? what = null)
        {
            var clock = Stopwatch.StartNew();
            IReadOnlyList<double> values;
            while (!isReached(values = await server.Query(query)))
            {
                Assert.True(clock.Elapsed < s_deadline, $"{what ?? "rule"}: [{string.Join(", ", values)}] for\n{query}");
                program.Method<Action>("Drive")();
                await client.GetStringAsync(new Uri("/hello", UriKind.Relative));
                await Task.Delay(TimeSpan.FromMilliseconds(200));
            }
        }
    }

    private static async Task<WebApplication> Start()
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddOpenTelemetry().WithMetrics(static metrics => metrics
            .AddMeter("FileShare").AddAspNetCoreInstrumentation().AddRuntimeInstrumentation()
            .AddPrometheusExporter(static options => options.ScrapeResponseCacheDurationMilliseconds = 0));
        var program = builder.Build();
        program.MapPrometheusScrapingEndpoint();
        program.MapGet("/hello", static () => "hello");
        await program.StartAsync();
        return program;
    }
}
