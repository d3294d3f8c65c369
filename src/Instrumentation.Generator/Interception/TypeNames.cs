namespace Instrumentation.Generator.Interception;

/// <summary>The runtime types that generated code names.</summary>
internal static class TypeNames
{
    public const string Operation = "global::Instrumentation.Runtime.Operation";
    public const string OperationScope = "global::Instrumentation.Runtime.OperationScope";
    public const string InstrumentationScope = "global::Instrumentation.Runtime.InstrumentationScope";
    public const string Completion = "global::Instrumentation.Runtime.Completion";
    public const string Outcome = "global::Instrumentation.Runtime.IOutcome";
    public const string Sequences = "global::Instrumentation.Runtime.Sequences";
    public const string SequenceCall = "global::Instrumentation.Runtime.ISequenceCall";
    public const string NoSequenceCall = "global::Instrumentation.Runtime.NoSequenceCall";
    public const string NoOutcome = "global::Instrumentation.Runtime.NoOutcome";
    public const string Nothing = "global::Instrumentation.Runtime.Nothing";
    public const string Label = "global::Instrumentation.Runtime.Label";
    public const string Redacted = "global::Instrumentation.Runtime.Redacted";
    public const string SelfMetrics = "global::Instrumentation.Runtime.SelfMetrics";
    public const string BoundSum = "global::Instrumentation.Runtime.BoundSum";
    public const string BoundSeries = "global::Instrumentation.Runtime.BoundSeries";
    public const string SeriesTag = "global::Instrumentation.Runtime.SeriesTag";
    public const string SeriesTable = "global::Instrumentation.Runtime.SeriesTable";
    public const string SeriesGuard = "global::Instrumentation.Runtime.SeriesGuard";
    public const string SeriesValue = "global::Instrumentation.Runtime.SeriesValue";
    public const string HealthChecks = "global::Instrumentation.Runtime.HealthChecks";
    public const string HealthOutcome = "global::Instrumentation.Runtime.HealthOutcome";
    public const string Instrumented = "global::Instrumentation.Runtime.InstrumentedAttribute";
    public const string SpanOrigin = "global::Instrumentation.Runtime.SpanOrigin";
    public const string Decorator = "global::Instrumentation.Runtime.IDecorator";
    public const string Decorators = "global::Instrumentation.Runtime.Decorators";
    public const string Attribute = "global::System.Collections.Generic.KeyValuePair<string, object?>";
}
