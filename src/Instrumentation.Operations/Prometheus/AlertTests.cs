using System.Globalization;
using Instrumentation.Operations.Objectives;
using Instrumentation.Operations.Services;

namespace Instrumentation.Operations.Prometheus;

/// <summary>
/// Tests for every alert: just above its threshold it fires, at the minute and with the texts that are foretold; just below it
/// stays silent, and so it does where too few calls were made to tell.
/// </summary>
internal sealed class AlertTests(Service service, AlertRules rules)
{
    // A rate needs two values, so a condition is seen from minute 1; it must hold for five.
    private const int FirstSeen = 1;
    private const int Holds = 5;
    private const int End = 15;

    // What each minute adds, next to the threshold: 10 would be on it.
    private const int Above = 11;
    private const int Below = 9;
    private const int OnThreshold = 10;

    private const string Instance = "localhost:8080";

    /// <summary>The tests of an alert.</summary>
    public IEnumerable<AlertTest> Of(Alert alert) => alert switch
    {
        ErrorRateAlert errors => Share(alert, errors.Objective.Threshold, FailingCalls, "fail"),
        LatencyAlert latency => Share(alert, latency.Objective.SlowThreshold, (operation, all, bad) => SlowCalls(operation, latency.Objective, all, bad), "are slow"),
        _ => InstanceDown(alert),
    };

    private IEnumerable<AlertTest> Share(Alert alert, decimal threshold, Func<ServiceOperation, Counter, Counter, InputSeries[]> series, string what)
    {
        var operation = alert.Operations[0];
        var calls = threshold == 0 ? 1000 : (long)Math.Round(OnThreshold / threshold);
        var above = Math.Min(Above, calls);
        var below = threshold == 0 ? 0 : Below;
        Pair[] labels = [new(OperationSeries.Function, operation.Function), new("job", service.Name.Text)];
        yield return new AlertTest(
            $"{alert.Name} fires when {above} of {calls} calls {what}",
            alert.Name,
            series(operation, Counter.Steady(calls), Counter.Steady(above)),
            [new(FirstSeen + Holds - 1, null), new(FirstSeen + Holds, Fired(alert, labels, (double)above / calls))]);
        yield return new AlertTest(
            $"{alert.Name} is silent when {below} of {calls} calls {what}", alert.Name, series(operation, Counter.Steady(calls), Counter.Steady(below)), [new(End, null)]);
        yield return new AlertTest(
            $"{alert.Name} is silent when {AlertRules.FewestCalls - 1} calls in {OperationQueries.RuleWindowInWords} {what} and there are no others",
            alert.Name,
            series(operation, Counter.Sparse, Counter.Sparse),
            [new(FirstSeen + Holds, null), new(End, null)]);
    }

    private IEnumerable<AlertTest> InstanceDown(Alert alert)
    {
        var target = $"job={PromQl.Quote(service.Name.Text)}, instance={PromQl.Quote(Instance)}";
        var active = PromQl.Select(OperationSeries.Active.Value, target, Meter, Function(alert.Operations[0]));
        Pair[] labels = [new("instance", Instance), new("job", service.Name.Text)];
        // The last good scrape is at minute 5.
        yield return new AlertTest(
            $"{alert.Name} fires when a scrape fails",
            alert.Name,
            [new(PromQl.Select("up", target), "1x5 0x10"), new(active, "0x5 _x10")],
            [new(FirstSeen + Holds + Holds - 1, null), new(FirstSeen + Holds + Holds, Fired(alert, labels, 0))]);
        yield return new AlertTest(
            $"{alert.Name} is silent when the scrape succeeds", alert.Name, [new(PromQl.Select("up", target), "1x15"), new(active, "0x15")], [new(End, null)]);
        yield return new AlertTest(
            $"{alert.Name} is silent when another service is down", alert.Name, [new(PromQl.Select("up", target), "0x15")], [new(End, null)]);
    }

    private InputSeries[] FailingCalls(ServiceOperation operation, Counter all, Counter failing) =>
    [
        new(Calls(operation), all.Without(failing)),
        new(Calls(operation, $"{OperationSeries.ErrorType}=\"System.IO.IOException\""), failing.Values),
    ];

    private InputSeries[] SlowCalls(ServiceOperation operation, LatencyObjective objective, Counter all, Counter slow) =>
    [
        new(Calls(operation), all.Values),
        new(Of(OperationSeries.Duration.Bucket, operation, PromQl.Match("le", SeriesNames.BoundaryLabels(objective.Boundary)[0])), all.Without(slow)),
    ];

    private string Calls(ServiceOperation operation, string more = "") => Of(OperationSeries.Duration.Count, operation, more);

    private string Of(string series, ServiceOperation operation, string more) => PromQl.Select(
        series, $"job={PromQl.Quote(service.Name.Text)}", $"instance={PromQl.Quote(Instance)}", Meter, Function(operation), more);

    private string Meter => PromQl.Match(OperationSeries.Meter, service.Meters[0]);

    private static string Function(ServiceOperation operation) => PromQl.Match(OperationSeries.Function, operation.Function);

    private FiredAlert Fired(Alert alert, Pair[] series, double value)
    {
        var rule = rules.Of(alert);
        return new FiredAlert(
            [.. series, .. rule.Labels.Select(label => label with { Value = Rendered(label.Value, series, value) })],
            [.. rule.Annotations.Select(annotation => annotation with { Value = Rendered(annotation.Value, series, value) })]);
    }

    // What Prometheus makes of the templates that the rules use; promtool compares it with what it made.
    private static string Rendered(string template, Pair[] labels, double value)
    {
        var text = template.Replace("{{ $value | humanizePercentage }}", Percentage(value), StringComparison.Ordinal);
        foreach (var label in labels) text = text.Replace($"{{{{ $labels.{label.Key} }}}}", label.Value, StringComparison.Ordinal);
        return text.Replace(Templates.Literally("{{"), "{{", StringComparison.Ordinal);
    }

    private static string Percentage(double share) => (share * 100).ToString("G4", CultureInfo.InvariantCulture).ToLowerInvariant() + "%";

    /// <summary>A counter's value at each minute.</summary>
    private sealed record Counter(IReadOnlyList<long> Minutes, long? PerMinute)
    {
        /// <summary>In any five minutes one call fewer than alerts anybody.</summary>
        public static Counter Sparse { get; } = new([.. Enumerable.Range(0, End + 1).Select(static minute => (long)(minute + Holds - 1) / Holds * (AlertRules.FewestCalls - 1))], null);

        public string Values => PerMinute is { } step ? $"0+{step}x{End}" : string.Join(' ', Minutes);

        public static Counter Steady(long perMinute) => new([], perMinute);

        public string Without(Counter part) => PerMinute is { } step ? $"0+{step - part.PerMinute}x{End}" : $"0x{End}";
    }
}
