using Instrumentation.Benchmarks.Measuring;
using Instrumentation.Benchmarks.Tracing;

namespace Instrumentation.Benchmarks.Budgets;

/// <summary>The figures that budgets are about.</summary>
internal static class Figures
{
    /// <summary>How many nanoseconds a call takes more than the other way's: the difference of the least times of all rounds.</summary>
    public const string ExtraNanoseconds = "extra nanoseconds";

    /// <summary>How many bytes a call allocates more. Exact.</summary>
    public const string ExtraBytes = "extra bytes";

    /// <summary>The time of a call as a part of the other way's: the lesser of the ratio of the least times and the median of the rounds' ratios.</summary>
    public const string Time = "time";

    /// <summary>The bytes of a call as a part of the other way's.</summary>
    public const string Bytes = "bytes";

    /// <summary>What a call costs beyond the plain one, as a part of what the other way costs beyond it.</summary>
    public const string ShareOfCost = "share of cost";

    /// <summary>Computes a figure.</summary>
    /// <exception cref="ArgumentException">There is no such figure or no such way.</exception>
    public static double Of(Row row, Budget budget)
    {
        var of = Way(row, budget.Of);
        var to = Way(row, budget.To);
        return budget.Figure switch
        {
            ExtraNanoseconds => of.Least - to.Least,
            ExtraBytes => of.Bytes - to.Bytes,
            Time => Math.Min(of.Least / to.Least, of.RatioTo(to)),
            Bytes => to.Bytes == 0 ? of.Bytes == 0 ? 0 : double.PositiveInfinity : of.Bytes / to.Bytes,
            ShareOfCost => Math.Max(0, of.Least - Way(row, Ways.None).Least) / (to.Least - Way(row, Ways.None).Least),
            _ => throw new ArgumentException($"'{budget.Figure}' is no figure; there are: {ExtraNanoseconds}, {ExtraBytes}, {Time}, {Bytes}, {ShareOfCost}."),
        };
    }

    private static Series Way(Row row, string way) =>
        row.Of(way) ?? throw new ArgumentException($"'{row.Id}' has no way '{way}'; it has: {string.Join(", ", row.Ways.Select(static series => series.Way))}.");
}
