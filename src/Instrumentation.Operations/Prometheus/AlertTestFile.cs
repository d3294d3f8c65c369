using Instrumentation.Operations.Output;
using YamlDotNet.RepresentationModel;

namespace Instrumentation.Operations.Prometheus;

/// <summary>The file of tests that <c>promtool test rules</c> runs.</summary>
internal static class AlertTestFile
{
    /// <summary>The file's text.</summary>
    /// <param name="notice">What a reader should know.</param>
    /// <param name="rules">The path of the rules, from the tests' folder.</param>
    /// <param name="tests">The tests.</param>
    public static string Write(string notice, string rules, IEnumerable<AlertTest> tests) => Yaml.Write(notice, Yaml.Map(
        ("rule_files", Yaml.List(Yaml.Text(rules))),
        ("evaluation_interval", Yaml.Text("1m")),
        ("tests", Yaml.List(tests.Select(Test)))));

    private static YamlMappingNode Test(AlertTest test) => Yaml.Map(
        ("name", Yaml.Text(test.Name)),
        ("interval", Yaml.Text("1m")),
        ("input_series", Yaml.List(test.Series.Select(static input => Yaml.Map(("series", Yaml.Text(input.Series)), ("values", Yaml.Text(input.Values)))))),
        ("alert_rule_test", Yaml.List(test.Expectations.Select(expected => Yaml.Map(
            ("alertname", Yaml.Text(test.Alert)),
            ("eval_time", Yaml.Text($"{expected.Minute}m")),
            ("exp_alerts", expected.Fired is null ? Yaml.List() : Yaml.List(Fired(expected.Fired))))))));

    private static YamlMappingNode Fired(FiredAlert alert) => Yaml.Map(("exp_labels", Pairs(alert.Labels)), ("exp_annotations", Pairs(alert.Annotations)));

    private static YamlMappingNode Pairs(IEnumerable<Pair> pairs) => Yaml.Map(pairs.Select(static pair => (pair.Key, (YamlNode?)Yaml.Text(pair.Value))));
}
