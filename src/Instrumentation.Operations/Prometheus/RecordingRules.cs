using Instrumentation.Operations.Services;

namespace Instrumentation.Operations.Prometheus;

/// <summary>
/// What alerts compare, stored as series of its own: an alert then costs one look-up, and its history can be looked at. Each
/// series has the label <c>service</c>, so that the packs of several services never write one series.
/// </summary>
internal static class RecordingRules
{
    public const string Calls = "job_function:operation_calls:increase5m";
    public const string Errors = "job_function:operation_errors:increase5m";
    public const string ErrorRatio = "job_function:operation_errors:ratio5m";
    public const string Slow = "job_function:operation_slow:increase5m";
    public const string SlowRatio = "job_function:operation_slow:ratio5m";

    /// <summary>The rules of a service. Each stands after those that it reads.</summary>
    public static IReadOnlyList<RecordingRule> Of(Service service)
    {
        if (service.Operations.Count == 0) return [];

        var ask = OperationQueries.ForRules(service);
        return
        [
            Rule(Calls, ask.Calls),
            Rule(Errors, ask.Errors),
            Rule(ErrorRatio, OperationQueries.Share(Stored(Errors), Stored(Calls))),
            Rule(Slow, ask.Slow),
            Rule(SlowRatio, OperationQueries.Share(Stored(Slow), Stored(Calls))),
        ];

        RecordingRule Rule(string name, string expression) => new(name, expression, [new Pair("service", service.Name.Text)]);
        string Stored(string name) => Select(name, service);
    }

    /// <summary>The stored series of a service.</summary>
    public static string Select(string name, Service service, string more = "") => PromQl.Select(name, PromQl.Match("service", service.Name.Text), more);
}
