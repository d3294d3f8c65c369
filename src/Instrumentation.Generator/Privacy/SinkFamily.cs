using Instrumentation.Generator.Diagnostics;
using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Privacy;

/// <summary>Kinds of places that personal data must not reach. Each is a rule of its own, so that each can be tuned.</summary>
internal enum SinkFamily
{
    Log,
    Span,
    Metric,
    Exception,
    Console,
    Scope,
    Exposure,
}

/// <summary>The rule of each family.</summary>
internal static class SinkFamilies
{
    /// <summary>The rule that a leak breaks.</summary>
    public static DiagnosticDescriptor Rule(SinkFamily family, bool isSerialized) => family switch
    {
        SinkFamily.Log => isSerialized ? Descriptors.PiiInSerializedLog : Descriptors.PiiInLog,
        SinkFamily.Span => Descriptors.PiiInSpan,
        SinkFamily.Metric => Descriptors.PiiInMetric,
        SinkFamily.Exception => Descriptors.PiiInException,
        SinkFamily.Console => Descriptors.PiiInConsole,
        SinkFamily.Scope => Descriptors.PiiInScope,
        _ => Descriptors.PiiExposed,
    };

    /// <summary>What users call a family where they name sinks of their own.</summary>
    public static SinkFamily? Parse(string name) => name switch
    {
        "log" => SinkFamily.Log,
        "span" => SinkFamily.Span,
        "metric" => SinkFamily.Metric,
        "exception" => SinkFamily.Exception,
        "console" => SinkFamily.Console,
        "scope" => SinkFamily.Scope,
        "exposure" => SinkFamily.Exposure,
        _ => null,
    };
}
