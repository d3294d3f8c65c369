using Instrumentation.Operations.Objectives;
using Instrumentation.Operations.Services;

namespace Instrumentation.Operations.Prometheus;

/// <summary>Decides which alerts a service has: one for all operations of one owner that have the same threshold.</summary>
internal static class Alerts
{
    /// <summary>The alerts, by name.</summary>
    public static IReadOnlyList<Alert> Of(Service service)
    {
        if (service.Operations.Count == 0) return [];

        var name = ServiceName.Word(service.Name.Text);
        IEnumerable<Alert> alerts =
        [
            .. service.Operations
                .GroupBy(static operation => (operation.Owner, operation.Errors.Threshold))
                .Select(group => new ErrorRateAlert($"{name}{Team(group.Key.Owner)}ErrorsAbove{Part(group.Key.Threshold * 100)}Percent", group.Key.Owner, [.. group], group.First().Errors)),
            .. service.Operations
                .GroupBy(static operation => (operation.Owner, operation.Latency.Milliseconds, operation.Latency.Percentile))
                .Select(group => new LatencyAlert($"{name}{Team(group.Key.Owner)}P{Part(group.Key.Percentile)}Above{Part(group.Key.Milliseconds)}Ms", group.Key.Owner, [.. group], group.First().Latency)),
            new InstanceDownAlert($"{name}InstanceDown", service.Owner, service.Operations),
        ];
        return WithUniqueNames([.. alerts.OrderBy(static alert => alert.Name, StringComparer.Ordinal).ThenBy(static alert => alert.Owner, StringComparer.Ordinal)]);
    }

    private static string Team(string owner) => ServiceName.Word(owner) is { Length: > 0 } word ? word : "Team";

    private static string Part(decimal number) => Numbers.Text(number).Replace('.', '_');

    // Owners may differ only in what a name leaves out. Anchors of headings do not tell capitals apart.
    private static Alert[] WithUniqueNames(IReadOnlyList<Alert> alerts)
    {
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        return [.. alerts.Select(alert =>
        {
            var name = alert.Name;
            for (var number = 2; !taken.Add(name); number++) name = $"{alert.Name}_{number}";
            return alert with { Name = name };
        })];
    }
}
