using System.Diagnostics;
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
        var upload = demo.Output.Split('\n').Select(static line => line.TrimEnd()).ToList();
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

        foreach (var metric in s_businessMetrics)
        {
            var shown = await demo.Shown(metric);
            Assert.True(shown > 0, metric);
            await Until(prometheus, $"sum({metric})", values => values is [var value] && value == shown);
        }

        var panels = Panels();
        Assert.True(panels.Count >= 10);
        foreach (var (title, query) in panels) await Until(prometheus, query, static values => values.Count > 0, title);

        // The panel that people look at for storage shows the same bytes as the application.
        var storage = Assert.Single(panels, static panel => panel.Query.Contains("storage_used_bytes") && !panel.Query.Contains("rate(") && !panel.Query.Contains("delta("));
        Assert.Equal(await demo.Shown("storage_used_bytes"), (await prometheus.Query(storage.Query)).Sum());
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

    private static async Task Until(PrometheusServer prometheus, string query, Func<IReadOnlyList<double>, bool> isReached, string? what = null)
    {
        var clock = Stopwatch.StartNew();
        IReadOnlyList<double> values;
        while (!isReached(values = await prometheus.Query(query)))
        {
            Assert.True(clock.Elapsed < s_deadline, $"{what}: [{string.Join(", ", values)}] for\n{query}");
            await Task.Delay(TimeSpan.FromMilliseconds(200));
        }
    }
}
