using Instrumentation.Testing;

namespace Instrumentation.Generator.Tests.Decorators;

/// <summary>Services behind generated decorators: what they return, with a listener and without, and the spans that they make for any caller.</summary>
public sealed class DecoratorBehaviourTests
{
    /// <summary>One shape a row: the declarations, the registrations, the statements of the call, what they return, and the spans in the order in which they end.</summary>
    public static TheoryData<string, string, string, string, string, string> Shapes => new()
    {
        { "annotated interface", "[Traced] public interface I { int M(int x); } public class A : I { public int M(int x) => x + 1; }", "services.AddTraced<I, A>();", "return provider.GetRequiredService<I>().M(1);", "2", "I.M" },
        { "delegate of a decorated object", "[Traced] public interface I { int M(int x); } public class A : I { public int M(int x) => x + 1; }", "services.AddTraced<I, A>();", "Func<int, int> f = provider.GetRequiredService<I>().M; return f(1) + (int)typeof(I).GetMethod(\"M\")!.Invoke(provider.GetRequiredService<I>(), [1])!;", "4", "I.M I.M" },
        { "one annotated method of several", "public interface I { [Traced] string M(); string N(); string P { get; set; } string this[int i] { get; } event Action E; void Raise(); } public class A : I { public string M() => \"m\"; public string N() => \"n\"; public string P { get; set; } = \"p\"; public string this[int i] => \"i\" + i; public event Action E = delegate { }; public void Raise() => E(); }", "services.AddTraced<I, A>();", "var i = provider.GetRequiredService<I>(); i.P += \"q\"; var s = \"\"; i.E += () => s = \"e\"; i.Raise(); return i.M() + i.N() + i.P + i[3] + s;", "mnpqi3e", "I.M" },
        { "annotated implementation", "public interface I { int M(int x); } public class A : I { [Traced] public int M(int x) => x + 1; }", "services.AddTraced<I, A>();", "Func<int, int> f = provider.GetRequiredService<I>().M; return f(1);", "2", "A.M" },
        { "inherited interface", "public interface IBase<T> { [Traced] T M(T x); } public interface I : IBase<int>, IComparable<string> { } public class A : I { public int M(int x) => x + 1; public int CompareTo(string? other) => 7; }", "services.AddTraced<I, A>();", "var i = provider.GetRequiredService<I>(); return i.M(1) * 10 + i.CompareTo(\"\");", "27", "IBase.M" },
        { "generic methods", "[Traced] public interface I { T? M<T>(T? x); T N<T>(T x) where T : class; T? O<T>(T? x) where T : struct; T Q<T>(T x) where T : I; } public class A : I { public T? M<T>(T? x) => x; public T N<T>(T x) where T : class => x; public T? O<T>(T? x) where T : struct => x; public T Q<T>(T x) where T : I => x; }", "services.AddTraced<I, A>();", "var i = provider.GetRequiredService<I>(); return i.M(1) + i.N(\"a\") + i.O<int>(2) + (i.Q(i) == i);", "1a2True", "I.M I.N I.O I.Q" },
        { "ref, out, in and pointers", "[Traced] public unsafe interface I { ref int M(ref int x, out int y, in int z, int* p, params ReadOnlySpan<int> s); } public unsafe class A : I { public ref int M(ref int x, out int y, in int z, int* p, params ReadOnlySpan<int> s) { y = z + *p + s.Length; return ref x; } }", "services.AddTraced<I, A>();", "unsafe { var x = 1; var p = 5; provider.GetRequiredService<I>().M(ref x, out var y, 7, &p, 1, 2) = 4; return x * 100 + y; }", "414", "I.M" },
        { "default interface method", "[Traced] public interface I { int M() => N() + 1; int N(); } public class A : I { public int N() => 1; } public class B : A, I { int I.M() => 9; }", "services.AddTraced<I, A>(); services.AddKeyedTraced<I, B>(\"b\");", "return provider.GetRequiredService<I>().M() * 10 + provider.GetRequiredKeyedService<I>(\"b\").M();", "29", "I.N I.M I.M" },
        { "asynchronous", "[Traced] public interface I { Task<int> M(); ValueTask N(); IAsyncEnumerable<int> S(); } public class A : I { public async Task<int> M() { await Task.Yield(); return 5; } public async ValueTask N() => await Task.Yield(); public async IAsyncEnumerable<int> S() { yield return 1; await Task.Yield(); yield return 2; } }", "services.AddTraced<I, A>();", "var i = provider.GetRequiredService<I>(); await i.N(); var sum = 0; await foreach (var x in i.S()) sum += x; return await i.M() + sum;", "8", "I.N I.S I.M" },
        { "keyed service", "[Traced] public interface I { string M(); } public class A : I { public string M() => \"a\"; } public class B : I { public string M() => \"b\"; }", "services.AddKeyedTraced<I, A>(\"a\"); services.AddKeyedTraced<I, B>(\"b\");", "return provider.GetRequiredKeyedService<I>(\"b\").M() + provider.GetRequiredKeyedService<I>(\"a\").M();", "ba", "I.M I.M" },
        { "several implementations", "[Traced] public interface I { string M(); } public class A : I { public string M() => \"a\"; } public class B : I { public string M() => \"b\"; }", "services.AddTraced<I, A>(); services.AddTraced<I, B>();", "return string.Concat(provider.GetServices<I>().Select(x => x.M()));", "ab", "I.M I.M" },
        { "open generic service", "[Traced] public interface I<T> { T M(T x); } public class A<T> : I<T> { public T M(T x) => x; }", "services.AddTraced(typeof(I<>), typeof(A<>)); services.AddKeyedTraced(typeof(I<>), \"k\", typeof(A<>));", "return provider.GetRequiredService<I<int>>().M(1) + provider.GetRequiredService<I<string>>().M(\"x\") + provider.GetRequiredKeyedService<I<int>>(\"k\").M(2);", "1x2", "I.M I.M I.M" },
        { "closed generic service", "[Traced] public interface I<T> where T : notnull { T M(T x); } public class A : I<int> { public int M(int x) => x; }", "services.AddTraced<I<int>, A>();", "return provider.GetRequiredService<I<int>>().M(1);", "1", "I.M" },
        { "registrations that are there already", "[Traced] public interface I { int M(); } public class A(int n) : I { public int M() => n; public override string ToString() => \"A\" + n; }", "services.AddSingleton<I>(new A(1)); services.AddTransient<I>(_ => new A(2)); services.AddKeyedSingleton<I>(\"k\", (_, key) => new A(3)); services.AddTraced<I>();", "return string.Concat(provider.GetServices<I>().Append(provider.GetRequiredKeyedService<I>(\"k\")).Select(x => x.M() + x.ToString()));", "1A12A23A3", "I.M I.M I.M" },
        { "wrapped by hand", "[Traced] public interface I { int M(); } public class A : I { public int M() => 1; }", "", "var a = new A(); var i = Decorator.Wrap<I>(a); Func<int> f = i.M; return f() + (i.Equals(a) && Decorator.Wrap<I>(i) == i && i.GetHashCode() == a.GetHashCode() ? 10 : 0);", "11", "I.M" },
        { "nested, with a property that is only initialized", "public class Outer<T> { [Traced] public interface I { T P { get; init; } int M<U>(T x, U y); } } public class A : Outer<string>.I { public string P { get; init; } = \"p\"; public int M<U>(string x, U y) => x.Length; }", "services.AddTraced<Outer<string>.I, A>();", "var i = provider.GetRequiredService<Outer<string>.I>(); return i.M(\"abc\", 1) + i.P;", "3p", "I.M" },
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public async Task EveryShapeReturnsTheSameOnAndOffAndHasItsSpans(string shape, string declarations, string registrations, string body, string expected, string spans)
    {
        Assert.NotEmpty(shape);
        using var program = Generation.Of(Program(declarations, registrations, body)).Load();
        var run = program.Method<Func<Task<object?>>>("Run");

        Assert.Equal(expected, (await run())!.ToString());

        using var recorder = new TelemetryRecorder(program.Name);
        Assert.Equal(expected, (await run())!.ToString());
        Assert.Equal(spans, string.Join(' ', recorder.Spans.Select(static span => span.DisplayName)));
    }

    [Theory]
    [InlineData("services.AddTraced<I, A>(ServiceLifetime.Singleton);", "one one 1")]
    [InlineData("services.AddTraced<I, A>();", "one two 2")]
    [InlineData("services.AddTraced<I, A>(ServiceLifetime.Transient);", "two two 3")]
    [InlineData("services.AddSingleton<I, A>(); services.AddTraced<I>();", "one one 1")]
    public async Task LifetimesAreKeptAndEachObjectIsDisposedOfOnce(string registrations, string expected)
    {
        foreach (var disposable in new[] { ("", ", IDisposable"), (" : IDisposable", "") })
        {
            using var program = Generation.Of(Program(
                $$"""
                [Traced] public interface I{{disposable.Item1}} { int Number { get; } int M(); }
                public sealed class A : I{{disposable.Item2}}
                {
                    public static int Made, Disposed;
                    public int Number { get; } = ++Made;
                    public int M() => 1;
                    public void Dispose() => Disposed++;
                }
                """,
                registrations,
                """
                A.Made = A.Disposed = 0;
                bool inScope, between;
                await using (provider)
                {
                    I first, second, third;
                    using (var scope = provider.CreateScope())
                    {
                        first = scope.ServiceProvider.GetRequiredService<I>();
                        second = scope.ServiceProvider.GetRequiredService<I>();
                    }

                    using (var scope = provider.CreateScope()) third = scope.ServiceProvider.GetRequiredService<I>();
                    inScope = first.Number == second.Number;
                    between = first.Number == third.Number;
                }

                return A.Made != A.Disposed ? $"made {A.Made}, disposed of {A.Disposed}" : $"{(inScope ? "one" : "two")} {(between ? "one" : "two")} {A.Made}";
                """)).Load();

            Assert.Equal(expected, await program.Method<Func<Task<object?>>>("Run")());
        }
    }

    [Fact]
    public async Task AProjectThatWantsNothingGeneratedGetsItsServicesAsTheyAre()
    {
        var source = Program(
            "[Traced] public interface I { int M(); } [Traced] public interface J<T> { int M(); } public class A : I { public int M() => 1; } public class B<T> : J<T> { public int M() => 2; }",
            "services.AddTraced<I, A>(); services.AddTraced(typeof(J<>), typeof(B<>));",
            "return provider.GetRequiredService<I>().M() + provider.GetRequiredService<J<int>>().M() + provider.GetRequiredService<I>().GetType().Name;");
        using var program = Generation.Of([new SourceFile("/app/Program.cs", source)], isEnabled: false).Load();
        using var recorder = new TelemetryRecorder(program.Name);

        Assert.Equal("3A", await program.Method<Func<Task<object?>>>("Run")());
        Assert.Empty(recorder.Spans);
    }

    [Fact]
    public void TheCatalogSaysThatADecoratorCoversTheInterface()
    {
        var generation = Generation.Of(Program(
            "[Traced] public interface I { int M(); } [Traced] public interface J { int N(); } public class A : I { public int M() => 1; }", "services.AddTraced<I, A>();", "return 0;"));

        var catalog = generation.File("Catalog.g.cs");
        Assert.Equal(
            [("I.M", "decorator"), ("J.N", "interceptor")],
            System.Text.RegularExpressions.Regex.Matches(catalog, "\"name\": \"([IJ]\\.[MN])\"[^}]*?\"strategy\": \"(\\w+)\"").Select(static match => (match.Groups[1].Value, match.Groups[2].Value)));
    }

    [Fact]
    public async Task WhatHasNoDecoratorFailsWhenItIsRegistered()
    {
        using var program = Generation.Of(Program("public interface I; public class A : I;", "services.AddTraced<I, A>();", "return 0;")).Load();

        var failure = await Assert.ThrowsAsync<InvalidOperationException>(program.Method<Func<Task<object?>>>("Run"));
        Assert.Contains("no generated decorator for I", failure.Message);
    }

    private static string Program(string declarations, string registrations, string body) => $$"""
        using Microsoft.Extensions.DependencyInjection;
        public static class Program
        {
            public static async Task<object?> Run()
            {
                await Task.CompletedTask;
                var services = new ServiceCollection();
                {{registrations}}
                var provider = services.BuildServiceProvider();
                {{body}}
            }
        }
        {{declarations}}
        """;
}
