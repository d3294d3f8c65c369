namespace Instrumentation;

/// <summary>The kinds of instrument, as OpenTelemetry names them.</summary>
public enum MetricKind
{
    /// <summary>A sum that only grows.</summary>
    Counter = 0,

    /// <summary>A sum that grows and shrinks.</summary>
    UpDownCounter = 1,

    /// <summary>The distribution of values.</summary>
    Histogram = 2,

    /// <summary>The last value.</summary>
    Gauge = 3,
}
