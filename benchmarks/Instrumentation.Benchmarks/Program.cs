using BenchmarkDotNet.Running;
using Instrumentation.Benchmarks;
using Instrumentation.Benchmarks.Metrics;

// dotnet run -c Release --project benchmarks/Instrumentation.Benchmarks -- --filter '*Counting*'
// dotnet run -c Release --project benchmarks/Instrumentation.Benchmarks -- ratios
if (args is ["ratios"]) CountingRatios.Print();
else BenchmarkSwitcher.FromAssembly(typeof(ShortConfig).Assembly).Run(args, new ShortConfig());
