using Instrumentation.Benchmarks.Measuring;
using OxyPlot;
using OxyPlot.Axes;
using OxyPlot.Legends;
using OxyPlot.Series;

namespace Instrumentation.Benchmarks.Reports;

/// <summary>Draws a group: a bar for each way of each row.</summary>
internal static class Plots
{
    private const int Width = 900;
    private const int HeightOfARow = 22;

    // Our own stands out; the others go from grey to what is furthest away.
    private static readonly OxyColor[] s_colors =
    [
        OxyColor.FromRgb(0xBD, 0xBD, 0xBD), OxyColor.FromRgb(0x80, 0xB1, 0xD3), OxyColor.FromRgb(0x3B, 0x75, 0xAF),
        OxyColor.FromRgb(0x2C, 0xA0, 0x5A), OxyColor.FromRgb(0xF2, 0xC1, 0x4E), OxyColor.FromRgb(0xE0, 0x7B, 0x39), OxyColor.FromRgb(0xB2, 0x3A, 0x48),
    ];

    /// <summary>Draws it as SVG.</summary>
    public static string Draw(string title, IReadOnlyList<Row> rows)
    {
        var ways = rows.SelectMany(static row => row.Ways).Select(static series => series.Way).Distinct().ToList();
        var model = new PlotModel { Title = $"{title}: nanoseconds a call", TitleFontSize = 14, DefaultFont = "sans-serif", Background = OxyColors.White, PlotAreaBorderColor = OxyColors.LightGray };
        model.Legends.Add(new Legend { LegendPlacement = LegendPlacement.Outside, LegendPosition = LegendPosition.RightTop, LegendFontSize = 11 });
        model.Axes.Add(new LogarithmicAxis { Position = AxisPosition.Bottom, Minimum = 1, MajorGridlineStyle = LineStyle.Solid, MajorGridlineColor = OxyColors.LightGray, Title = "ns, logarithmic" });

        // The axis grows upwards, tables grow downwards.
        var names = new CategoryAxis { Position = AxisPosition.Left, GapWidth = 0.4 };
        names.Labels.AddRange(rows.Reverse().Select(static row => row.Name));
        model.Axes.Add(names);
        for (var i = ways.Count - 1; i >= 0; i--)
        {
            var bars = new BarSeries { Title = ways[i], FillColor = s_colors[i % s_colors.Length], BaseValue = 1 };
            foreach (var row in rows.Reverse()) bars.Items.Add(new BarItem(row.Of(ways[i])?.Least ?? double.NaN));
            model.Series.Add(bars);
        }

        var height = 90 + (rows.Count * ways.Count * HeightOfARow / 2);
        return new SvgExporter { Width = Width, Height = height, UseVerticalTextAlignmentWorkaround = true }.ExportToString(model);
    }
}
