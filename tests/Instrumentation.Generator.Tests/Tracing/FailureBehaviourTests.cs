using System.Diagnostics;
using Instrumentation.Testing;

namespace Instrumentation.Generator.Tests.Tracing;

/// <summary>What becomes of exceptions and cancellations: for the caller nothing changes, for the span everything is there.</summary>
public sealed class FailureBehaviourTests
{
    private const string Source = """
        public static class Program
        {
            public static readonly InvalidOperationException Thrown = new("ada@example.org");
            public static void Sync() => new S().Sync();
            public static Task<int> Async() => new S().Async();
            public static Task<int> AtOnce() => new S().AtOnce();
            public static Task WhenAll() => new S().WhenAll();
            public static Task Either(bool all) => new S().Either(all);
            public static Task<int> Forwarded(CancellationToken token) => new S().Forwarded(token);
            public static Task Cancelled(CancellationToken token) => new S().Cancelled(token);
            public static void SyncCancelled() => new S().SyncCancelled();
            public static ValueTask<int> Value() => new S().Value();
            public static void Recorded() => new S().Recorded();
            public static void Unrecorded() => new S().Unrecorded();
        }
        public class S
        {
            [Traced] public void Sync() => throw Program.Thrown;
            [Traced] public async Task<int> Async() { await Task.Yield(); throw Program.Thrown; }
            [Traced] public Task<int> AtOnce() => throw Program.Thrown;
            [Traced] public Task WhenAll() => Task.WhenAll(Fail("1"), Fail("2"), Fail("3"));
            [Traced] public Task Either(bool all) => all ? Task.WhenAll(Fail("1"), Fail("2"), Fail("3")) : Fail("1");
            [Traced] public Task<int> Forwarded(CancellationToken token) => Later(token);
            private static async Task<int> Later(CancellationToken token) { await Task.Delay(token.CanBeCanceled ? Timeout.Infinite : 1, token); throw Program.Thrown; }
            [Traced] public async Task Cancelled(CancellationToken token) => await Task.Delay(Timeout.Infinite, token);
            [Traced] public void SyncCancelled() => throw new OperationCanceledException();
            [Traced] public async ValueTask<int> Value() { await Task.Yield(); throw Program.Thrown; }
            [Traced(RecordException = ExceptionRecording.Full)] public void Recorded() => throw Program.Thrown;
            [Traced(RecordException = ExceptionRecording.None)] public void Unrecorded() => throw Program.Thrown;
            private static async Task Fail(string text) { await Task.Yield(); throw new ArgumentException(text); }
        }
        """;

    [Theory]
    [InlineData("Sync")]
    [InlineData("AtOnce")]
    public void ASynchronousExceptionIsTheSameObjectOnAndOff(string method)
    {
        using var program = Generation.Of(Source).Load();
        var thrown = program.Assembly.GetType("Program")!.GetField("Thrown")!.GetValue(null);

        Assert.Same(thrown, Assert.Throws<InvalidOperationException>(() => program.Call(method)));
        using var recorder = new TelemetryRecorder(program.Name);
        Assert.Same(thrown, Assert.Throws<InvalidOperationException>(() => program.Call(method)));
        AssertFailed(recorder.Span);
    }

    [Fact]
    public async Task AnAwaitedExceptionIsTheSameObjectOnAndOff()
    {
        using var program = Generation.Of(Source).Load();
        var thrown = program.Assembly.GetType("Program")!.GetField("Thrown")!.GetValue(null);

        Assert.Same(thrown, await Assert.ThrowsAsync<InvalidOperationException>(() => (Task)program.Call("Async")!));
        using var recorder = new TelemetryRecorder(program.Name);
        Assert.Same(thrown, await Assert.ThrowsAsync<InvalidOperationException>(() => (Task)program.Call("Async")!));
        Assert.Same(thrown, await Assert.ThrowsAsync<InvalidOperationException>(async () => await (ValueTask<int>)program.Call("Value")!));
        Assert.All(recorder.Spans, AssertFailed);
        Assert.Equal(2, recorder.Spans.Count);
    }

    [Fact]
    public async Task WhenAllKeepsAllItsExceptions()
    {
        using var program = Generation.Of(Source).Load();
        using var recorder = new TelemetryRecorder(program.Name);

        var task = (Task)program.Call("WhenAll")!;
        await task.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);

