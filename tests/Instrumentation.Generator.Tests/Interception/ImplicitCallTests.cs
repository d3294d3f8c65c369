using Instrumentation.Testing;
using Verifier = Instrumentation.Testing.RuleVerifier<Instrumentation.Generator.Interception.CallCoverageAnalyzer>;

namespace Instrumentation.Generator.Tests.Interception;

/// <summary>Calls that syntax makes without writing them: no interceptor can cover one, and each is reported (INS1002).</summary>
public sealed class ImplicitCallTests
{
    [Fact]
    public Task Queries() => Verifier.Verify("""
        public class Source<T>
        {
            [Traced] public Source<T> Where(Func<T, bool> filter) => this;
            [Traced] public Source<U> Select<U>(Func<T, U> pick) => new();
            [Traced] public Source<V> SelectMany<U, V>(Func<T, Source<U>> pick, Func<T, U, V> both) => new();
            [Traced] public Source<V> Join<U, K, V>(Source<U> other, Func<T, K> own, Func<U, K> others, Func<T, U, V> both) => new();
            [Traced] public Source<V> GroupJoin<U, K, V>(Source<U> other, Func<T, K> own, Func<U, K> others, Func<T, Source<U>, V> both) => new();
            [Traced] public Source<T> OrderBy<K>(Func<T, K> key) => this;
            [Traced] public Source<T> ThenByDescending<K>(Func<T, K> key) => this;
            [Traced] public Source<Source<T>> GroupBy<K>(Func<T, K> key) => new();
            [Traced] public Source<U> Cast<U>() => new();
        }
        public static class Program
        {
            public static void Run(Source<int> source, Source<string> texts, List<int> list)
            {
                var a = from x in source {|INS1002:where|} x > 1 select x;
                var b = {|INS1002:from|} string x in source {|INS1002:let|} y = x.Length {|INS1002:select|} y + 1;
                var c = from x in source {|INS1002:from|} t in texts select t + x;
                var d = from x in source {|INS1002:join|} t in texts on x equals t.Length select t;
                var e = from x in source {|INS1002:join|} t in texts on x equals t.Length into g select g;
                var f = from x in source orderby {|INS1002:x|}, {|INS1002:-x descending|} select x;
                var g2 = from x in source {|INS1002:group|} x by x % 2;
                var h = from x in list where x > 1 select x + 1;
                var i = source.Where(x => x > 1).Select(x => x);
            }
        }
        """);

    [Fact]
    public Task ExtensionsThatQueriesCall() => Verifier.Verify("""
        public static class Operators { [Traced] public static IEnumerable<T> Where<T>(this IEnumerable<T> source, Func<T, int, bool> filter, int more = 0) => source; [Traced] public static int[] Select(this int x, Func<int, int> f) => []; }
        public static class Program { public static object Run(List<int> list) => (from x in 1 {|INS1002:select|} x, from x in list where x > 1 select x); }
        """);

    [Fact]
    public Task CollectionInitializersAndExpressions() => Verifier.Verify("""
        public class Bag : System.Collections.IEnumerable
        {
            [Traced] public void Add(int x) { }
            public void Add(string text) { }
            [Traced] public void Add(int x, int y) { }
            public System.Collections.IEnumerator GetEnumerator() => throw new NotSupportedException();
        }
        public static class More { [Traced] public static void Add(this Bag bag, DateTime x) { } }
        public class Typed<T> : IEnumerable<T>
        {
            [Traced] public void Add(T x) { }
            public IEnumerator<T> GetEnumerator() => throw new NotSupportedException();
            System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
        }
        public class Holder { public Bag Bag { get; } = new(); }
        public static class Program
        {
            public static void Run(int[] numbers, List<int> list)
            {
                var a = new Bag { {|INS1002:1|}, "a", {|INS1002:{ 2, 3 }|}, {|INS1002:DateTime.Now|} };
                Bag b = new() { {|INS1002:1|} };
                var c = new Holder { Bag = { {|INS1002:4|}, "b" } };
                Typed<int> d = [{|INS1002:1|}, {|INS1002:.. numbers|}];
                Bag e = [{|INS1002:1|}, "a"];
                var f = new List<int> { 1, 2 };
                List<int> g = [1, .. list];
                d.Add(1);
            }
        }
        """);

    [Fact]
    public Task CollectionBuilders() => Verifier.Verify("""
        using System.Runtime.CompilerServices;
        [CollectionBuilder(typeof(Rows), "Create")] public class Row<T> : IEnumerable<T> { public IEnumerator<T> GetEnumerator() => throw new NotSupportedException(); System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator(); }
        [CollectionBuilder(typeof(Rows), nameof(Rows.Lay))] public class Line : IEnumerable<int> { public IEnumerator<int> GetEnumerator() => throw new NotSupportedException(); System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator(); }
        public static class Rows { [Traced] public static Row<T> Create<T>(ReadOnlySpan<T> x) => new(); [Traced] public static Line Lay(ReadOnlySpan<int> x) => new(); }
        public static class Program { public static Row<int> Run() { Line line = {|INS1002:[|}2]; Row<int> other = Rows.Create<int>([3]); return {|INS1002:[|}1]; } }
        """);

