using YamlDotNet.RepresentationModel;

namespace Instrumentation.Operations.Tests.Prometheus;

/// <summary>Which alerts a program gets, and that the tests that come with them would notice a wrong one.</summary>
public sealed class AlertTests
{
    private const string Two = """
        public static class Store
        {
            [Measured] public static void Save() { }
            [Measured] public static void Load() { }
        }
        """;

    [Fact]
    public void OperationsWithTheDefaultThresholdsShareOneRuleEach()
    {
        using var pack = GeneratedPack.Of(Two);

        Assert.Equal(["AppInstanceDown", "AppUnownedErrorsAbove1Percent", "AppUnownedP95Above500Ms"], Names(pack));
        var errors = Alert(pack, "AppUnownedErrorsAbove1Percent");
        Assert.StartsWith("job_function:operation_errors:ratio5m{service=\"app\"} > 0.01\nand\n", Text(errors["expr"]), StringComparison.Ordinal);
        var slow = Alert(pack, "AppUnownedP95Above500Ms");
        Assert.StartsWith("job_function:operation_slow:ratio5m{service=\"app\"} > 0.05\nand\n", Text(slow["expr"]), StringComparison.Ordinal);
    }

    [Fact]
    public void AnObjectiveMakesARuleWithItsOwnThresholds()
    {
        using var pack = GeneratedPack.Of("""
            [OwnedBy("storage")]
            public static class Store
            {
                [Measured, Objective(Availability = 99.95, LatencyMs = 333.3, Percentile = 99.9)] public static void Save() { }
                [Measured] public static void Load() { }
            }
            """);

        Assert.Equal(
            ["AppInstanceDown", "AppStorageErrorsAbove0_05Percent", "AppStorageErrorsAbove1Percent", "AppStorageP95Above500Ms", "AppStorageP99_9Above333_3Ms"], Names(pack));
        Assert.Contains("{service=\"app\", code_function_name=\"Store.Save\"} > 0.0005", Text(Alert(pack, "AppStorageErrorsAbove0_05Percent")["expr"]), StringComparison.Ordinal);
        Assert.Contains("{service=\"app\", code_function_name=\"Store.Save\"} > 0.001", Text(Alert(pack, "AppStorageP99_9Above333_3Ms")["expr"]), StringComparison.Ordinal);
        Assert.Contains("le=\"0.3333\", code_function_name=\"Store.Save\"", Text(pack.Rules.Single(static rule => Is(rule, "record", "job_function:operation_slow:increase5m"))["expr"]), StringComparison.Ordinal);
        Promtool.TestRules(pack.TestsFile);
    }

    [Fact]
    public void OverloadsAreOneOperationUnderTheStricterObjective()
    {
        using var pack = GeneratedPack.Of("""
            public static class Store
            {
                [Measured, Objective(Availability = 99)] public static void Save(int a) { }
                [Measured, Objective(Availability = 99.9)] public static void Save(string a) { }
            }
            """);

        Assert.Equal(["AppInstanceDown", "AppUnownedErrorsAbove0_1Percent", "AppUnownedP95Above500Ms"], Names(pack));
    }

    [Fact]
    public void OwnersWhoseNamesOnlyDifferInSignsGetRulesWithDifferentNames()
    {
        using var pack = GeneratedPack.Of("""
            public static class Store
            {
                [Measured, OwnedBy("a-b")] public static void Save() { }
                [Measured, OwnedBy("a.b")] public static void Load() { }
                [Measured, OwnedBy("团队")] public static void List() { }
            }
            """);

        Assert.Equal(Names(pack).Distinct(StringComparer.OrdinalIgnoreCase), Names(pack));
        Assert.Contains("AppABErrorsAbove1Percent_2", Names(pack));
        Promtool.TestRules(pack.TestsFile);
    }