        // WhenAll lists them in the order in which they were thrown, which is any.
        Assert.Equal(["1", "2", "3"], task.Exception!.InnerExceptions.Select(static inner => inner.Message).Order());
        Assert.Equal("System.ArgumentException", recorder.Span.GetTagItem("error.type"));
    }

    /// <summary>The task of an <c>async</c> method is followed in a cheaper way than another, and each call may return another kind.</summary>
    [Fact]
    public async Task OneMethodMayReturnTasksOfBothKinds()
    {
        using var program = Generation.Of(Source).Load();
        using var recorder = new TelemetryRecorder(program.Name);
        var failures = new List<int>();
        foreach (var all in (bool[])[false, true, false, true])
        {
            var task = (Task)program.Call("Either", all)!;
            await task.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
            failures.Add(task.Exception!.InnerExceptions.Count);
        }

        Assert.Equal([1, 3, 1, 3], failures);
        Assert.All(recorder.Spans, static span => Assert.Equal("System.ArgumentException", span.GetTagItem("error.type")));
    }

    [Fact]
    public async Task AForwardedTaskFailsAndIsCancelledAsItself()
    {
        using var program = Generation.Of(Source).Load();
        var thrown = program.Assembly.GetType("Program")!.GetField("Thrown")!.GetValue(null);
        using var recorder = new TelemetryRecorder(program.Name);
        using var cancellation = new CancellationTokenSource();

        Assert.Same(thrown, await Assert.ThrowsAsync<InvalidOperationException>(() => (Task)program.Call("Forwarded", CancellationToken.None)!));
        var task = (Task)program.Call("Forwarded", cancellation.Token)!;
        await cancellation.CancelAsync();

        Assert.Equal(cancellation.Token, (await Assert.ThrowsAnyAsync<OperationCanceledException>(() => task)).CancellationToken);
        Assert.True(task.IsCanceled);
        Assert.Equal([ActivityStatusCode.Error, ActivityStatusCode.Unset], recorder.Spans.Select(static span => span.Status));
    }

    [Fact]
    public async Task ACancelledTaskStaysCancelledWithItsTokenAndIsNotAnError()
    {
        using var program = Generation.Of(Source).Load();
        using var recorder = new TelemetryRecorder(program.Name);
        using var cancellation = new CancellationTokenSource();

        var task = (Task)program.Call("Cancelled", cancellation.Token)!;
        await cancellation.CancelAsync();
        var exception = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => task);
        Assert.Throws<OperationCanceledException>(() => program.Call("SyncCancelled"));

        Assert.True(task.IsCanceled);
        Assert.Equal(cancellation.Token, exception.CancellationToken);
        Assert.Equal(2, recorder.Spans.Count);
        Assert.All(recorder.Spans, static span => Assert.Equal(ActivityStatusCode.Unset, span.Status));
        Assert.All(recorder.Spans, static span => Assert.Null(span.GetTagItem("error.type")));
    }

    [Fact]
    public void ExceptionTextIsRecordedOnlyByChoice()
    {
        using var program = Generation.Of(Source).Load();
        using var recorder = new TelemetryRecorder(program.Name);

        foreach (var method in new[] { "Sync", "Recorded", "Unrecorded" })
            Assert.Throws<InvalidOperationException>(() => program.Call(method));

        Assert.Equal("exception.type", string.Join(' ', recorder.Spans[0].Events.Single().Tags.Select(static tag => tag.Key)));
        Assert.Equal("exception.type exception.message exception.stacktrace", string.Join(' ', recorder.Spans[1].Events.Single().Tags.Select(static tag => tag.Key)));
        Assert.Empty(recorder.Spans[2].Events);
        Assert.All(recorder.Spans, static span => Assert.Null(span.StatusDescription));
    }

    private static void AssertFailed(Activity span)
    {
        Assert.Equal(ActivityStatusCode.Error, span.Status);
        Assert.Equal("System.InvalidOperationException", span.GetTagItem("error.type"));
        Assert.DoesNotContain("ada@example.org", string.Join(' ', span.TagObjects.Concat(span.Events.SelectMany(static e => e.Tags)).Select(static tag => $"{tag.Value}")));
    }

    [Theory]
    [InlineData("Overridden")]
    [InlineData("OwnBuilder")]
    public async Task ATaskOfWhichNobodyKnowsHowItIsMadeKeepsAllItsExceptions(string method)
    {
        using var program = Generation.Of("""
            using System.Runtime.CompilerServices;
            public static class Program
            {
                public static Task Overridden() { S s = new T(); return s.Run(); }
                public static Task OwnBuilder() => new S().Built();
                internal static readonly TaskCompletionSource Gate = new();
                public static void Open() => Gate.SetException([new ArgumentException("1"), new ArgumentException("2"), new ArgumentException("3")]);
            }
            public class S
            {
                [Traced] public virtual async Task Run() => await Program.Gate.Task;
                [Traced, AsyncMethodBuilder(typeof(Builder))] public async Task Built() => await Program.Gate.Task;
            }
            public class T : S { public override Task Run() => Program.Gate.Task; }
            public struct Builder
            {
                public static Builder Create() => default;
                public Task Task => Program.Gate.Task;
                public void SetResult() { }
                public void SetException(Exception exception) { }
                public void SetStateMachine(IAsyncStateMachine machine) { }
                public void Start<T>(ref T machine) where T : IAsyncStateMachine { }
                public void AwaitOnCompleted<TAwaiter, T>(ref TAwaiter awaiter, ref T machine) where TAwaiter : INotifyCompletion where T : IAsyncStateMachine { }
                public void AwaitUnsafeOnCompleted<TAwaiter, T>(ref TAwaiter awaiter, ref T machine) where TAwaiter : ICriticalNotifyCompletion where T : IAsyncStateMachine { }
            }
            """).Load();
        using var recorder = new TelemetryRecorder(program.Name);

        var task = (Task)program.Call(method)!;
        program.Call("Open");
        await task.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);

        Assert.Equal(["1", "2", "3"], task.Exception!.InnerExceptions.Select(static exception => exception.Message));
        Assert.Equal("System.ArgumentException", recorder.Span.GetTagItem("error.type"));
    }
}
