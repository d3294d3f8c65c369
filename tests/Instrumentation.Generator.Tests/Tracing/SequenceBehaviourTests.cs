using System.Diagnostics;
using Instrumentation.Testing;

namespace Instrumentation.Generator.Tests.Tracing;

/// <summary>The span of an iterator or an asynchronous sequence is its enumeration, which is as lazy as before.</summary>
public sealed class SequenceBehaviourTests
{
    private const string Source = """
        using System.Collections;
        using System.Diagnostics;
        public static class Program
        {
            public static readonly List<string> Log = new();
            public static string Spans() => Activity.Current?.DisplayName ?? "-";
            public static string Log_() => string.Join(' ', Log);
            public static IEnumerable<int> Three() => new S().Three(3);
            public static IEnumerable Untyped() => new S().Untyped();
            public static IEnumerator<int> Enumerator() => new S().Enumerator();
            public static IEnumerable<int> List() => new S().List();
            public static IEnumerable<int> Fails() => new S().Fails();
            public static IEnumerable<T> Generic<T>(T item) where T : struct => S.Generic(item);
            public static IAsyncEnumerable<int> Async(CancellationToken token = default) => new S().Async(3, token);
            public static IAsyncEnumerable<int> AsyncFails() => new S().AsyncFails();
            public static IAsyncEnumerable<int> PassedOn() => new S().PassedOn();
            public static IAsyncEnumerator<int> AsyncEnumerator() => new S().AsyncEnumerator();
            public static IAsyncEnumerable<int>? Null() => new S().Null();
        }
        public class S
        {
            [Tag] public string Region { get; set; } = "eu";
            [Traced, Measured, BusinessMetric("enumerated"), BusinessMetric("failed", When = "failure")]
            public IEnumerable<int> Three([Tag] int count) { Program.Log.Add("begin"); try { for (var i = 0; i < count; i++) { Program.Log.Add(Program.Spans()); yield return i; } } finally { Program.Log.Add("finally:" + Program.Spans()); } }
            [Traced] public IEnumerable Untyped() { yield return 1; yield return "a"; }
            [Traced] public IEnumerator<int> Enumerator() { yield return 1; }
            [Traced] public IEnumerable<int> List() => new List<int> { 1, 2 };
            [Traced, BusinessMetric("failed", When = "failure")] public IEnumerable<int> Fails() { yield return 1; throw new InvalidOperationException("x"); }
            [Traced] public static IEnumerable<T> Generic<T>(T item) where T : struct { yield return item; }
            [Traced, BusinessMetric("enumerated")]
            public async IAsyncEnumerable<int> Async([Tag] int count, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken token)
            { for (var i = 0; i < count; i++) { await Task.Yield(); token.ThrowIfCancellationRequested(); Program.Log.Add(Program.Spans()); yield return i; } }
            [Traced] public async IAsyncEnumerable<int> AsyncFails() { await Task.Yield(); yield return 1; throw new InvalidOperationException("x"); }
            [Traced] public IAsyncEnumerable<int> PassedOn() => Inner();
            private async IAsyncEnumerable<int> Inner() { yield return 1; await Task.Yield(); yield return 2; }
            [Traced] public async IAsyncEnumerator<int> AsyncEnumerator() { await Task.Yield(); yield return 1; }
            [Traced] public IAsyncEnumerable<int>? Null() => null;
        }
        """;

    [Fact]
    public void AnIteratorIsLazyOnAndOffAndItsSpanIsTheEnumeration()
    {
        using var program = Generation.Of(Source).Load();
        var three = program.Method<Func<IEnumerable<int>>>("Three");
        Assert.Equal([0, 1, 2], three());
        Assert.Equal("begin - - - finally:-", program.Call("Log_"));
        Log(program).Clear();

        using var recorder = new TelemetryRecorder(program.Name);
        var sequence = three();
        Assert.Empty(recorder.Spans);
        Assert.Empty(recorder.Of("operation.active"));
        Assert.Equal("", program.Call("Log_"));

        using var consumer = new Activity("consumer").Start();
        foreach (var _ in sequence)
        {
            Assert.Same(consumer, Activity.Current);
            Assert.Empty(recorder.Spans);
        }

        Assert.Same(consumer, Activity.Current);
        Assert.Equal("begin S.Three S.Three S.Three finally:S.Three", program.Call("Log_"));
        Assert.Equal("consumer", recorder.Span.Parent!.DisplayName);
        Assert.Equal(3L, recorder.Span.GetTagItem("count"));
        Assert.Equal("eu", recorder.Span.GetTagItem("region"));
        Assert.Single(recorder.Of("enumerated"));
        Assert.Single(recorder.Of("operation.duration"));
        Assert.Equal(0, recorder.Of("operation.active").Sum(static m => m.Value));
    }

    [Fact]
    public void EachEnumerationIsACallOfItsOwnAndOneThatIsLeftEarlyEndsAtItsDisposal()
    {
        using var program = Generation.Of(Source).Load();
        using var recorder = new TelemetryRecorder(program.Name);

        var sequence = program.Method<Func<IEnumerable<int>>>("Three")();
        foreach (var _ in sequence) break;
        Assert.Equal([0, 1, 2], sequence);
        using (sequence.GetEnumerator())
        {
            // Never asked for an element: nothing ran, so there is nothing to tell.
        }

        Assert.Equal(2, recorder.Spans.Count);
        Assert.Equal(2, recorder.Of("enumerated").Count);
        Assert.Contains("finally:S.Three", (string)program.Call("Log_")!);
    }

