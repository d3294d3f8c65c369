using System.Diagnostics;
using Instrumentation.Testing;

namespace Instrumentation.Generator.Tests.Tracing;

/// <summary>Annotated programs, compiled and run: what they return and throw with a listener and without, and the spans that they make.</summary>
public sealed class TracedBehaviourTests
{
    /// <summary>One shape a row: the declarations, the statements of the call, what they return, and the spans in the order in which they end.</summary>
    public static TheoryData<string, string, string, string, string> Shapes => new()
    {
        { "void", "[Traced] public void M(List<int> to) => to.Add(1);", "var list = new List<int>(); new S().M(list); return list.Count;", "1", "S.M" },
        { "value", "[Traced] public int M(int x) => x + 1;", "return new S().M(1);", "2", "S.M" },
        { "static", "[Traced] public static string M(string x) => x + '!';", "return S.M(\"a\");", "a!", "S.M" },
        { "overloads", "[Traced(\"one\")] public int M(int x) => 1; [Traced(\"two\")] public int M(string x) => 2; public int M(double x) => 3;", "var s = new S(); return s.M(1) * 100 + s.M(\"\") * 10 + s.M(1.0);", "123", "one two" },
        { "Task", "public int N; [Traced] public async Task M() { await Task.Yield(); N++; }", "var s = new S(); await s.M(); return s.N;", "1", "S.M" },
        { "Task<T>", "[Traced] public async Task<int> M() { await Task.Yield(); return 7; }", "return await new S().M();", "7", "S.M" },
        { "completed Task<T>", "[Traced] public Task<int> M() => Task.FromResult(7);", "return await new S().M();", "7", "S.M" },
        { "ValueTask", "public int N; [Traced] public async ValueTask M() { await Task.Yield(); N++; }", "var s = new S(); await s.M(); return s.N;", "1", "S.M" },
        { "ValueTask<T>", "[Traced] public async ValueTask<int> M() { await Task.Yield(); return 8; }", "return await new S().M();", "8", "S.M" },
        { "completed ValueTask<T>", "[Traced] public ValueTask<int> M() => new(8);", "return await new S().M();", "8", "S.M" },
        { "extension, reduced", "", "return 4.Twice();", "8", "Extensions.Twice" },
        { "extension, static", "", "return Extensions.Twice(4);", "8", "Extensions.Twice" },
        { "private", "[Traced] private int M() => 3; public int N() => M() + this.M();", "return new S().N();", "6", "S.M S.M" },
        { "private static", "[Traced] private static int M(int x) => x; public static int N() => M(3);", "return S.N();", "3", "S.M" },
        { "protected virtual", "[Traced] protected virtual int M() => 3; public int N() => M();", "return new S().N();", "3", "S.M" },
        { "ref, out, in", "[Traced] public int M(ref int a, out int b, in int c) { a++; b = a + c; return b; }", "var a = 1; new S().M(ref a, out var b, 5); return a * 10 + b;", "27", "S.M" },
        { "ref return", "private int _x = 1; [Traced] public ref int M() => ref _x; public int X => _x;", "var s = new S(); s.M() = 5; return s.X;", "5", "S.M" },
        { "params", "[Traced] public int M(params int[] x) => x.Length;", "return new S().M(1, 2, 3);", "3", "S.M" },
        { "params span", "[Traced] public int M(params ReadOnlySpan<int> x) => x.Length;", "return new S().M(1, 2, 3);", "3", "S.M" },
        { "optional", "[Traced] public int M(int a = 4, string b = \"xy\") => a + b.Length;", "return new S().M() + new S().M(b: \"\");", "10", "S.M S.M" },
        { "caller info", "[Traced] public string M([System.Runtime.CompilerServices.CallerMemberName] string x = \"\") => x;", "return new S().M();", "Run", "S.M" },
        { "generic", "[Traced] public T M<T>(T x) where T : struct, IComparable<T> => x;", "return new S().M(5);", "5", "S.M" },
        { "generic type", "", "return new Box<string>().Put<int>(5, \"x\");", "5x", "Box.Put" },
        { "struct that changes itself", "", "var c = new Counter(); c.Add(); c.Add(); return c.N;", "2", "Counter.Add Counter.Add" },
        { "readonly struct", "", "return new Point(3).Twice();", "6", "Point.Twice" },
        { "recursion", "[Traced] public int M(int n) => n == 0 ? 0 : 1 + M(n - 1);", "return new S().M(2);", "2", "S.M S.M S.M" },
        { "conditional access", "[Traced] public int M() => 1;", "S? s = null; return (s?.M() ?? 5) + (new S()?.M() ?? 7);", "6", "S.M" },
        { "keyword names", "[Traced] public int @class(int @int, int self, int scope, int result) => @int + self + scope + result;", "return new S().@class(1, 2, 3, 4);", "10", "S.class" },
        { "interface", "", "IThing thing = new Thing(); return thing.Do(1);", "2", "IThing.Do" },
        { "override of an annotated method", "", "return new Derived().Do();", "derived", "Base.Do" },
        { "type", "", "return new Whole().A() + Whole.B() + new Whole().C();", "111", "Whole.A Whole.B" },
        { "null task", "[Traced] public Task M() => null!;", "return new S().M() is null;", "True", "S.M" },
        { "tuple", "[Traced] public (int A, string B) M() => (1, \"b\");", "return new S().M().B;", "b", "S.M" },
        { "dynamic parameter", "[Traced] public string M(dynamic x) => x.ToString();", "object o = 5; return new S().M(o);", "5", "S.M" },
        { "pointer", "[Traced] public unsafe int M(int* x) => *x;", "unsafe { var x = 6; return new S().M(&x); }", "6", "S.M" },
        { "lambda", "[Traced] public int M() => 2;", "var s = new S(); Func<int> f = () => s.M(); return f();", "2", "S.M" },
        { "local function", "[Traced] public int M() => 2;", "int F() => new S().M(); return F();", "2", "S.M" },
        { "field initializer", "[Traced] public static int M() => 2; public int X = M();", "return new S().X;", "2", "S.M" },
        { "checked", "[Traced] public int M(int x) => x;", "checked { return new S().M(int.MaxValue); }", int.MaxValue.ToString(), "S.M" },
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public async Task EveryShapeReturnsTheSameOnAndOffAndHasItsSpans(string shape, string members, string body, string expected, string spans)
    {
        Assert.NotEmpty(shape);
        using var program = Generation.Of(Program(members, body)).Load();
        var run = program.Method<Func<Task<object?>>>("Run");

        Assert.Equal(expected, (await run())!.ToString());

        using var recorder = new TelemetryRecorder(program.Name);
        Assert.Equal(expected, (await run())!.ToString());
        Assert.Equal(spans, string.Join(' ', recorder.Spans.Select(static span => span.DisplayName)));
        Assert.All(recorder.Spans, static span => Assert.Equal(ActivityStatusCode.Unset, span.Status));
        Assert.Null(Activity.Current);
    }

    [Fact]
    public async Task NestedCallsAreNestedSpansAlsoAcrossAwaits()
    {
        using var program = Generation.Of(Program(
            "[Traced] public async Task A() { await Task.Yield(); await B(); C(); } [Traced] public async Task B() { await Task.Yield(); C(); } [Traced] public void C() { }",
            "await new S().A(); return 0;")).Load();
        using var recorder = new TelemetryRecorder(program.Name);

        await program.Method<Func<Task<object?>>>("Run")();

        Assert.Equal(["S.B/S.C", "S.A/S.B", "S.A/S.C", "/S.A"], recorder.Spans.Select(static span => $"{span.Parent?.DisplayName}/{span.DisplayName}"));
    }

    [Fact]
    public async Task TheCallerKeepsItsCurrentSpanWhileTheTaskIsPending()
    {
        using var program = Generation.Of("""
            public static class Program
            {
                public static readonly TaskCompletionSource Gate = new();
                public static Task Start() => new S().M();
                public static void Open() => Gate.SetResult();
            }
            public class S { [Traced] public async Task M() => await Program.Gate.Task; }
            """).Load();
        using var recorder = new TelemetryRecorder(program.Name);
        using var outer = new Activity("outer").Start();

        var task = (Task)program.Call("Start")!;
        Assert.Same(outer, Activity.Current);
        Assert.Empty(recorder.Spans);

        program.Call("Open");
        await task;
        Assert.Equal(outer.SpanId, recorder.Span.ParentSpanId);
        Assert.Same(outer, Activity.Current);
    }

    [Fact]
    public void NameKindRootAndFunctionAreOnTheSpan()
    {
        using var program = Generation.Of("""
            public static class Program { public static void Run() => new Acme.Deep.S.Inner().M(); }
            namespace Acme.Deep { public class S { public class Inner {
                [Traced(Name = "pay", Kind = System.Diagnostics.ActivityKind.Client, Root = true)] public void M() { } } } }
            """).Load();
        using var recorder = new TelemetryRecorder(program.Name);
        using var outer = new Activity("outer").Start();

        program.Call("Run");

        Assert.Equal("pay", recorder.Span.DisplayName);
        Assert.Equal(ActivityKind.Client, recorder.Span.Kind);
        Assert.Equal("Acme.Deep.S.Inner.M", recorder.Span.GetTagItem("code.function.name"));
        Assert.NotEqual(outer.TraceId, recorder.Span.TraceId);
        Assert.Same(outer, Activity.Current);
    }

    [Fact]
    public void TheSourceIsNamedAfterTheAssemblyUnlessSet()
    {
        using var program = Generation.Of("""
            [assembly: TelemetryName("acme.orders")]
            public static class Program { public static void Run() => M(); [Traced] public static void M() { } }
            """).Load();
        using var recorder = new TelemetryRecorder("acme.orders");

        program.Call("Run");

        Assert.Equal("acme.orders", recorder.Span.Source.Name);
    }

    [Fact]
    public void SampledOutCallsRunWithoutASpan()
    {
        using var program = Generation.Of("public static class Program { public static int Run() => M(1); [Traced] public static int M(int x) => x + 1; }").Load();
        using var recorder = new TelemetryRecorder(program.Name, ActivitySamplingResult.None);

        Assert.Equal(2, program.Call("Run"));
        Assert.Empty(recorder.Spans);
    }

    private static string Program(string members, string body) => $$"""
        public static class Program { public static async Task<object?> Run() { await Task.CompletedTask; {{body}} } }
        public class S { {{members}} }
        public static class Extensions { [Traced] public static int Twice(this int x) => x * 2; }
        public class Box<T> { [Traced] public string Put<U>(U u, T t) where U : notnull => $"{u}{t}"; }
        public struct Counter { public int N; [Traced] public void Add() => N++; }
        public readonly struct Point(int x) { [Traced] public int Twice() => x * 2; }
        public interface IThing { [Traced] int Do(int x); }
        public class Thing : IThing { public int Do(int x) => x + 1; }
        public class Base { [Traced] public virtual string Do() => "base"; }
        public class Derived : Base { public override string Do() => "derived"; }
        [Traced] public class Whole { public string A() => "1"; public static string B() => "1"; [NotTraced] public string C() => D(); internal string D() => "1"; }
        """;

    [Fact]
    public void ARootThatTheSamplerDoesNotWantLeavesTheCallersSpanCurrent()
    {
        using var program = Generation.Of("""
            using System.Diagnostics;
            public static class Program
            {
                public static bool Run(string name)
                {
                    using var listener = new ActivityListener { ShouldListenTo = source => source.Name == name, Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.None };
                    ActivitySource.AddActivityListener(listener);
                    using var request = new Activity("request").Start();
                    return Root() == request && Activity.Current == request;
                }
                [Traced(Root = true)] public static Activity? Root() => Activity.Current;
            }
            """).Load();

        Assert.Equal(true, program.Call("Run", program.Name));
    }
}
