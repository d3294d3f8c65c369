namespace Instrumentation;

/// <summary>How a marked value is made harmless before it is recorded.</summary>
public enum Redaction
{
    /// <summary>It is not recorded at all.</summary>
    None = 0,

    /// <summary>An empty text takes its place.</summary>
    Erase = 1,

    /// <summary>A keyed hash takes its place, so that equal values stay equal.</summary>
    Hash = 2,
}
