using System.Globalization;
using Instrumentation.Operations.Services;

namespace Instrumentation.Operations.Prometheus;

/// <summary>
/// What is asked about operations, as PromQL. Rules, panels and runbooks ask through this one type, so an alert and the panel that
/// explains it cannot disagree; they differ only in what they select, in the window and in what they group by.
/// </summary>
/// <param name="Operations">The operations that are asked about.</param>
/// <param name="Selection">The matchers that select them, comma-separated.</param>
/// <param name="Window">The range that rates and increases are taken over.</param>
/// <param name="By">The labels that are kept, comma-separated.</param>
internal sealed record OperationQueries(IReadOnlyList<ServiceOperation> Operations, string Selection, string Window, string By)
{
    // A target that was taken away on purpose is to be forgotten within a day.
    private const string Remembered = "1d";

    private static readonly string s_failed = OperationSeries.ErrorType + "!=\"\"";

    /// <summary>The window of the rules.</summary>
    public const string RuleWindow = "5m";

    /// <summary>The window of the rules, in words.</summary>
    public const string RuleWindowInWords = "5 minutes";

    /// <summary>What the rules ask about all operations of a service.</summary>
    public static OperationQueries ForRules(Service service) => new(service.Operations, MeterOf(service), RuleWindow, $"job, {OperationSeries.Function}");

    /// <summary>What panels ask: the same, of what the dashboard's variables select.</summary>
    public static OperationQueries ForPanels(Service service) => new(
        service.Operations,
        $"{MeterOf(service)}, job=~\"$job\", instance=~\"$instance\", {OperationSeries.Function}=~\"$function\"",
        "$__rate_interval",
        OperationSeries.Function);

    /// <summary>The matcher for the meters that a service's operations are measured in.</summary>
    public static string MeterOf(Service service) => PromQl.Match(OperationSeries.Meter, [.. service.Meters]);

    /// <summary>The matcher for some operations of a service; for all of them none is needed.</summary>
    public static string FunctionIn(IReadOnlyCollection<ServiceOperation> some, IReadOnlyCollection<ServiceOperation> all) =>
        some.Count == all.Count ? "" : PromQl.Match(OperationSeries.Function, [.. some.Select(static operation => operation.Function)]);

    /// <summary>The instances that have shown the service's series lately, whatever their job is called.</summary>
    public static string KnownInstances(Service service) =>
        $"group by (job, instance) (last_over_time({PromQl.Select(OperationSeries.Active.Value, MeterOf(service))}[{Remembered}]))";

    /// <summary>
    /// A share of calls. Where calls were made there was at least one, so the lower bound only matters where none was: the share
    /// is 0 then, not a division by 0.
    /// </summary>
    public static string Share(string part, string calls) => $"{part}\n/ clamp_min({calls}, 1)";

    /// <summary>Narrows the questions to some of the operations.</summary>
    public OperationQueries About(IReadOnlyList<ServiceOperation> operations) =>
        this with { Operations = operations, Selection = Joined(Selection, FunctionIn(operations, Operations)) };

    /// <summary>Calls in the window.</summary>
    public string Calls => Increase(Selected(OperationSeries.Duration.Count));

    /// <summary>Calls per second.</summary>
    public string CallRate => Rate("");

    /// <summary>Calls per second a day ago.</summary>
    public string CallRateYesterday => Rate(" offset 1d");

    /// <summary>Calls in the window that failed, where any did; a call that did not fail has no error type.</summary>
    public string Failed => Increase(Selected(OperationSeries.Duration.Count, s_failed));

    /// <summary>Calls in the window that failed, 0 where none did.</summary>
    public string Errors => $"{Failed}\nor {Calls} * 0";

    /// <summary>The share of calls that failed.</summary>
    public string ErrorRatio => Share($"({Errors})", Calls);

    /// <summary>
    /// Calls in the window that took longer than their objective: exact, not interpolated, as every objective is a boundary of
    /// the histogram.
    /// </summary>
    public string Slow => $"""
        {Calls}
        - ({string.Join("\nor ", Operations.GroupBy(static operation => operation.Latency.Boundary).OrderBy(static group => group.Key).Select(group => Fast([.. group], group.Key)))})
        """;

    /// <summary>The share of calls that took longer than their objective.</summary>
    public string SlowRatio => Share($"({Slow})", Calls);

    /// <summary>Calls under way.</summary>
    public string Active => $"sum by ({By}) ({Selected(OperationSeries.Active.Value)})";

    /// <summary>The duration that the share of calls stayed below; nothing where no call was made.</summary>
    public string Quantile(double share) => string.Create(
        CultureInfo.InvariantCulture,
        $"histogram_quantile({share}, sum by ({By}, le) (rate({Selected(OperationSeries.Duration.Bucket)}[{Window}]))) >= 0");

    private string Fast(IReadOnlyList<ServiceOperation> operations, double boundary) => Increase(Selected(
        OperationSeries.Duration.Bucket, Joined(PromQl.Match("le", SeriesNames.BoundaryLabels(boundary)), FunctionIn(operations, Operations))));

    private string Rate(string offset) => $"sum by ({By}) (rate({Selected(OperationSeries.Duration.Count)}[{Window}]{offset}))";

    private string Increase(string selected) => $"sum by ({By}) (increase({selected}[{Window}]))";

    private string Selected(string series, string more = "") => PromQl.Select(series, Selection, more);

    private static string Joined(string matchers, string more) => more.Length == 0 ? matchers : $"{matchers}, {more}";
}