    [Fact]
    public Task Usings() => Verifier.Verify("""
        public class Plain : IDisposable { [Traced] public void Dispose() { } }
        public class Derived : Plain;
        public class Silent : IDisposable { public virtual void Dispose() { } }
        public class Loud : Silent { [Traced] public override void Dispose() { } }
        public ref struct Scope { [Traced] public void Dispose() { } }
        public class Later : IAsyncDisposable { [Traced] public ValueTask DisposeAsync() => default; }
        public class ByName { [Traced] public Task DisposeAsync(int x = 0) => Task.CompletedTask; }
        public struct Value : IDisposable { [Traced] public void Dispose() { } }
        public static class Program
        {
            public static async Task Run<T>(IDisposable any, Plain plain, Func<Value?> value, T some, MemoryStream stream) where T : Plain
            {
                {|INS1002:using|} (plain) { }
                {|INS1002:using|} (var x = new Derived()) { }
                {|INS1002:using|} var y = new Plain();
                {|INS1002:using|} var z = value();
                {|INS1002:using|} Silent silent = new Loud();
                {|INS1002:using|} (some) { }
                await {|INS1002:using|} var later = new Later();
                await {|INS1002:using|} (new ByName()) { }
                using (any) { }
                using var other = stream;
                plain.Dispose();
            }
            public static void Scoped() { {|INS1002:using|} var scope = new Scope(); }
        }
        """);

    [Fact]
    public Task Enumerations() => Verifier.Verify("""
        public class Whole { [Traced] public Step GetEnumerator() => new(); public IEnumerator<int> Plain() => null!; }
        public struct Step : IDisposable { public int Current => 1; public bool MoveNext() => false; [Traced] public void Dispose() { } }
        public class Moving { public Other GetEnumerator() => new(); public class Other { public (int, int) Current => (1, 2); [Traced] public bool MoveNext() => false; } }
        public class Own : IEnumerable<int> { [Traced] public IEnumerator<int> GetEnumerator() => null!; System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => null!; }
        public class Stream : IAsyncEnumerable<int> { [Traced] public IAsyncEnumerator<int> GetAsyncEnumerator(CancellationToken cancellation = default) => null!; }
        public static class Extensions { [Traced] public static IEnumerator<int> GetEnumerator(this int x) => null!; }
        public static class Program
        {
            public static async Task Run(Whole whole, Moving moving, Own own, Stream stream, IEnumerable<int> any, List<int> list)
            {
                foreach (var x in any) { }
                foreach (var x in list) { }
                {|INS1002:foreach|} (var (x, y) in moving) { }
                {|INS1002:foreach|} (var x in own) { }
                {|INS1002:foreach|} (var x in 5) { }
                await {|INS1002:foreach|} (var x in stream) { }
                int[] all = [1, {|INS1002:..|} own, .. any];
                own.GetEnumerator();
            }
            public static void Twice(Whole whole) { {|#0:foreach|} (var x in whole) { } }
        }
        """, Said("Whole.GetEnumerator", "'foreach' calls it, and no call is written; make the method partial"), Said("Step.Dispose", "'foreach' calls it, and no call is written; make the method partial"));

    [Fact]
    public Task Deconstructions() => Verifier.Verify("""
        public class Pair { [Traced] public void Deconstruct(out int a, out Pair b) => (a, b) = (1, this); }
        public static class Extensions { [Traced] public static void Deconstruct(this Uri x, out int a, out int b) => a = b = 1; }
        public record Plain(int A, int B);
        public static class Program
        {
            public static object Run(Pair pair, List<Pair> pairs, Plain plain, Uri now, object any)
            {
                var {|INS1002:(a, b)|} = pair;
                int c; Pair d;
                {|INS1002:(c, d)|} = pair;
                var (e, f) = plain;
                foreach (var {|INS1002:(g, h)|} in pairs) { }
                {|INS1002:(var i, var j)|} = now;
                pair.Deconstruct(out _, out _);
                return (any is Pair {|INS1002:(1, var k)|}, plain is (1, 2), any switch { Pair {|INS1002:(2, _)|} => 1, _ => 2 }, a, b, e, f, i, j);
            }
        }
        """.Replace("var {|INS1002:(a, b)|}", "{|INS1002:var (a, b)|}").Replace("var {|INS1002:(g, h)|}", "{|INS1002:var (g, h)|}"));

