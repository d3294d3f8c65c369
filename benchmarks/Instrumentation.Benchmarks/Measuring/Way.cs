namespace Instrumentation.Benchmarks.Measuring;

/// <summary>A way to do something.</summary>
/// <param name="Name">What it is called in the tables.</param>
/// <param name="Run">Does it as often as it is told.</param>
internal readonly record struct Way(string Name, Action<int> Run)
{
    public static implicit operator Way((string Name, Action<int> Run) way) => new(way.Name, way.Run);
}
