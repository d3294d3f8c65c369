namespace Instrumentation.Benchmarks.Tracing;

/// <summary>The shapes of methods that are measured.</summary>
internal enum Shape
{
    Sync,
    Tagged,
    Texts,
    Fails,
    Done,
    DoneWith,
    Later,
    ValueDone,
    ValueLater,
    Sequence,
}
