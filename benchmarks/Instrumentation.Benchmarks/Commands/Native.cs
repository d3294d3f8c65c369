using Instrumentation.Benchmarks.Budgets;
using Instrumentation.Benchmarks.Measuring;
using Instrumentation.Benchmarks.NativePrograms;
using Instrumentation.Benchmarks.Reports;

namespace Instrumentation.Benchmarks.Commands;

/// <summary>What telemetry adds to the size and the start-up of a program that is compiled to machine code.</summary>
internal static class Native
{
    private const int FewClasses = 1;
    private const int ManyClasses = 50;
    private const int Rounds = 100;

    /// <summary>Measures all, and writes the report.</summary>
    public static int Report(string folder)
    {
        int[] sizes = [FewClasses, ManyClasses];
        List<Row> rows = [.. sizes.Select(static classes => NativeRows.Measure(classes, NativeRows.AllWays, Rounds))];
        Directory.CreateDirectory(folder);
        var file = Path.Combine(folder, $"{NativeRows.Group}-{ReportFiles.Today}.md");
        File.WriteAllText(file, NativeText.Write(ReportFiles.Today, Machine.Describe(), rows));
        Console.WriteLine(file);
        return 0;
    }

    /// <summary>Measures what there are budgets for: the large program, with and without.</summary>
    public static int Check(string budgetFile)
    {
        var budgets = BudgetFile.Read(budgetFile, NativeRows.Group);
        string[] ways = [.. budgets.SelectMany(static budget => (string[])[budget.To, budget.Of]).Distinct()];
        return Commands.Check.Tell(BudgetCheck.Compare(budgets, [NativeRows.Measure(ManyClasses, ways, Rounds)]));
    }
}
