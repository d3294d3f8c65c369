using System.Diagnostics;
using Instrumentation.Testing;

namespace Instrumentation.Generator.Tests.Tracing;

/// <summary>Explicit parents and links.</summary>
public sealed class SpanOriginBehaviourTests
{
    private const string TraceParent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    private static readonly ActivityContext s_context = ActivityContext.Parse(TraceParent, null);

    private const string Source = """
        using System.Diagnostics;
        public record Headers(string? TraceParent);
        public record Message(Headers? Headers, int Size) { public ActivityContext Broken => throw new InvalidOperationException(); }
        public static class Program
        {
            public static void Context(ActivityContext context) => new Queue().Context(context);
            public static void Nullable(ActivityContext? context) => new Queue().Nullable(context);
            public static void Span(Activity? span) => new Queue().Span(span);
            public static void Text(string? text) => new Queue().Text(text);
            public static Task Path(string? text) => new Queue().Path(new Message(text is null ? null : new Headers(text), 1));
            public static void Broken() => new Queue().Broken(new Message(null, 1));
            public static void Root(ActivityContext context) => new Queue().Root(context);
            public static void Links(ActivityContext context, string text) => new Queue().Links([context, default], new ActivityLink(context, new ActivityTagsCollection { ["k"] = 1 }), [text, null, "nonsense"], context, text, null);
        }
        public class Queue
        {
            [Traced] public void Context([Parent] ActivityContext origin) { }
            [Traced] public void Nullable([Parent] ActivityContext? context) { }
            [Traced] public void Span([Parent] Activity? span) { }
            [Traced] public void Text([Parent] string? text) { }
            [Traced] public async Task Path([Parent(Path = "Headers.TraceParent"), Tag(Path = "Size")] Message message) => await Task.Yield();
            [Traced] public void Broken([Parent(Path = "Broken")] Message message) { }
            [Traced(Root = true)] public void Root([Link] ActivityContext context) { }
            [Traced] public void Links([Link] List<ActivityContext> a, [Link] ActivityLink b, [Link] string?[] c, [Link] ActivityContext? d, [Link] string e, [Link] Activity? f) { }
        }
        """;

    [Theory]
    [InlineData("Context")]
    [InlineData("Nullable")]
    [InlineData("Text")]
    [InlineData("Path")]
    public async Task AParentThatTheCallBringsIsTheSpans(string method)
    {
        using var program = Generation.Of(Source).Load();
        using var recorder = new TelemetryRecorder(program.Name);
        using var outer = new Activity("outer").Start();

        if (program.Call(method, method is "Text" or "Path" ? TraceParent : s_context) is Task task) await task;

        Assert.Equal(s_context.TraceId, recorder.Span.TraceId);
        Assert.Equal(s_context.SpanId, recorder.Span.ParentSpanId);
        Assert.Same(outer, Activity.Current);
    }

    [Theory]
    [InlineData("Nullable", null)]
    [InlineData("Span", null)]
    [InlineData("Text", null)]
    [InlineData("Text", "nonsense")]
    [InlineData("Path", null)]
    public async Task WithoutAContextTheParentIsTheCurrentSpan(string method, object? argument)
    {
        using var program = Generation.Of(Source).Load();
        using var recorder = new TelemetryRecorder(program.Name);
        using var outer = new Activity("outer").Start();

        if (program.Call(method, argument) is Task task) await task;

        Assert.Equal(outer.SpanId, recorder.Span.ParentSpanId);
    }

    [Fact]
    public void AGetterThatThrowsLeavesTheSpanWithTheCurrentOneAsItsParent()
    {
        using var program = Generation.Of(Source).Load();
        using var recorder = new TelemetryRecorder(program.Name);

        program.Call("Broken");

        Assert.Equal(default, recorder.Span.ParentSpanId);
    }

    [Fact]
    public void LinksAreThereWhenTheSpanStarts()
    {
        using var program = Generation.Of(Source).Load();
        using var recorder = new TelemetryRecorder(program.Name);

        program.Call("Links", s_context, TraceParent);
        program.Call("Root", s_context);

        Assert.Equal(5, recorder.Spans[0].Links.Count());
        Assert.All(recorder.Spans[0].Links, static link => Assert.Equal(s_context.SpanId, link.Context.SpanId));
        Assert.Equal(1, recorder.Spans[0].Links.ElementAt(1).Tags!.Single().Value);
        Assert.Equal(s_context.SpanId, recorder.Spans[1].Links.Single().Context.SpanId);
        Assert.NotEqual(s_context.TraceId, recorder.Spans[1].TraceId);
    }
}
