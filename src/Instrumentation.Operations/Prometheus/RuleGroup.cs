namespace Instrumentation.Operations.Prometheus;

/// <summary>Rules that are evaluated one after the other, at the same instant.</summary>
internal sealed record RuleGroup(string Name, IReadOnlyList<Rule> Rules);

internal abstract record Rule(string Expression, IReadOnlyList<Pair> Labels);

/// <summary>A rule that stores the value of its expression as a series.</summary>
internal sealed record RecordingRule(string Name, string Expression, IReadOnlyList<Pair> Labels) : Rule(Expression, Labels);

/// <summary>A rule that alerts on every series of its expression.</summary>
internal sealed record AlertRule(
    string Name,
    string Expression,
    string For,
    string KeepFiringFor,
    IReadOnlyList<Pair> Labels,
    IReadOnlyList<Pair> Annotations) : Rule(Expression, Labels);

/// <summary>A label or an annotation.</summary>
internal sealed record Pair(string Key, string Value);
