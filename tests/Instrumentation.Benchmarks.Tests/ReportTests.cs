using Instrumentation.Benchmarks.Measuring;
using Instrumentation.Benchmarks.NativePrograms;
using Instrumentation.Benchmarks.Reports;

namespace Instrumentation.Benchmarks.Tests;

public sealed class ReportTests
{
    [Fact]
    public void AWayThatHasBecomeSlowerIsAChange()
    {
        var change = Assert.Single(Comparison.Of(ReportOf("2026-02-01", slower: 1.2), ReportOf("2026-01-01", slower: 1)));

        Assert.Equal(("off/Sync", "ours"), (change.Row, change.Way));
        Assert.Equal(1.2, change.Now / change.Before, 1);
        Assert.True(change.P < Comparison.Significance);
    }

    [Fact]
    public void NoiseIsNoChange() => Assert.Empty(Comparison.Of(ReportOf("2026-02-01", slower: 1.01), ReportOf("2026-01-01", slower: 1)));

    [Fact]
    public void ATableHasTheRatioFirstAndTheRestInBrackets()
    {
        var report = ReportOf("2026-02-01", slower: 1);

        var text = ReportText.Write(report, previous: null, [("off", "2026-02-01-off.svg")]);

        Assert.Contains("| | plain | ours |", text, StringComparison.Ordinal);
        Assert.Contains("| Sync | 1.00 (10.0 ns, 0 B) | 2.00 (20.0 ns, 8 B) |", text, StringComparison.Ordinal);
        Assert.Contains("![off](2026-02-01-off.svg)", text, StringComparison.Ordinal);
        Assert.Contains("There is none.", text, StringComparison.Ordinal);
    }

    [Fact]
    public void APlotNamesItsRowsAndWays()
    {
        var svg = Plots.Draw("off", ReportOf("2026-02-01", slower: 1).Rows);

        Assert.All(["Sync", "plain", "ours", "nanoseconds a call"], word => Assert.Contains(word, svg, StringComparison.Ordinal));
    }

    [Fact]
    public void ANativeProgramsSizeIsPartedIntoWhatComesOnceAndWhatEachMethodAdds()
    {
        Row OfMethods(int methods, double plain, double ours) => new("native", $"{methods} methods", [new("plain", [2e6, 2e6, 4e6], plain), new("ours", [3e6, 3e6, 5e6], ours)]);

        var text = NativeText.Write("2026-02-01", ["a machine"], [OfMethods(4, 1_000_000, 1_500_000), OfMethods(104, 1_200_000, 1_800_000)]);

        Assert.Contains("| 104 methods | 1.00 (1,200,000 B) | 1.50 (1,800,000 B) |", text, StringComparison.Ordinal);
        Assert.Contains("| 4 methods | 500,000 B |", text, StringComparison.Ordinal);
        Assert.Contains("| each further method | 1,000 B |", text, StringComparison.Ordinal);
        Assert.Contains("| 4 methods | 1.00 (2.00 ms, least 2.00 ms) | 1.50 (3.00 ms, least 3.00 ms) |", text, StringComparison.Ordinal);
    }

    private static Report ReportOf(string date, double slower)
    {
        // A little different each round, as measured times are.
        double[] Times(double least) => [.. Enumerable.Range(0, 40).Select(round => least * (1 + (round % 7 * 0.01)))];
        return new Report(date, ["a machine"], "report", [new Row("off", "Sync", [new("plain", Times(10), 0), new("ours", Times(20 * slower), 8)])]);
    }
}
