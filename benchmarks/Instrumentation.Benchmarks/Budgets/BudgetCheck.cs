using Instrumentation.Benchmarks.Measuring;

namespace Instrumentation.Benchmarks.Budgets;

/// <summary>Compares rows with budgets.</summary>
internal static class BudgetCheck
{
    /// <summary>One budget and what was measured; <see langword="null"/> where the row was not measured.</summary>
    internal readonly record struct Result(Budget Budget, double? Figure)
    {
        public bool IsKept => Figure <= Budget.AtMost;
    }

    /// <summary>Compares them. A row that was measured more than once counts with its best figure.</summary>
    public static IReadOnlyList<Result> Compare(IReadOnlyList<Budget> budgets, IReadOnlyList<Row> rows)
    {
        var byId = rows.ToLookup(static row => row.Id);
        return [.. budgets.Select(budget => new Result(budget, byId[budget.Row].Select(row => (double?)Math.Round(Figures.Of(row, budget), 3)).Min()))];
    }
}
