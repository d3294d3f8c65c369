using Instrumentation.Benchmarks.Measuring;

namespace Instrumentation.Benchmarks.Reports;

/// <summary>What was measured in one go, as it is kept beside the text.</summary>
/// <param name="Date">The day, as in the file's name.</param>
/// <param name="Environment">The machine and what ran on it.</param>
/// <param name="Command">What was called.</param>
/// <param name="Rows">What was measured.</param>
internal sealed record Report(string Date, IReadOnlyList<string> Environment, string Command, IReadOnlyList<Row> Rows);
