using Instrumentation.Operations.Grafana;
using Instrumentation.Operations.Prometheus;
using Instrumentation.Operations.Runbooks;
using Instrumentation.Operations.Services;

namespace Instrumentation.Operations.Output;

/// <summary>Puts the pack of a service together: every file once, from the same alerts and the same questions.</summary>
internal static class PackBuilder
{
    /// <summary>Where alerts look for their runbooks when nothing else is said.</summary>
    public const string DefaultRunbooks = "docs/operations/RUNBOOKS.md";

    /// <summary>The files of the pack.</summary>
    /// <param name="service">The service.</param>
    /// <param name="runbooks">The address of the runbooks, as alerts name it.</param>
    public static IReadOnlyList<PackFile> Build(Service service, string runbooks)
    {
        var notice = PackFile.Notice(service.Assemblies);
        var alerts = Alerts.Of(service);
        var rules = new AlertRules(service, runbooks);
        var tests = new AlertTests(service, rules);
        var name = service.Name.Text;
        return
        [
            new($"monitoring/dashboards/{name}.json", new DashboardBuilder(service, alerts).Build().ToJson()),
            new($"monitoring/alerts/{name}.yml", RuleFile.Write(notice,
            [
                // One group: alerts see what the same evaluation has stored.
                new RuleGroup(name, [.. RecordingRules.Of(service), .. alerts.Select(rules.Of)]),
            ])),
            new($"monitoring/alerts/tests/{name}.yml", AlertTestFile.Write(notice, $"../{name}.yml", alerts.SelectMany(tests.Of))),
            new("docs/operations/RUNBOOKS.md", new RunbookBuilder(service, rules).Build(alerts)),
            new("docs/operations/ON_CALL.md", new OnCallBuilder(service, rules).Build(alerts)),
        ];
    }
}
