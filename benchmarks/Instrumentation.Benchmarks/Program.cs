using BenchmarkDotNet.Running;
using Instrumentation.Benchmarks;

// dotnet run -c Release --project benchmarks/Instrumentation.Benchmarks -- --filter '*Counting*'
BenchmarkSwitcher.FromAssembly(typeof(ShortConfig).Assembly).Run(args, new ShortConfig());