    [Fact]
    public void OtherFormsOfIteratorsAreCovered()
    {
        using var program = Generation.Of(Source).Load();
        using var recorder = new TelemetryRecorder(program.Name);

        Assert.Equal([1, "a"], program.Method<Func<System.Collections.IEnumerable>>("Untyped")().Cast<object>());
        using (var enumerator = program.Method<Func<IEnumerator<int>>>("Enumerator")())
        {
            Assert.True(enumerator.MoveNext());
            Assert.Equal(1, enumerator.Current);
            Assert.False(enumerator.MoveNext());
        }

        Assert.Equal(["S.Untyped", "S.Enumerator"], recorder.Spans.Select(static span => span.DisplayName));
    }

    [Fact]
    public void AListStaysTheListItIs()
    {
        using var program = Generation.Of(Source).Load();
        using var recorder = new TelemetryRecorder(program.Name);

        Assert.IsType<List<int>>(program.Method<Func<IEnumerable<int>>>("List")());
        Assert.Equal("S.List", recorder.Span.DisplayName);
        Assert.Null(program.Call("Null"));
    }

    [Fact]
    public void AFailureIsTheSameExceptionAndAnErrorOfTheSpan()
    {
        using var program = Generation.Of(Source).Load();
        using var recorder = new TelemetryRecorder(program.Name);

        Assert.Equal("x", Assert.Throws<InvalidOperationException>(() => program.Method<Func<IEnumerable<int>>>("Fails")().ToList()).Message);

        Assert.Equal(ActivityStatusCode.Error, recorder.Span.Status);
        Assert.Equal("System.InvalidOperationException", recorder.Span.GetTagItem("error.type"));
        Assert.Single(recorder.Of("failed"));
    }

    [Fact]
    public async Task AnAsynchronousSequenceHasItsSpanAcrossAwaitsAndTheConsumerItsOwn()
    {
        using var program = Generation.Of(Source).Load();
        var async = program.Method<Func<CancellationToken, IAsyncEnumerable<int>>>("Async");
        using var recorder = new TelemetryRecorder(program.Name);
        using var consumer = new Activity("consumer").Start();
        var seen = new List<int>();

        await foreach (var item in async(default))
        {
            seen.Add(item);
            Assert.Same(consumer, Activity.Current);
            await Task.Yield();
        }

        Assert.Equal([0, 1, 2], seen);
        Assert.Same(consumer, Activity.Current);
        Assert.Equal("S.Async S.Async S.Async", program.Call("Log_"));
        Assert.Equal("consumer", recorder.Span.Parent!.DisplayName);
        Assert.Equal(3L, recorder.Span.GetTagItem("count"));
        Assert.Single(recorder.Of("enumerated"));
    }

    [Fact]
    public async Task AsynchronousFailuresCancellationsAndForms()
    {
        using var program = Generation.Of(Source).Load();
        using var recorder = new TelemetryRecorder(program.Name);

        await Assert.ThrowsAsync<InvalidOperationException>(async () => { await foreach (var _ in program.Method<Func<IAsyncEnumerable<int>>>("AsyncFails")()) { } });
        using var cancellation = new CancellationTokenSource();
        await cancellation.CancelAsync();
        await Assert.ThrowsAsync<OperationCanceledException>(async () =>
        {
            await foreach (var _ in program.Method<Func<CancellationToken, IAsyncEnumerable<int>>>("Async")(default).WithCancellation(cancellation.Token)) { }
        });
        await foreach (var _ in program.Method<Func<IAsyncEnumerable<int>>>("PassedOn")()) { }
        await using (var enumerator = program.Method<Func<IAsyncEnumerator<int>>>("AsyncEnumerator")())
        {
            Assert.True(await enumerator.MoveNextAsync());
        }

        Assert.Equal(["S.AsyncFails Error", "S.Async Unset", "S.PassedOn Unset", "S.AsyncEnumerator Unset"], recorder.Spans.Select(static span => $"{span.DisplayName} {span.Status}"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void AnIteratorOfAReferencedLibraryIsKnownAsOne(bool isReferenceAssembly)
    {
        var library = Generation.Of("namespace Lib; public static class Words { [Traced] public static IEnumerable<string> Of(string text) { foreach (var word in text.Split(' ')) yield return word; } }");
        using var program = Generation.Of("public static class Program { public static string Run() => string.Join('+', Lib.Words.Of(\"a b\")); }", isReferenceAssembly ? library.ReferenceAssembly() : library.Reference()).Load(library);
        using var recorder = new TelemetryRecorder(library.AssemblyName);

        Assert.Equal("a+b", program.Call("Run"));
        Assert.Equal("Words.Of", recorder.Span.DisplayName);
    }

    private static List<string> Log(LoadedProgram program) => (List<string>)program.Assembly.GetType("Program")!.GetField("Log")!.GetValue(null)!;
}
