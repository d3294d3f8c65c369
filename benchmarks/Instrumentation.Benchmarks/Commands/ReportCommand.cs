using Instrumentation.Benchmarks.Reports;

namespace Instrumentation.Benchmarks.Commands;

/// <summary>Measures everything and writes the report.</summary>
internal static class ReportCommand
{
    private const int Rounds = 200;
    private const int RoundsInShort = 40;

    /// <summary>Runs it.</summary>
    public static int Run(string folder, bool isShort)
    {
        var files = new ReportFiles(folder);
        var rows = Processes.Measure(Parts.All, isShort ? RoundsInShort : Rounds);
        var command = $"dotnet run -c Release --project benchmarks/Instrumentation.Benchmarks -- report{(isShort ? " --short" : "")}";
        var report = new Report(ReportFiles.Today, Machine.Describe(), command, rows);
        Console.WriteLine(files.Write(report, files.Before(report.Date)));
        return 0;
    }
}
