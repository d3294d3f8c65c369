using BenchmarkDotNet.Attributes;

namespace Instrumentation.Benchmarks.Tracing;

/// <summary>The rows of tracing for BenchmarkDotNet, to look at one closely: <c>--filter '*Calls*' --disasm</c>.</summary>
public class Calls
{
    private const int PerInvoke = 1_000;

    private Action<int> _run = static _ => { };
    private State? _state;

    /// <summary>Who listens.</summary>
    public static IEnumerable<string> States => State.All;

    /// <summary>The shapes of methods.</summary>
    public static IEnumerable<string> Shapes => Enum.GetNames<Shape>();

    /// <summary>The ways of tracing.</summary>
    public static IEnumerable<string> Names => Ways.Of(Tracing.Shape.Sync).Select(static way => way.Name);

    [ParamsSource(nameof(States))]
    public string Listening { get; set; } = "";

    [ParamsSource(nameof(Shapes))]
    public string Method { get; set; } = "";

    [ParamsSource(nameof(Names))]
    public string Way { get; set; } = "";

    [GlobalSetup]
    public void Begin()
    {
        _state = State.Begin(Listening);
        _run = Ways.Of(Enum.Parse<Shape>(Method)).Single(way => way.Name == Way).Run;
    }

    [GlobalCleanup]
    public void End() => _state!.Dispose();

    [Benchmark(OperationsPerInvoke = PerInvoke)]
    public void Call() => _run(PerInvoke);
}