    [Fact]
    public Task Awaits() => Verifier.Verify("""
        public class Awaitable { [Traced] public System.Runtime.CompilerServices.TaskAwaiter GetAwaiter() => Task.CompletedTask.GetAwaiter(); }
        public static class Extensions { [Traced] public static System.Runtime.CompilerServices.TaskAwaiter GetAwaiter(this int x) => Task.CompletedTask.GetAwaiter(); }
        public class Closing { public Awaitable DisposeAsync() => new(); }
        public static class Program
        {
            public static async Task Run(Awaitable awaitable, Task task)
            {
                {|INS1002:await|} awaitable;
                {|INS1002:await|} 3;
                await task;
                await {|INS1002:using|} var x = new Closing();
            }
        }
        """);

    [Fact]
    public Task RangesAndFixedStatementsAndTexts() => Verifier.Verify("""
        using System.Runtime.CompilerServices;
        public class Text { public int Length => 1; public char this[int i] => 'a'; [Traced] public Text Slice(int start, int length) => this; [Traced] public ref readonly char GetPinnableReference() => throw new NotSupportedException(); }
        [InterpolatedStringHandler] public ref struct Handler(int literals, int holes) { [Traced] public void AppendLiteral(string x) { } public void AppendFormatted<T>(T x) { } [Traced] public void AppendFormatted(int x) { } }
        public static class Program
        {
            public static void Take(Handler handler) { }
            public static unsafe object Run(Text text, Text? other, string plain, int[] numbers, Range range)
            {
                var a = text{|INS1002:[1..2]|};
                var b = text{|INS1002:[range]|};
                var c = other?{|INS1002:[1..]|};
                var d = plain[1..] + text[0] + text[^1] + numbers[1..].Length;
                var e = text is ['a', {|INS1002:.. var rest|}];
                fixed (char* p = {|INS1002:text|}) { }
                fixed (char* p = plain) { }
                fixed (int* p = &numbers[0]) { }
                Take($"{|INS1002:a|}{|INS1002:{1}|}{""}");
                return (a, b, c, d, e, $"a{1}");
            }
        }
        """);

    [Fact]
    public Task WhatCoversItselfAndWhatADecoratorCoversIsSilent() => Verifier.Verify("""
        using Microsoft.Extensions.DependencyInjection;
        public partial class Plain : IDisposable { [Traced] public partial void Dispose(); private void DisposeCore() { } public partial void Dispose() => DisposeCore(); }
        public interface IFeed { [Traced] IEnumerator<int> GetEnumerator(); }
        public class Feed : IFeed { public IEnumerator<int> GetEnumerator() => null!; }
        public static class Program
        {
            public static void Run(IServiceCollection services, IFeed feed)
            {
                services.AddTraced<IFeed, Feed>();
                foreach (var x in feed) { }
            }
        }
        """.Replace("private void DisposeCore() { } public partial void Dispose() => DisposeCore();", "[Instrumentation.Runtime.Instrumented] public partial void Dispose() => DisposeCore(); private void DisposeCore() { }"));

    [Fact]
    public Task WhatIsAnnotatedElsewhereCounts()
    {
        var library = Generation.Of([new SourceFile("/lib/Lib.cs", "namespace Lib; public class File : System.IDisposable { [Traced] public void Dispose() { } }")], assemblyName: "Lib");
        return Verifier.Verify(
            "public static class Program { public static void Run() { {|INS1002:using|} var file = new Lib.File(); } }",
            new RuleSetting(References: [library.Reference()]));
    }

    [Fact]
    public Task WhatIsImpossibleIsReportedWhereItIsAnnotated() => Verifier.Verify("""
        public class Plain : IDisposable { [Traced] void IDisposable.Dispose() { } }
        public static class Program { public static void Run() { using var plain = new Plain(); } }
        """);

    [Theory]
    [InlineData("using", "public class C : IDisposable { [Traced] public void Dispose() { } public static void Go() { {|#0:using|} var c = new C(); } }", "C.Dispose", "'using' calls it, and no call is written; call it in a 'finally', or make the method partial")]
    [InlineData("query", "public class C { [Traced] public C Select(Func<int, int> f) => this; public static C Go(C c) => from x in c {|#0:select|} x; }", "C.Select", "a query calls it, and no call is written; call it by its name, or make the method partial")]
    public Task TheMessageSaysWhatCallsAndWhatHelps(string syntax, string source, string method, string reason)
    {
        Assert.NotEmpty(syntax);
        return Verifier.VerifyMessage(source, "INS1002", $"This use of '{method}' will have no telemetry: {reason}");
    }

    private static Microsoft.CodeAnalysis.Testing.DiagnosticResult Said(string method, string reason) =>
        new Microsoft.CodeAnalysis.Testing.DiagnosticResult("INS1002", Microsoft.CodeAnalysis.DiagnosticSeverity.Warning).WithLocation(0).WithMessage($"This use of '{method}' will have no telemetry: {reason}");
}
