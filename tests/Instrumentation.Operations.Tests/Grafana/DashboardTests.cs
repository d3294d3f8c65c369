using System.Text.Json;
using System.Text.RegularExpressions;
using Instrumentation.Operations.Services;

namespace Instrumentation.Operations.Tests.Grafana;

/// <summary>What Grafana expects of a dashboard, and what a reader does.</summary>
public sealed class DashboardTests
{
    [Fact]
    public void PanelsHaveIdsOfTheirOwnAndDoNotOverlap()
    {
        using var pack = GeneratedPack.OfFileShare();
        var panels = pack.Dashboard.GetProperty("panels").EnumerateArray().ToList();

        Assert.Equal(panels.Count, panels.Select(static panel => panel.GetProperty("id").GetInt32()).Distinct().Count());
        var taken = new HashSet<(int, int)>();
        foreach (var position in panels.Select(static panel => panel.GetProperty("gridPos")))
        {
            var (x, y, w, h) = (position.GetProperty("x").GetInt32(), position.GetProperty("y").GetInt32(), position.GetProperty("w").GetInt32(), position.GetProperty("h").GetInt32());
            Assert.InRange(x + w, 1, 24);
            for (var column = x; column < x + w; column++)
            {
                for (var line = y; line < y + h; line++) Assert.True(taken.Add((column, line)), $"{column},{line} is taken twice");
            }
        }
    }

    [Fact]
    public void EveryPanelSaysWhatItShowsInWhichUnitAndAsksSomething()
    {
        using var pack = GeneratedPack.OfFileShare();

        Assert.True(pack.Panels.Count > 20);
        Assert.All(pack.Panels, static panel =>
        {
            Assert.NotEmpty(panel.GetProperty("title").GetString()!);
            Assert.NotEmpty(panel.GetProperty("description").GetString()!);
            Assert.NotEmpty(panel.GetProperty("fieldConfig").GetProperty("defaults").GetProperty("unit").GetString()!);
            Assert.Equal("${datasource}", panel.GetProperty("datasource").GetProperty("uid").GetString());
            var ids = panel.GetProperty("targets").EnumerateArray().Select(static target => target.GetProperty("refId").GetString()).ToList();
            Assert.NotEmpty(ids);
            Assert.Equal(ids.Distinct(), ids);
        });
    }

    [Fact]
    public void EveryQueryIsPromQlAndUsesOnlyTheVariablesOfTheDashboard()
    {
        using var pack = GeneratedPack.OfFileShare();
        var variables = pack.Dashboard.GetProperty("templating").GetProperty("list").EnumerateArray().ToList();
        var queries = pack.Panels.SelectMany(GeneratedPack.Queries).ToList();

        Assert.Equal(["datasource", "job", "instance", "function"], variables.Select(static variable => variable.GetProperty("name").GetString()));
        Assert.All(queries, static query => Assert.Matches(@"\$job.*\$instance|ALERTS", query));
        Promtool.CheckQueries(queries);
        // What a variable asks for stands before the label that it lists.
        Promtool.CheckQueries(variables.Skip(1).Select(static variable => Regex.Match(variable.GetProperty("definition").GetString()!, @"^label_values\((.*), \w+\)$").Groups[1].Value));
    }

    [Fact]
    public void ResponseTimesErrorRatesAndStorageUsageAreThere()
    {
        using var pack = GeneratedPack.OfFileShare();

        Assert.Equal(["p50", "p95", "p99"], pack.Panel("Response time").GetProperty("targets").EnumerateArray().Select(static target => target.GetProperty("legendFormat").GetString()));
        Assert.Equal("s", Unit(pack.Panel("Response time")));
        Assert.Equal("percentunit", Unit(pack.Panel("Error rate")));
        Assert.Equal("bytes", Unit(pack.Panel("storage.used")));
        Assert.Equal(["sum(storage_used_bytes{otel_scope_name=\"FileShare\", job=~\"$job\", instance=~\"$instance\"}) or vector(0)"], GeneratedPack.Queries(pack.Panel("storage.used, now")));
    }

    [Fact]
    public void EachKindOfBusinessMetricHasTheGraphThatFitsIt()
    {
        using var pack = GeneratedPack.OfFileShare();

        Assert.Equal("suffix: file/s", Unit(pack.Panel("files.uploaded")));
        Assert.StartsWith("sum by (visibility) (rate(files_uploaded_total{", GeneratedPack.Queries(pack.Panel("files.uploaded")).Single(), StringComparison.Ordinal);
        Assert.StartsWith("sum(increase(files_uploaded_total{", GeneratedPack.Queries(pack.Panel("files.uploaded, total")).Single(), StringComparison.Ordinal);
        Assert.All(GeneratedPack.Queries(pack.Panel("files.uploaded.size")), static query => Assert.StartsWith("histogram_quantile(0.", query, StringComparison.Ordinal));
        Assert.StartsWith("max by (instance) (users_online{", GeneratedPack.Queries(pack.Panel("users.online")).Single(), StringComparison.Ordinal);
    }

