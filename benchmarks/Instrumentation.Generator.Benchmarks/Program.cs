using System.Globalization;
using System.Runtime.InteropServices;
using Instrumentation.Generator.Benchmarks.Compiler;
using Instrumentation.Generator.Benchmarks.Measuring;
using Instrumentation.Generator.Benchmarks.Reporting;

// dotnet run -c Release --project benchmarks/Instrumentation.Generator.Benchmarks -- report [--short] [--sizes 1000,10000] [--pairs 3] [--parts-only] [--builds-only] [--real ARGUMENTS.rsp]
// dotnet run -c Release --project benchmarks/Instrumentation.Generator.Benchmarks -- check  [the same]
if (args is not [("report" or "check") and var command, ..])
{
    Console.Error.WriteLine("report or check, and then --short, --sizes 1000,10000, --pairs 3, --parts-only, --builds-only, --real ARGUMENTS.rsp");
    return 2;
}

var isShort = args.Contains("--short");
var sizes = (Option("--sizes") ?? (isShort ? "1000,4000" : "1000,10000,100000")).Split(',').Select(static size => int.Parse(size, CultureInfo.InvariantCulture)).ToList();
var given = Option("--pairs") is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : 0;
var report = new Report();
report.Line($"# What the build costs\n\n{DateTime.UtcNow:yyyy-MM-dd}, {RuntimeInformation.OSDescription}, {Environment.ProcessorCount} processors, .NET SDK {Toolchain.SdkVersion}, {RuntimeInformation.FrameworkDescription}. A tenth of the methods is annotated, and there are as many calls of annotated methods as methods. Ways take turns in one run; each figure is the least of several pairs.");
var isBuildsOnly = args.Contains("--builds-only");
if (!isBuildsOnly)
{
    Edits.Measure(report, sizes);
    Parts.Measure(report, sizes, PairsFor);
}

if (!args.Contains("--parts-only")) ColdBuilds.Measure(report, sizes, PairsFor);
if (Option("--real") is { } response) RealProject.Measure(report, response, Math.Max(3, given));

var benchmarks = Folder();
if (command == "check") return Budgets.AreKept(Path.Combine(benchmarks, "budgets.json"), report.Figures, isShort) ? 0 : 1;
Directory.CreateDirectory(Path.Combine(benchmarks, "reports"));
var file = Path.Combine(benchmarks, "reports", $"{(isBuildsOnly ? "builds" : "generator")}-{DateTime.UtcNow:yyyy-MM-dd}.md");
File.WriteAllText(file, report.ToString());
Console.WriteLine($"\nwritten to {file}");
return 0;

// A large program tells more in one run than a small one in five.
int PairsFor(int size) => given > 0 ? given : size >= 50_000 ? 2 : isShort ? 3 : 4;

string? Option(string name) => Array.IndexOf(args, name) is var index and >= 0 && index + 1 < args.Length ? args[index + 1] : null;

static string Folder()
{
    for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
    {
        if (File.Exists(Path.Combine(folder.FullName, "Instrumentation.sln"))) return Path.Combine(folder.FullName, "benchmarks");
    }

    throw new InvalidOperationException("This is run from within the repository.");
}
