namespace Instrumentation.Allocation.Tests;

/// <summary>A method of each shape, annotated. <see cref="Plain"/> has the same ones without.</summary>
internal sealed class Annotated
{
    public static readonly Task<int> Done = Task.FromResult(1_000_000);

    private int _calls;

    [Traced, Measured, BusinessMetric("shape.calls")]
    public void Void([Tag] int number) => _calls += number;

    [Traced, Measured, BusinessMetric("shape.calls")]
    public int Value([Tag] int number) => _calls += number;

    [Traced, Measured, BusinessMetric("shape.calls")]
    public static Task ReturnsTask([Tag] int number) => Task.CompletedTask;

    [Traced, Measured, BusinessMetric("shape.calls")]
    public static Task<int> ReturnsTaskOf([Tag] int number) => Done;

    [Traced, Measured, BusinessMetric("shape.calls")]
    public static ValueTask ReturnsValueTask([Tag] int number) => default;

    [Traced, Measured, BusinessMetric("shape.calls")]
    public static ValueTask<int> ReturnsValueTaskOf([Tag] int number) => new(number);

    [Traced, Measured, BusinessMetric("shape.calls")]
    public static T Generic<T>(T value, [Tag] int number) => value;

    [Traced, Measured, BusinessMetric("shape.calls")]
    public static async Task Pending(Task gate) => await gate.ConfigureAwait(false);

    [Traced, Measured, BusinessMetric("shape.calls")]
    public static async Task<int> PendingOf(Task gate, [Tag] int number)
    {
        await gate.ConfigureAwait(false);
        return number;
    }

    [Traced, Measured, BusinessMetric("shape.calls")]
    public static async ValueTask<int> PendingValueTaskOf(Task gate, [Tag] int number)
    {
        await gate.ConfigureAwait(false);
        return number;
    }

    [Traced, Measured, BusinessMetric("shape.calls")]
    private int Private([Tag] int number) => _calls += number;

    public int CallPrivate(int number) => Private(number);

    public struct Point
    {
        private int _x;

        [Traced, Measured, BusinessMetric("shape.calls")]
        public int Move([Tag] int by) => _x += by;
    }

    public sealed class Box<T>(T value)
    {
        [Traced, Measured, BusinessMetric("shape.calls")]
        public T Open([Tag] int number) => value;
    }
}

/// <summary>The asynchronous methods of <see cref="Annotated"/>, as they are without annotations.</summary>
internal static class Plain
{
    public static async Task Pending(Task gate) => await gate.ConfigureAwait(false);

    public static async Task<int> PendingOf(Task gate, int number)
    {
        await gate.ConfigureAwait(false);
        return number;
    }

    public static async ValueTask<int> PendingValueTaskOf(Task gate, int number)
    {
        await gate.ConfigureAwait(false);
        return number;
    }
}