    [Fact]
    public void PanelsNameTheMethodItsPlaceAndItsOwner()
    {
        using var pack = GeneratedPack.OfFileShare();

        Assert.Contains("Recorded by FileShare.Files.FileService.Upload (Files/FileService.cs:21, owner storage).", pack.Panel("files.uploaded").GetProperty("description").GetString(), StringComparison.Ordinal);
        Assert.Contains("sharing: FileShare.Links.ShareLinks.Create", pack.Panel("Calls").GetProperty("description").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void PanelsShowTheNumbersThatAlertsCompareAndNeverNotANumber()
    {
        using var pack = GeneratedPack.OfFileShare();
        var test = Path.Combine(Path.GetDirectoryName(pack.TestsFile)!, "panels.yml");
        var (failing, slow) = (Query("Failing calls"), Query("Slow calls"));
        const string Function = "FileShare.Files.FileService.Upload";
        string Series(string name, string more = "") => $"operation_duration_seconds_{name}{{job=\"fileshare\", instance=\"a\", otel_scope_name=\"FileShare\", code_function_name=\"{Function}\"{more}}}";
        string Expect(string query, int minute, string labels, double value) =>
            $"      - expr: {JsonSerializer.Serialize(query)}\n        eval_time: {minute}m\n        exp_samples: [{{labels: '{labels}', value: {value}}}]\n";
        var stored = $"{{code_function_name=\"{Function}\", job=\"fileshare\", service=\"fileshare\"}}";
        // Of 100 calls a minute 4 fail and 20 take longer than a second; after minute 10 nobody calls.
        File.WriteAllText(test, $"""
            rule_files: [../fileshare.yml]
            evaluation_interval: 1m
            tests:
              - interval: 1m
                input_series:
                  - series: '{Series("count")}'
                    values: 0+96x10 960x20
                  - series: '{Series("count", ", error_type=\"E\"")}'
                    values: 0+4x10 40x20
                  - series: '{Series("bucket", ", le=\"1.0\"")}'
                    values: 0+80x10 800x20
                promql_expr_test:

            """
            + Expect(failing, 8, $"{{code_function_name=\"{Function}\"}}", 0.04)
            + Expect(slow, 8, $"{{code_function_name=\"{Function}\"}}", 0.2)
            + Expect("job_function:operation_errors:ratio5m", 8, "job_function:operation_errors:ratio5m" + stored, 0.04)
            + Expect("job_function:operation_slow:ratio5m", 8, "job_function:operation_slow:ratio5m" + stored, 0.2)
            + Expect(failing, 25, $"{{code_function_name=\"{Function}\"}}", 0)
            + Expect(slow, 25, $"{{code_function_name=\"{Function}\"}}", 0)
            + Expect(Query("Error rate"), 25, "{}", 0)
            + $"      - expr: {JsonSerializer.Serialize(Query("Duration, p95"))}\n        eval_time: 25m\n        exp_samples: []\n");

        Promtool.TestRules(test);

        string Query(string title) => Promtool.Substituted(GeneratedPack.Queries(pack.Panel(title)).Single());
    }

    [Fact]
    public void AProgramThatOnlyTracesHasADashboardOfTheServiceAlone()
    {
        using var pack = GeneratedPack.Of("public static class Store { [Traced] public static void Save() { } }");

        Assert.Equal(["Service"], pack.Dashboard.GetProperty("panels").EnumerateArray().Where(static panel => panel.GetProperty("type").GetString() == "row").Select(static row => row.GetProperty("title").GetString()));
        Promtool.CheckQueries(pack.Panels.SelectMany(GeneratedPack.Queries));
    }

    [Theory]
    [InlineData("fileshare", "ins-fileshare")]
    [InlineData("file.share", "ins-file-share-943c4a14")]
    public void TheIdOfADashboardIsStable(string service, string uid) => Assert.Equal(uid, new ServiceName(service).DashboardUid);

    [Fact]
    public void TheIdOfADashboardFitsGrafanaHoweverLongTheName()
    {
        var (one, other) = (new ServiceName(new string('a', 99) + "b").DashboardUid, new ServiceName(new string('a', 99) + "c").DashboardUid);

        Assert.Equal(40, one.Length);
        Assert.NotEqual(one, other);
    }

    private static string? Unit(JsonElement panel) => panel.GetProperty("fieldConfig").GetProperty("defaults").GetProperty("unit").GetString();
}