    [Fact]
    public void EveryAlertSaysHowUrgentItIsWhoAnswersAndWhereToReadOn()
    {
        using var pack = GeneratedPack.OfFileShare("--runbooks", "https://example.test/runbooks");

        Assert.All(pack.Alerts, static alert =>
        {
            Assert.Contains(Text(alert["labels"]["severity"]), new[] { "critical", "warning" });
            Assert.Equal("fileshare", Text(alert["labels"]["service"]));
            Assert.Contains(Text(alert["labels"]["owner"]), new[] { "storage", "sharing", "unowned" });
            Assert.Equal($"https://example.test/runbooks#{Text(alert["alert"]).ToLowerInvariant()}", Text(alert["annotations"]["runbook_url"]));
            Assert.Equal("ins-fileshare", Text(alert["annotations"]["dashboard_uid"]));
            Assert.Equal("5m", Text(alert["for"]));
            Assert.Equal("10m", Text(alert["keep_firing_for"]));
        });
    }

    [Theory]
    [InlineData("> 0.001\n", "> 0.002\n")]
    [InlineData("> 0.05\n", "> 0.04\n")]
    [InlineData(">= 5\n", ">= 1\n")]
    [InlineData("for: 5m", "for: 6m")]
    [InlineData("for: 5m", "for: 4m")]
    [InlineData("owner: storage", "owner: sharing")]
    [InlineData("FileService\\\\.Download|", "")]
    [InlineData("error_type!=\"\"", "error_type=\"\"")]
    [InlineData("le=\"0.5\"", "le=\"0.75\"")]
    [InlineData("le=~\"1\\\\.0|1\"", "le=\"1\"")]
    [InlineData("up == 0", "up == 1")]
    public void TheGeneratedTestsNoticeAWrongRule(string right, string wrong)
    {
        using var pack = GeneratedPack.OfFileShare();
        var rules = File.ReadAllText(pack.RulesFile);
        Assert.Contains(right, rules, StringComparison.Ordinal);
        File.WriteAllText(pack.RulesFile, rules.Replace(right, wrong, StringComparison.Ordinal));

        var said = Promtool.TestRulesFail(pack.TestsFile);

        Assert.Contains("FAILED", said, StringComparison.Ordinal);
    }

    [Fact]
    public void AnAlertThatHasFiredStaysForTenMinutes()
    {
        using var pack = GeneratedPack.Of(Two);
        var test = Path.Combine(Path.GetDirectoryName(pack.TestsFile)!, "kept.yml");
        // Half of the calls fail for ten minutes; at minute 15 none of them is in the window any more.
        File.WriteAllText(test, """
            rule_files: [../app.yml]
            evaluation_interval: 1m
            tests:
              - interval: 1m
                input_series:
                  - series: 'operation_duration_seconds_count{job="app", instance="a", otel_scope_name="App", code_function_name="Store.Save"}'
                    values: 0+10x30
                  - series: 'operation_duration_seconds_count{job="app", instance="a", otel_scope_name="App", code_function_name="Store.Save", error_type="E"}'
                    values: 0+10x10 100x20
                promql_expr_test:
                  - expr: count(ALERTS{alertstate="firing"})
                    eval_time: 24m
                    exp_samples: [{labels: '{}', value: 1}]
                  - expr: count(ALERTS{alertstate="firing"})
                    eval_time: 25m
                    exp_samples: []
            """);

        Promtool.TestRules(test);
    }

    [Fact]
    public void AProgramWithoutMeasuredMethodsHasNoAlertsAndSaysSo()
    {
        using var pack = GeneratedPack.Of("public static class Store { [Traced] public static void Save() { } }");

        Assert.Empty(pack.Alerts);
        Assert.Contains("There are no alerts", pack.Runbooks, StringComparison.Ordinal);
        Assert.Contains("There are no alerts", pack.OnCall, StringComparison.Ordinal);
        Promtool.CheckRules(pack.RulesFile);
        Promtool.TestRules(pack.TestsFile);
    }

    private static IEnumerable<string> Names(GeneratedPack pack) => pack.Alerts.Select(static alert => Text(alert["alert"]));

    private static YamlMappingNode Alert(GeneratedPack pack, string name) => pack.Alerts.Single(alert => Is(alert, "alert", name));

    private static bool Is(YamlMappingNode rule, string key, string value) => rule.Children.TryGetValue(key, out var node) && Text(node) == value;

    private static string Text(YamlNode node) => ((YamlScalarNode)node).Value!;
}
