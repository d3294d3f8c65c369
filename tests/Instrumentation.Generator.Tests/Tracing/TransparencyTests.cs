using System.Diagnostics;
using Instrumentation.Testing;

namespace Instrumentation.Generator.Tests.Tracing;

/// <summary>What a program could notice besides results and exceptions: task identity, ambient state, order, depth.</summary>
public sealed class TransparencyTests
{
    [Fact]
    public void OffTheTaskIsTheVeryObjectThatTheMethodReturned()
    {
        using var program = Generation.Of("""
            public static class Program
            {
                public static readonly TaskCompletionSource<int> Pending = new();
                public static Task Run() => M();
                [Traced, Measured] public static Task<int> M() => Pending.Task;
            }
            """).Load();
        var pending = ((TaskCompletionSource<int>)program.Assembly.GetType("Program")!.GetField("Pending")!.GetValue(null)!).Task;

        Assert.Same(pending, program.Call("Run"));
    }

    [Fact]
    public void ACompletedTaskIsTheVeryObjectAlsoWhenOn()
    {
        using var program = Generation.Of("""
            public static class Program
            {
                public static readonly Task<int> Done = Task.FromResult(1234567);
                public static Task Run() => M();
                [Traced, Measured] public static Task<int> M() => Done;
            }
            """).Load();
        using var recorder = new TelemetryRecorder(program.Name);

        Assert.Same(program.Assembly.GetType("Program")!.GetField("Done")!.GetValue(null), program.Call("Run"));
        Assert.Single(recorder.Spans);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void AnAsyncLocalThatTheMethodSetsReachesTheCaller(bool on)
    {
        using var program = Generation.Of("""
            public static class Program
            {
                private static readonly AsyncLocal<int> s_local = new();
                public static int Run() { s_local.Value = 1; M(); N().Wait(); return s_local.Value; }
                [Traced] public static void M() => s_local.Value += 10;
                [Traced] public static Task N() { s_local.Value += 100; return Task.Delay(1); }
            }
            """).Load();
        using var recorder = new TelemetryRecorder(program.Name, on ? ActivitySamplingResult.AllDataAndRecorded : null);

        Assert.Equal(111, program.Call("Run"));
        Assert.Equal(on ? 2 : 0, recorder.Spans.Count);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void ArgumentsAreEvaluatedOnceAndInOrder(bool on)
    {
        using var program = Generation.Of("""
            public static class Program
            {
                private static string s_order = "";
                private static T Note<T>(string name, T value) { s_order += name; return value; }
                public static string Run() { s_order = ""; Note("r", new S()).M(c: Note("c", 1), a: Note("a", 2), b: Note("b", 3)); return s_order; }
            }
            public class S { [Traced] public void M([Tag] int a, [Tag] int b, [Tag] int c) { } }
            """).Load();
        using var recorder = new TelemetryRecorder(program.Name, on ? ActivitySamplingResult.AllDataAndRecorded : null);

        Assert.Equal("rcab", program.Call("Run"));
    }

    [Theory]
    [InlineData("Sync", true)]
    [InlineData("Sync", false)]
    [InlineData("Async", true)]
    [InlineData("Async", false)]
    public void ARecursionOfTenThousandStillWorks(string method, bool on)
    {
        using var program = Generation.Of("""
            public static class Program
            {
                public static int Sync() => M(10_000);
                public static int Async() => N(10_000).Result;
                [Traced, Measured, BusinessMetric("levels")] public static int M(int n) => n == 0 ? 0 : 1 + M(n - 1);
                [Traced, Measured, BusinessMetric("levels")] public static async Task<int> N(int n) => n == 0 ? 0 : 1 + await N(n - 1);
            }
            """).Load();
        using var recorder = new TelemetryRecorder(program.Name, on ? ActivitySamplingResult.AllData : null, metrics: on);

        // What a thread has by default on Linux. N without annotations takes 2 MB of it before it is compiled for the second time.
        object? depth = null;
        var thread = new Thread(() => depth = program.Call(method), maxStackSize: 8 << 20);
        thread.Start();
        thread.Join();

        Assert.Equal(10_000, depth);
        Assert.Equal(on ? 10_001 : 0, recorder.Spans.Count);
    }

    [Fact]
    public async Task AwaitingComesBackToTheCallersSynchronizationContext()
    {
        using var program = Generation.Of("""
            public static class Program
            {
                public static async Task<SynchronizationContext?> Run(SynchronizationContext context)
                {
                    SynchronizationContext.SetSynchronizationContext(context);
                    await M();
                    return SynchronizationContext.Current;
                }
                [Traced] public static async Task M() => await Task.Yield();
            }
            """).Load();
        using var recorder = new TelemetryRecorder(program.Name);
        var context = new CountingContext();

        var run = Task.Run(() => (Task<SynchronizationContext?>)program.Call("Run", context)!, TestContext.Current.CancellationToken);

        Assert.Same(context, await run);
        Assert.Single(recorder.Spans);
    }

    [Fact]
    public async Task WhoeverAwaitsTheCallFindsItsSpanEnded()
    {
        using var program = Generation.Of("""
            public static class Program
            {
                public static Task Run() => M();
                [Traced] public static async Task<int> M() { await Task.Yield(); return 1; }
            }
            """).Load();
        using var recorder = new TelemetryRecorder(program.Name);

        for (var i = 1; i <= 200; i++)
        {
            await (Task)program.Call("Run")!;
            Assert.Equal(i, recorder.Spans.Count);
        }
    }

    private sealed class CountingContext : SynchronizationContext
    {
        public override void Post(SendOrPostCallback d, object? state) => ThreadPool.QueueUserWorkItem(_ =>
        {
            SetSynchronizationContext(this);
            d(state);
        });
    }
}
