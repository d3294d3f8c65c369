using Instrumentation.Operations.Output;
using YamlDotNet.RepresentationModel;

namespace Instrumentation.Operations.Prometheus;

/// <summary>The file of rules that Prometheus loads.</summary>
internal static class RuleFile
{
    /// <summary>The file's text.</summary>
    public static string Write(string notice, IEnumerable<RuleGroup> groups) =>
        Yaml.Write(notice, Yaml.Map(("groups", Yaml.List(groups.Where(static group => group.Rules.Count > 0).Select(Group)))));

    private static YamlMappingNode Group(RuleGroup group) =>
        Yaml.Map(("name", Yaml.Text(group.Name)), ("rules", Yaml.List(group.Rules.Select(Rule))));

    private static YamlMappingNode Rule(Rule rule) => rule switch
    {
        RecordingRule recording => Yaml.Map(
            ("record", Yaml.Text(recording.Name)),
            ("labels", Pairs(recording.Labels)),
            ("expr", Yaml.Block(recording.Expression))),
        AlertRule alert => Yaml.Map(
            ("alert", Yaml.Text(alert.Name)),
            ("expr", Yaml.Block(alert.Expression)),
            ("for", Yaml.Text(alert.For)),
            ("keep_firing_for", Yaml.Text(alert.KeepFiringFor)),
            ("labels", Pairs(alert.Labels)),
            ("annotations", Pairs(alert.Annotations))),
        _ => throw new NotSupportedException(rule.GetType().Name),
    };

    private static YamlMappingNode Pairs(IEnumerable<Pair> pairs) => Yaml.Map(pairs.Select(static pair => (pair.Key, (YamlNode?)Yaml.Text(pair.Value))));
}
