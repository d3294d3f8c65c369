namespace Instrumentation;

/// <summary>How much detail a span is. Spans below the level that is configured are not created.</summary>
public enum SpanLevel
{
    /// <summary>The finest steps, wanted while one hunts a fault.</summary>
    Trace = 0,

    /// <summary>Steps that explain how an operation spends its time.</summary>
    Debug = 1,

    /// <summary>The operations that people on call think in.</summary>
    Information = 2,

    /// <summary>Operations that must never be left out.</summary>
    Critical = 3,
}
