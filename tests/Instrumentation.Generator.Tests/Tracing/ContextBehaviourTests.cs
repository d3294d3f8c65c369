using System.Diagnostics;
using Instrumentation.Testing;

namespace Instrumentation.Generator.Tests.Tracing;

/// <summary>What flows with a call, an <c>AsyncLocal</c>, is the same with a span and without, wherever it is set; and so is the current span.</summary>
public sealed class ContextBehaviourTests
{
    private const string Source = """
        public static class Program
        {
            private static readonly AsyncLocal<string?> s_tenant = new();
            private static readonly TaskCompletionSource s_gate = new();

            public static string Sync() { s_tenant.Value = "caller"; new S().Sync(); return s_tenant.Value; }
            public static string Forwarded() { s_tenant.Value = "caller"; var task = new S().Forwarded(); return s_tenant.Value + " " + task.IsCompleted; }
            public static string Async() { s_tenant.Value = "caller"; var task = new S().Async(); return s_tenant.Value + " " + task.IsCompleted; }
            public static string Sequence()
            {
                var seen = "";
                foreach (var item in new S().Sequence()) { seen += item + " " + s_tenant.Value + "; "; s_tenant.Value = "consumer" + seen.Length; }
                return seen + s_tenant.Value;
            }
            public static async Task<string> AsyncSequence()
            {
                var seen = "";
                await foreach (var item in new S().AsyncSequence()) { seen += item + " " + s_tenant.Value + "; "; s_tenant.Value = "consumer" + seen.Length; }
                return seen + s_tenant.Value;
            }

            public class S
            {
                [Traced] public void Sync() => s_tenant.Value = "method";
                [Traced] public Task Forwarded() { s_tenant.Value = "method"; return s_gate.Task; }
                [Traced] public async Task<int> Async() { s_tenant.Value = "method"; await s_gate.Task; return 1; }
                [Traced] public IEnumerable<string?> Sequence() { yield return s_tenant.Value; s_tenant.Value = "sequence"; yield return s_tenant.Value; yield return s_tenant.Value; }
                [Traced] public async IAsyncEnumerable<string?> AsyncSequence()
                {
                    yield return s_tenant.Value;
                    s_tenant.Value = "sequence";
                    await Task.Yield();
                    yield return s_tenant.Value;
                    yield return s_tenant.Value;
                }
            }
        }
        """;

    [Theory]
    [InlineData("Sync")]
    [InlineData("Forwarded")]
    [InlineData("Async")]
    [InlineData("Sequence")]
    [InlineData("AsyncSequence")]
    public async Task WhatFlowsIsTheSameOnAndOff(string method)
    {
        using var program = Generation.Of(Source).Load();
        var off = await Run(program, method);

        using var recorder = new TelemetryRecorder(program.Name);
        using var caller = new Activity("caller").Start();
        var on = await Run(program, method);

        Assert.Equal(off, on);
        Assert.Same(caller, Activity.Current);
    }

    [Fact]
    public void ACallWhoseContextDoesNotFlowHandsTheCurrentSpanBackAllTheSame()
    {
        using var program = Generation.Of(Source).Load();
        using var recorder = new TelemetryRecorder(program.Name);
        using var caller = new Activity("caller").Start();
        using (ExecutionContext.SuppressFlow())
        {
            foreach (var method in (string[])["Sync", "Forwarded", "Async", "Sequence"])
            {
                program.Call(method);
                Assert.Same(caller, Activity.Current);
            }
        }
    }

    /// <summary>
    /// As libraries do that make their holder of what flows when they are first asked: it is the caller's from then on. Within a trace the first span
    /// has asked already; what a listener makes at the start of a later span is gone with it.
    /// </summary>
    [Theory]
    [InlineData(false, "made at the start")]
    [InlineData(true, null)]
    public void WhatAListenerMakesAtTheStartOfATraceStays(bool inRequest, string? expected)
    {
        using var program = Generation.Of("public static class Program { public static void Run() => new S().Work(); public class S { [Traced] public void Work() { } } }").Load();
        var holder = new AsyncLocal<string?>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == program.Name,
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStarted = _ => holder.Value ??= "made at the start",
        };
        ActivitySource.AddActivityListener(listener);
        using var request = inRequest ? new Activity("request").Start() : null;

        program.Call("Run");

        Assert.Equal(expected, holder.Value);
    }

    [Theory]
    [InlineData("Sync")]
    [InlineData("Sequence")]
    public void ListenersAreToldOfTheEndWhenTheCallersSpanIsCurrentAgain(string method)
    {
        using var program = Generation.Of("""
            public static class Program
            {
                public static void Sync() => new S().Sync();
                public static int Sequence() => new S().Sequence().Count();
                public class S
                {
                    [Traced] public void Sync() { }
                    [Traced] public IEnumerable<int> Sequence() { yield return 1; yield return 2; }
                }
            }
            """).Load();
        var current = new List<Activity?>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == program.Name,
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = _ => current.Add(Activity.Current),
        };
        ActivitySource.AddActivityListener(listener);
        using var caller = new Activity("caller").Start();

        program.Call(method);

        Assert.Same(caller, Assert.Single(current));
    }

    private static async Task<string> Run(LoadedProgram program, string method) => program.Call(method) switch
    {
        Task<string> task => await task,
        var text => (string)text!,
    };
}
