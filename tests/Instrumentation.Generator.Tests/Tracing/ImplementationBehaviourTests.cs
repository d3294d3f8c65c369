using Instrumentation.Testing;

namespace Instrumentation.Generator.Tests.Tracing;

/// <summary>Annotations of implementations and overrides that are called through an interface or a base class without any.</summary>
public sealed class ImplementationBehaviourTests
{
    /// <summary>One shape a row: the declarations, the statements of the call, what they return, and the spans in the order in which they end.</summary>
    public static TheoryData<string, string, string, string, string> Shapes => new()
    {
        { "implementation behind an interface", "interface I { int M(int x); } class A : I { [Traced] public int M(int x) => x + 1; } class B : I { public int M(int x) => x + 2; }", "I a = new A(), b = new B(); return a.M(1) * 10 + b.M(1);", "23", "A.M" },
        { "two implementations", "interface I { string M(); } class A : I { [Traced] public string M() => \"a\"; } class B : I { [Traced] public string M() => \"b\"; }", "I[] all = [new B(), new A()]; return string.Concat(all.Select(x => x.M()));", "ba", "B.M A.M" },
        { "explicit implementation", "interface I { int M(int x); } class A : I { [Traced] int I.M(int x) => x + 1; public int M(int x) => 0; }", "var a = new A(); return ((I)a).M(4) + a.M(1);", "5", "A.M" },
        { "explicit implementation of a struct", "interface I { int M(int x); } struct A : I { [Traced] int I.M(int x) => x + 1; }", "I a = new A(); return a.M(4);", "5", "A.M" },
        { "struct behind an interface", "interface I { int M(); } struct A : I { public int N; [Traced] public int M() => ++N; }", "I a = new A(); return a.M() + a.M();", "3", "A.M A.M" },
        { "override behind a base class", "abstract class Base { public abstract int M(); } class A : Base { [Traced] public override int M() => 1; } class B : A { public override int M() => 2 + base.M(); }", "Base a = new A(), b = new B(); return a.M() * 10 + b.M();", "13", "A.M A.M" },
        { "override behind an interface", "interface I { int M(); } abstract class Base : I { public virtual int M() => 1; } class A : Base { [Traced] public override int M() => 2; }", "I a = new A(); Base b = new A(); return a.M() * 10 + b.M();", "22", "A.M A.M" },
        { "derived before base", "interface I { int M(); } class A : I { [Traced] public virtual int M() => 1; } class B : A { [Traced] public override int M() => 2; }", "I a = new A(), b = new B(); return a.M() * 10 + b.M();", "12", "A.M B.M" },
        { "implementation of a generic interface", "interface I<T> { T M(T x); } class A : I<int> { [Traced] public int M(int x) => x + 1; } class B<T> : I<T> { [Traced] public T M(T x) => x; }", "I<int> a = new A(), b = new B<int>(); return a.M(1) * 10 + b.M(3);", "23", "A.M B.M" },
        { "generic method behind an interface", "interface I { T M<T>(T x) where T : notnull; } class A : I { [Traced] public U M<U>(U x) where U : notnull => x; }", "I a = new A(); return a.M(\"x\") + a.M(1);", "x1", "A.M A.M" },
        { "asynchronous implementation", "interface I { Task<int> M(); ValueTask N(); } class A : I { [Traced] public async Task<int> M() { await Task.Yield(); return 5; } [Traced] public async ValueTask N() => await Task.Yield(); }", "I a = new A(); await a.N(); return await a.M();", "5", "A.N A.M" },
        { "iterator behind an interface", "interface I { IEnumerable<int> M(int n); } class A : I { [Traced] public IEnumerable<int> M(int n) { for (var i = 0; i < n; i++) yield return i; } } class B : I { public IEnumerable<int> M(int n) => new int[n]; }", "I a = new A(), b = new B(); return a.M(3).Sum() * 10 + b.M(2).Count();", "32", "A.M" },
        { "ref and out behind an interface", "interface I { ref int M(ref int x, out int y, in int z); } class A : I { [Traced] public ref int M(ref int x, out int y, in int z) { y = z; return ref x; } }", "I a = new A(); var x = 1; a.M(ref x, out var y, 7) = 4; return x * 10 + y;", "47", "A.M" },
        { "default interface method", "interface I { [Traced] int M() => 1; } interface J : I { int I.M() => 2; } class A : J { }", "I a = new A(); return a.M();", "2", "I.M" },
        { "conditional access through an interface", "interface I { int M(); } class A : I { [Traced] public int M() => 1; }", "I? none = null; I? a = new A(); return (none?.M() ?? 5) + (a?.M() ?? 7);", "6", "A.M" },
        { "rule for an implementation", "interface I { int M(); } class A : I { [Measured, Traced(\"mine\")] public int M() => 1; }", "I a = new A(); return a.M();", "1", "mine" },
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public async Task EveryShapeReturnsTheSameOnAndOffAndHasItsSpans(string shape, string declarations, string body, string expected, string spans)
    {
        Assert.NotEmpty(shape);
        using var program = Generation.Of(Program(declarations, body)).Load();
        var run = program.Method<Func<Task<object?>>>("Run");

        Assert.Equal(expected, (await run())!.ToString());

        using var recorder = new TelemetryRecorder(program.Name);
        Assert.Equal(expected, (await run())!.ToString());
        Assert.Equal(spans, string.Join(' ', recorder.Spans.Select(static span => span.DisplayName)));
    }

    [Fact]
    public async Task TagsAndMetricsAreReadAsTheImplementationNamesThem()
    {
        using var program = Generation.Of(Program(
            """
            record Order(string Region, int Size);
            interface IHandler<TIn, TOut> { TOut Handle(TIn request); }
            class Place : IHandler<Order, int>
            {
                [Tag] public string Tenant => "t1";
                [Traced, BusinessMetric("orders.placed", Value = "order.Size", Tags = ["order.Region", "this.Tenant"])]
                [return: Tag("order.count")]
                public int Handle([Tag(Path = "Region")] Order order) => order.Size + 1;
            }
            """,
            "IHandler<Order, int> handler = new Place(); return handler.Handle(new Order(\"eu\", 3));")).Load();
        using var recorder = new TelemetryRecorder(program.Name);

        Assert.Equal(4, await program.Method<Func<Task<object?>>>("Run")());

        Assert.Equal(["code.function.name=Place.Handle", "order.region=eu", "tenant=t1", "order.count=4"], recorder.Span.TagObjects.Select(static tag => $"{tag.Key}={tag.Value}"));
        var measurement = recorder.Of("orders.placed").Single();
        Assert.Equal(3, measurement.Value);
        Assert.Equal("eu", measurement.Tags["order.region"]);
        Assert.Equal("t1", measurement.Tags["tenant"]);
    }

    [Fact]
    public async Task AFailureIsThatOfTheImplementation()
    {
        using var program = Generation.Of(Program(
            "interface I { void M(); } class A : I { [Traced] public void M() => throw new InvalidOperationException(\"x\"); }", "I a = new A(); a.M(); return 0;")).Load();
        using var recorder = new TelemetryRecorder(program.Name);

        await Assert.ThrowsAsync<InvalidOperationException>(program.Method<Func<Task<object?>>>("Run"));
        Assert.Equal("System.InvalidOperationException", recorder.Span.GetTagItem("error.type"));
    }

    [Fact]
    public void TheImplementationMayBeInAReferencedAssembly()
    {
        var library = Generation.Of([new SourceFile("/lib/Lib.cs", """
            namespace Lib;
            public interface IStore { int Read(int x); }
            public class Store : IStore { [Traced] public int Read(int x) => x + 1; }
            """)], assemblyName: "LibWithStore");
        using var program = Generation.Of("public static class Program { public static int Run() { Lib.IStore store = new Lib.Store(); return store.Read(1); } }", library.ReferenceAssembly()).Load(library);
        using var recorder = new TelemetryRecorder("LibWithStore");

        Assert.Equal(2, program.Call("Run"));
        Assert.Equal("Store.Read", recorder.Span.DisplayName);
    }

    private static string Program(string declarations, string body) => $$"""
        public static class Program { public static async Task<object?> Run() { await Task.CompletedTask; {{body}} } }
        {{declarations}}
        """;
}
