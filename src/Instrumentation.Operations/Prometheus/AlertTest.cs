namespace Instrumentation.Operations.Prometheus;

/// <summary>A test of an alert, as <c>promtool test rules</c> runs it: series of one value a minute, and what fires when.</summary>
internal sealed record AlertTest(string Name, string Alert, IReadOnlyList<InputSeries> Series, IReadOnlyList<Expectation> Expectations);

/// <summary>A series and its values, in promtool's notation.</summary>
internal sealed record InputSeries(string Series, string Values);

/// <summary>What has fired after that many minutes; <see langword="null"/>: nothing.</summary>
internal sealed record Expectation(int Minute, FiredAlert? Fired);

/// <summary>A fired alert with all that the receiver sees.</summary>
internal sealed record FiredAlert(IReadOnlyList<Pair> Labels, IReadOnlyList<Pair> Annotations);
