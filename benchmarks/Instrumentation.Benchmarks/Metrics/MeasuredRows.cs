using Instrumentation.Benchmarks.Measuring;
using Instrumentation.Benchmarks.Tracing;

namespace Instrumentation.Benchmarks.Metrics;

/// <summary>The rows of <c>[Measured]</c>.</summary>
internal static class MeasuredRows
{
    public const string Off = "measured off";
    public const string On = "measured";

    /// <summary>How many rows each of the two parts has.</summary>
    public static int Count => 2;

    /// <summary>Measures a part.</summary>
    public static IEnumerable<Row> Measure(Turns turns, string part)
    {
        using var sdk = part == On ? Sdk.Listen() : null;
        yield return turns.Measure(
            part,
            nameof(Shape.Sync),
            ("plain", static calls => { for (var i = 0; i < calls; i++) Measured.Plain(i); }),
            ("by hand", static calls => { for (var i = 0; i < calls; i++) MeasuredByHand.Sync(i); }),
            ("ours", static calls => { for (var i = 0; i < calls; i++) Measured.Sync(i); }));
        yield return turns.Measure(
            part,
            nameof(Shape.DoneWith),
            ("plain", static calls => { for (var i = 0; i < calls; i++) Await.Now(Measured.PlainTask(i)); }),
            ("by hand", static calls => { for (var i = 0; i < calls; i++) Await.Now(MeasuredByHand.DoneWith(i)); }),
            ("ours", static calls => { for (var i = 0; i < calls; i++) Await.Now(Measured.DoneWith(i)); }));
    }
}
