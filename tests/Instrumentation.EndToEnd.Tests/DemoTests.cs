using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Instrumentation.EndToEnd.Tests;

/// <summary>The sample, driven with real files, looked at through a real Prometheus and its committed pack.</summary>
public sealed class DemoTests(RunningDemo demo) : IClassFixture<RunningDemo>
{
    private static readonly TimeSpan s_deadline = TimeSpan.FromSeconds(90);

    private static readonly string[] s_businessMetrics =
        ["files_uploaded_total", "storage_used_bytes", "share_links_created_total", "share_links_opened_total", "users_registered_total", "auth_failures_total"];

    [Fact]
    public void TheDemoShowsANestedTraceAndItsCountsAreRight()
    {
        Assert.Contains("Every count is right.", demo.Output);
        var upload = demo.Output.Split('\n').TakeWhile(static line => !line.Contains("Business metrics")).ToList();
        int Depth(string span) => Assert.Single(upload, line => Regex.IsMatch(line, $@"(^|[ ─]){Regex.Escape(span)}  ")).IndexOf(span, StringComparison.Ordinal);
        Assert.True(Depth("FileStore.Upload") > 0);
        Assert.True(Depth("Quota.Check") > Depth("FileStore.Upload"));
        Assert.True(Depth("FileIndex.BytesOf") > Depth("Quota.Check"));
        Assert.Equal(Depth("Quota.Check"), Depth("BlobFolder.Write"));
    }

    [Fact]
    public async Task EveryPanelOfTheDashboardHasValuesAndTheCountsAreTheApplicationsOwn()
    {
        Servers.Find("prometheus");
        using var prometheus = new PrometheusServer("fileshare", demo.Address, Sample.PackFile("monitoring", "alerts", "fileshare.yml"));

        // Rates need somebody who calls while Prometheus looks.
        var panels = Panels();
        Assert.True(panels.Count >= 10);
        foreach (var (title, query) in panels) await Until(prometheus, query, static values => values.Count > 0, title, Visit);

        foreach (var metric in s_businessMetrics)
        {
            var shown = await demo.Shown(metric);
            Assert.True(shown > 0, metric);
            await Until(prometheus, $"sum({metric})", values => values is [var value] && value == shown, metric);
        }

        // The panels that people look at for storage show the same bytes as the application.
        var storage = panels.Where(static panel => panel.Query.Contains("storage_used_bytes") && !panel.Query.Contains("rate(")).ToList();
        Assert.NotEmpty(storage);
        foreach (var (_, query) in storage) Assert.Equal(await demo.Shown("storage_used_bytes"), (await prometheus.Query(query)).Sum());
    }

    [Fact]
    public async Task TheCatalogsEstimateIsTheNumberOfSeriesThatPrometheusCounts()
    {
        Servers.Find("prometheus");
        using var prometheus = new PrometheusServer("fileshare", demo.Address, Sample.PackFile("monitoring", "alerts", "fileshare.yml"));

        var metrics = Estimates();
        Assert.True(metrics.Count >= 9);
        foreach (var (name, series, unbounded) in metrics)
        {
            // Of an operation's failures nobody knows the types beforehand: what is estimated are its series without one.
            var matchers = string.Concat(unbounded.Select(static tag => $", {tag.Replace('.', '_')}=\"\""));
            // When a series began is a series too in the text format that Prometheus prefers, and not in the other.
            var query = $"count({{__name__!~\".+_created\", __name__=~\"{name.Replace('.', '_')}(_.+)?\", otel_scope_name=\"FileShare\"{matchers}}})";
            await Until(prometheus, query, values => values is [var value] && value == series, $"{name}, estimated {series}", Visit);
        }
    }

    private static List<(string Name, double Series, List<string> Unbounded)> Estimates()
    {
        var answer = Tool.Run("catalog", Sample.Assembly);
        Assert.Equal(0, answer.ExitCode);
        using var catalog = JsonDocument.Parse(answer.Output);
        return
        [
            .. from metric in catalog.RootElement.GetProperty("metrics").EnumerateArray()
               let tags = metric.GetProperty("tags").EnumerateArray()
               let unbounded = tags.Where(static tag => tag.GetProperty("domain").GetProperty("kind").GetString() == "unbounded")
               let estimate = metric.TryGetProperty("series", out var series) ? series : metric.GetProperty("seriesPerValue")
               select (metric.GetProperty("name").GetString()!, estimate.GetDouble(), unbounded.Select(static tag => tag.GetProperty("key").GetString()!).ToList()),
        ];
    }

    private static List<(string Title, string Query)> Panels()
    {
        using var dashboard = JsonDocument.Parse(File.ReadAllText(Sample.PackFile("monitoring", "dashboards", "fileshare.json")));
        return
        [
            .. from panel in dashboard.RootElement.GetProperty("panels").EnumerateArray()
               where panel.GetProperty("type").GetString() != "row"
               from target in panel.GetProperty("targets").EnumerateArray()
               select (panel.GetProperty("title").GetString()!, Promtool.Substituted(target.GetProperty("expr").GetString()!)),
        ];
    }

    // Somebody new, who uploads a file and opens a link that nobody made.
    private async Task Visit()
    {
        using var client = new HttpClient { BaseAddress = demo.Address };
        var account = new { email = $"{Guid.NewGuid():N}@example.org", password = "correct horse", name = "Visitor" };
        using var registered = await client.PostAsJsonAsync(new Uri("/api/register", UriKind.Relative), account);
        registered.EnsureSuccessStatusCode();
        using var uploaded = await client.PostAsync(new Uri("/api/files?name=note.txt", UriKind.Relative), new StringContent("a note"));
        uploaded.EnsureSuccessStatusCode();
        using var _ = await client.GetAsync(new Uri("/s/unknown", UriKind.Relative));
    }

    private static async Task Until(
        PrometheusServer prometheus, string query, Func<IReadOnlyList<double>, bool> isReached, string what, Func<Task>? meanwhile = null)
    {
        var clock = Stopwatch.StartNew();
        IReadOnlyList<double> values;
        while (!isReached(values = await prometheus.Query(query)))
        {
            Assert.True(clock.Elapsed < s_deadline, $"{what}: [{string.Join(", ", values)}] for\n{query}");
            if (meanwhile is not null) await meanwhile();
            await Task.Delay(TimeSpan.FromMilliseconds(200));
        }
    }
}
