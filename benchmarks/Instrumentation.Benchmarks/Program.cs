using System.CommandLine;
using BenchmarkDotNet.Running;
using Instrumentation.Benchmarks;
using Instrumentation.Benchmarks.Commands;

var benchmarks = Path.Combine(Repository.Root, "benchmarks");
var budgets = new Option<string>("--budgets") { Description = "The file with the budgets.", DefaultValueFactory = _ => Path.Combine(benchmarks, "budgets.json") };
var output = new Option<string>("--output") { Description = "The folder of the report.", DefaultValueFactory = _ => Path.Combine(benchmarks, "reports") };
var isShort = new Option<bool>("--short") { Description = "Fewer rounds: a few minutes become one." };
var part = new Argument<string>("part");
var rounds = new Argument<int>("rounds");

var report = new Command("report", "Measures everything and writes tables, plots and every round.") { output, isShort };
report.SetAction(parsed => ReportCommand.Run(parsed.GetValue(output)!, parsed.GetValue(isShort)));
var check = new Command("check", "Measures what there are budgets for, and fails where one is exceeded.") { budgets };
check.SetAction(parsed => Check.Run(parsed.GetValue(budgets)!));
var isChecked = new Option<bool>("--check") { Description = "Writes no report, and fails where a budget is exceeded." };
var native = new Command("native", "Compiles programs to machine code, and measures their size and start-up.") { output, budgets, isChecked };
native.SetAction(parsed => parsed.GetValue(isChecked) ? Native.Check(parsed.GetValue(budgets)!) : Native.Report(parsed.GetValue(output)!));
var measure = new Command(Processes.Command, "Measures one part in this process.") { part, rounds };
measure.Hidden = true;
measure.SetAction(parsed => Processes.MeasureHere(parsed.GetValue(part)!, parsed.GetValue(rounds)));

// Anything else is for BenchmarkDotNet: --filter '*Counting*', --disasm and so on.
if (args is [] or ["report" or "check" or "native" or Processes.Command or "--help" or "-h", ..])
    return new RootCommand("What instrumented calls cost, compared with the plain call and with other ways.") { report, check, native, measure }.Parse(args).Invoke();
BenchmarkSwitcher.FromAssembly(typeof(ShortConfig).Assembly).Run(args, new ShortConfig());
return 0;
