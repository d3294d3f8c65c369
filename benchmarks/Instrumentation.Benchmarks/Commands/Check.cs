using Instrumentation.Benchmarks.Budgets;
using Instrumentation.Benchmarks.Measuring;

namespace Instrumentation.Benchmarks.Commands;

/// <summary>
/// Measures what there are budgets for, and fails where one is exceeded. Noise makes calls slower and never faster, so a part with a breach is
/// measured again, up to <see cref="Tries"/> times, and the best figure counts; a real regression is one each time. Bytes are exact.
/// </summary>
internal static class Check
{
    private const int Tries = 4;
    private const int Rounds = 60;

    /// <summary>Runs it.</summary>
    /// <returns>The exit code.</returns>
    public static int Run(string budgetFile)
    {
        var budgets = BudgetFile.Read(budgetFile);
        var rows = new List<Row>();
        var parts = budgets.Select(static budget => PartOf(budget)).Distinct().ToList();
        IReadOnlyList<BudgetCheck.Result> results = [];
        for (var attempt = 0; attempt < Tries && parts.Count > 0; attempt++)
        {
            if (attempt > 0) Console.Error.WriteLine($"Exceeded so far; measured again: {string.Join(", ", parts)}.");
            rows.AddRange(Processes.Measure(parts, Rounds));
            results = BudgetCheck.Compare(budgets, rows);
            parts = [.. results.Where(static result => !result.IsKept).Select(static result => PartOf(result.Budget)).Distinct()];
        }

        return Tell(results);
    }

    /// <summary>Says which budgets are exceeded.</summary>
    /// <returns>The exit code.</returns>
    public static int Tell(IReadOnlyList<BudgetCheck.Result> results)
    {
        foreach (var (budget, figure) in results.Where(static result => !result.IsKept))
            Console.WriteLine($"exceeded: {budget.Row}: {budget.Figure} of {budget.Of} to {budget.To} is {figure?.ToString("0.###", null) ?? "not measured"}, at most {budget.AtMost}");
        Console.WriteLine($"{results.Count(static result => result.IsKept)} budgets kept, {results.Count(static result => !result.IsKept)} exceeded");
        return results.All(static result => result.IsKept) ? 0 : 1;
    }

    private static string PartOf(Budget budget) => budget.Row.Split('/')[0];
}
