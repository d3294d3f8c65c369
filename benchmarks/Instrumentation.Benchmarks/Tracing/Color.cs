namespace Instrumentation.Benchmarks.Tracing;

/// <summary>A tag of a few values.</summary>
public enum Color
{
    Red,
    Green,
    Blue,
}
