using Instrumentation.Benchmarks.Measuring;
using Instrumentation.Benchmarks.Tracing;

namespace Instrumentation.Benchmarks.NativePrograms;

/// <summary>
/// Measures programs from start to end while nobody listens. In their rows a "call" is a run of the program, and its bytes are those of the
/// file.
/// </summary>
internal static class NativeRows
{
    /// <summary>What the rows have in common.</summary>
    public const string Group = "native";

    /// <summary>How many methods a class has.</summary>
    public const int MethodsOfAClass = 4;

    private const int RunsToWarm = 5;

    /// <summary>The ways, the plain one first.</summary>
    public static IReadOnlyList<string> AllWays { get; } = [Ways.None, Ways.ByHand, Ways.Ours];

    /// <summary>How a row is called.</summary>
    public static string NameOf(int classes) => $"{classes * MethodsOfAClass} methods";

    /// <summary>Publishes a program in each of the ways, and runs them in turns.</summary>
    public static Row Measure(int classes, IReadOnlyList<string> ways, int rounds)
    {
        var folder = Path.Combine(Repository.Root, "artifacts", "native", Guid.NewGuid().ToString("N"));
        try
        {
            var programs = ways.Select((way, i) =>
            {
                Console.Error.WriteLine($"{NameOf(classes)}, {way}: is being compiled");
                return NativeProgram.Publish(Path.Combine(folder, $"way{i}"), way, classes);
            }).ToList();
            foreach (var program in programs) Repeat(RunsToWarm, () => program.RunOnce());

            var times = programs.Select(_ => new double[rounds]).ToArray();
            for (var round = 0; round < rounds; round++)
            {
                for (var turn = 0; turn < programs.Count; turn++)
                {
                    var way = (turn + round) % programs.Count;
                    times[way][round] = programs[way].RunOnce();
                }
            }

            return new Row(Group, NameOf(classes), [.. programs.Select((program, i) => new Series(program.Way, times[i], program.Bytes))]);
        }
        finally
        {
            if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
        }
    }

    private static void Repeat(int times, Action action)
    {
        for (var i = 0; i < times; i++) action();
    }
}
