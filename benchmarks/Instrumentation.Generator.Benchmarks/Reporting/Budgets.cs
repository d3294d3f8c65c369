using System.Globalization;
using System.Text.Json;

namespace Instrumentation.Generator.Benchmarks.Reporting;

/// <summary>What figures may be at most: the part <c>generator</c> of <c>benchmarks/budgets.json</c>.</summary>
internal static class Budgets
{
    /// <summary>Prints each breach; whether there is none. A budget of a row that was not measured is not met.</summary>
    public static bool AreKept(string file, IReadOnlyCollection<Measured> figures, bool isShort)
    {
        using var budgets = JsonDocument.Parse(File.ReadAllText(file));
        var areKept = true;
        foreach (var budget in budgets.RootElement.GetProperty("generator").EnumerateArray())
        {
            // The largest sizes take long; a short run leaves them out.
            if (isShort && budget.TryGetProperty("long", out var isLong) && isLong.GetBoolean()) continue;
            var (row, figure, most) = (budget.GetProperty("row").GetString(), budget.GetProperty("figure").GetString(), budget.GetProperty("at most").GetDouble());
            var measured = figures.FirstOrDefault(candidate => candidate.Row == row && candidate.Figure == figure);
            if (measured is not null && measured.Value <= most) continue;
            areKept = false;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"breach: {row}, {figure}: at most {most}, {(measured is null ? "not measured" : $"measured {measured.Value:0.###}")}"));
        }

        return areKept;
    }
}
