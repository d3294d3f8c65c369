using Instrumentation.Benchmarks.Measuring;
using Perfolizer.Mathematics.SignificanceTesting.Base;
using Perfolizer.Mathematics.SignificanceTesting.MannWhitney;
using Perfolizer.Metrology;
using Pragmastat;

namespace Instrumentation.Benchmarks.Reports;

/// <summary>What has changed since another report.</summary>
internal static class Comparison
{
    /// <summary>How likely a difference may be by chance.</summary>
    public const double Significance = 0.001;

    /// <summary>How large a difference must be to be worth a line.</summary>
    public const double Relevance = 0.05;

    /// <summary>A way whose ratio to the first way of its row is another one.</summary>
    internal readonly record struct Change(string Row, string Way, double Before, double Now, double P);

    /// <summary>Compares all that both have.</summary>
    public static IReadOnlyList<Change> Of(Report now, Report before)
    {
        var old = before.Rows.ToDictionary(static row => row.Id);
        return
        [
            .. from row in now.Rows
               where old.ContainsKey(row.Id)
               from series in row.Ways.Skip(1)
               let other = old[row.Id].Of(series.Way)
               where other is not null
               let change = Compare(row, series, old[row.Id], other)
               where change.P < Significance && Math.Abs((change.Now / change.Before) - 1) >= Relevance
               select change,
        ];
    }

    private static Change Compare(Row row, Series now, Row oldRow, Series before) =>
        new(row.Id, now.Way, before.RatioTo(oldRow.Ways[0]), now.RatioTo(row.Ways[0]), Test(now.RatiosTo(row.Ways[0]), before.RatiosTo(oldRow.Ways[0])));

    private static double Test(double[] now, double[] before) =>
        MannWhitneyTest.Instance.GetPValue(new Sample(now), new Sample(before), AlternativeHypothesis.TwoSides, Threshold.Zero);
}
