using Instrumentation.Testing;
using Verifier = Instrumentation.Testing.RuleVerifier<Instrumentation.Generator.Interception.CallCoverageAnalyzer>;

namespace Instrumentation.Generator.Tests.Interception;

/// <summary>Uses of annotated methods that no interceptor covers.</summary>
public sealed class INS1002Tests
{
    private const string Service = """
        public class Base { [Traced] public virtual int Do(int x) => x; }
        public class Service : Base
        {
            [Traced] public int Work(int x) => x;
            [Measured] public static int Count(int x) => x;
            [Traced] public T Echo<T>(T x) where T : allows ref struct => x;
            [Traced] public int Ref<T>(T x) => 1;
            public int Plain(int x) => x;
        }
        public interface IThing { [Traced] int Thing(); }
        public static class Extensions { [Traced] public static int Twice(this string x) => 2 * x.Length; }
        """;

    [Fact]
    public Task MethodGroupsAreReportedAtTheName() => Verifier.Verify(Service + """
        public static class Program
        {
            public static void Run(Service service, Service? other, List<int> list)
            {
                Func<int, int> a = service.{|INS1002:Work|};
                Func<int, int> b = Service.{|INS1002:Count|};
                var c = list.Select(service.{|INS1002:Work|}).Select(Service.{|INS1002:Count|});
                Action<int> d = x => service.Work(x);
                Func<int, int>? e = other is null ? null : other.{|INS1002:Work|};
                Func<string, string> f = service.{|INS1002:Echo<string>|};
                Func<int> g = "".{|INS1002:Twice|};
                Delegate h = new Func<int, int>(service.{|INS1002:Work|});
                Delegate i = service.{|INS1002:Work|};
                object j = Service.{|INS1002:Count|};
                var k = service.{|INS1002:Work|};
                a(1); b(1); d(1); j.ToString(); k(1); i.DynamicInvoke(1); e?.Invoke(1); f(""); g(); h.DynamicInvoke(1);
            }
        }
        """);

    [Fact]
    public Task CallsThroughBaseAreReported() => Verifier.Verify(Service + """
        public class Derived : Base { public override int Do(int x) => base.{|INS1002:Do|}(x) + this.Own(); [Traced] public int Own() => 1; }
        """);

    [Fact]
    public Task CallsInExpressionTreesAreReported() => Verifier.Verify(Service + """
        public static class Program
        {
            public static void Run(Service service, IQueryable<int> numbers)
            {
                System.Linq.Expressions.Expression<Func<int, int>> tree = x => service.{|INS1002:Work|}(x);
                var query = from n in numbers where service.{|INS1002:Work|}(n) > 1 select Service.{|INS1002:Count|}(n);
                var list = from n in numbers.AsEnumerable() where service.Work(n) > 1 select n;
            }
        }
        """);

    [Fact]
    public Task DynamicAndConstrainedCallsAndRefStructArgumentsAreReported() => Verifier.Verify(Service + """
        public static class Program
        {
            public static void Run<T>(Service service, dynamic value, T thing, ReadOnlySpan<char> span) where T : struct, IThing
            {
                service.{|INS1002:Work|}(value);
                thing.{|INS1002:Thing|}();
                service.Echo(span);
            }
            public static void Boxed<T>(T thing) where T : class, IThing => thing.Thing();
        }
        """);

    [Fact]
    public Task OrdinaryCallsAreSilent() => Verifier.Verify(Service + """
        public class Derived : Base { public override int Do(int x) => Do(1) + this.Do(2); }
        public static class Program
        {
            /// <summary>See <see cref="Service.Work"/>.</summary>
            public static int Run(Service service, Service? other, IThing thing, Derived derived)
            {
                var sum = service.Work(1) + Service.Count(2) + other?.Work(3) + service.Echo(4) + thing.Thing() + derived.Do(5) + "".Twice() + Extensions.Twice("");
                Func<int, int> lambda = x => service.Work(x);
                Func<int, int> plain = service.Plain;
                var name = nameof(service.Work) + nameof(Service.Count);
                int Local(int x) => service.Work(x);
                return sum ?? lambda(1) + plain(1) + Local(1) + name.Length;
            }
        }
        public class Unrelated { public int Work(int x) => x; public int Call() => new List<Func<int, int>> { Work }.Count; }
        """);

    [Theory]
    [InlineData("Func<int, int> f = s.{|#0:Work|};", "This use of 'Service.Work' will have no telemetry: a delegate is made of it, and calls of the delegate cannot be intercepted; write a lambda that calls it")]
    [InlineData("System.Linq.Expressions.Expression<Action> t = () => s.{|#0:Work|}(1);", "This use of 'Service.Work' will have no telemetry: it stands in an expression tree, which must keep the method's name")]
    [InlineData("dynamic d = 1; s.{|#0:Work|}(d);", "This use of 'Service.Work' will have no telemetry: the call is dynamic")]
    public Task TheMessageSaysWhyAndWhatToDo(string statement, string message) =>
        Verifier.VerifyMessage(Service + $"public static class Program {{ public static void Run(Service s) {{ {statement} }} }}", "INS1002", message);

    [Fact]
    public Task WhatCannotBeCoveredAtAllIsReportedWhereItIsAnnotatedAndNotAtEachCall() => Verifier.Verify("""
        public class Service { [Traced] public IAsyncEnumerable<int> Sequence() => null!; public object Run() => Sequence(); }
        """);

    [Fact]
    public Task AnnotationsOfReferencedAssembliesCount()
    {
        var library = Generation.Of([new SourceFile("/lib/Lib.cs", "namespace Lib; public static class Files { [Traced] public static int Read(int x) => x; }")], assemblyName: "Lib");
        return Verifier.Verify(
            "public static class Program { public static void Run(List<int> list) => list.Select(Lib.Files.{|INS1002:Read|}).ToList(); }",
            new RuleSetting(References: [library.Reference()]));
    }

    [Fact]
    public Task PragmasAndSuppressMessageWork() => Verifier.Verify(Service + """
        public static class Program
        {
        #pragma warning disable INS1002 // the reason
            public static Func<int, int> A(Service service) => service.Work;
        #pragma warning restore INS1002
            public static Func<int, int> B(Service service) => service.{|INS1002:Work|};
            [System.Diagnostics.CodeAnalysis.SuppressMessage("Instrumentation.Tracing", "INS1002", Justification = "The reason.")]
            public static Func<int, int> C(Service service) => service.Work;
        }
        """);

    [Fact]
    public Task CallsThatMayReachAnAnnotatedImplementationAreReportedWhereTheyCannotFollow() => Verifier.Verify("""
        public interface IShop { int Sell(); T Make<T>(T x); }
        public interface IStore<T> { int Put(T x); }
        public interface ISource { object Read(); }
        public class Shop : IShop { [Traced] public int Sell() => 1; public T Make<T>(T x) => x; }
        public class Store<T, U> : IStore<T> { [Traced] public int Put(T x) => 1; }
        public class Plain : IShop { public int Sell() => 1; public T Make<T>(T x) => x; }
        public static class Program
        {
            public static void Run<TShop>(IShop shop, TShop some, IStore<int> store) where TShop : IShop
            {
                shop.Sell();
                shop.Make(1);
                some.{|INS1002:Sell|}();
                store.{|INS1002:Put|}(1);
                Func<int> sell = shop.{|INS1002:Sell|};
                sell();
            }
        }
        """);

    [Fact]
    public Task CallsThatWouldWorkOnACopyAreReported() => Verifier.Verify("""
        public struct Sum<T>
        {
            private int _n;
            [Traced] public int Add() => ++_n;
            [Traced] public readonly int Look() => _n;
            [Traced, System.Diagnostics.CodeAnalysis.UnscopedRef] public readonly ref readonly int Refer() => ref _n;
            public int Twice() { {|INS1002:Add|}(); this.{|INS1002:Add|}(); return Look() + {|INS1002:Refer|}(); }
            public static void Other(Sum<T> own, Sum<int> other) { own.{|INS1002:Add|}(); other.Add(); }
        }
        public class Outer<T>
        {
            public struct Inner { private int _n; [Traced] public int Add() => ++_n; }
            public static void Go(Inner inner) => inner.{|INS1002:Add|}();
        }
        public class User<T> { private Sum<T> _sum; public void Go() => _sum.Add(); }
        """);

    [Theory]
    [InlineData("[Traced] public int Add() => ++_n;", "the compiler would hand over a copy of the generic struct; make the method partial, or readonly")]
    [InlineData("[Traced] public ref T Add() => ref _items[_n++];", "the compiler would hand over a copy of the generic struct; make the method partial, or readonly")]
    [InlineData("[Traced, System.Diagnostics.CodeAnalysis.UnscopedRef] public ref int Add() => ref _n;", "the compiler would hand over a copy of the generic struct, and the result would refer to that; make the method partial")]
    [InlineData("[Traced, System.Diagnostics.CodeAnalysis.UnscopedRef] public readonly ref readonly int Add() => ref _n;", "the compiler would hand over a copy of the generic struct, and the result would refer to that; make the method partial")]
    [InlineData("[Traced, System.Diagnostics.CodeAnalysis.UnscopedRef] public readonly ReadOnlySpan<int> Add() => new(in _n);", "the compiler would hand over a copy of the generic struct, and the result would refer to that; make the method partial")]
    public Task OfACopyOnlyThatIsAdvisedWhichHelps(string method, string reason) => Verifier.VerifyMessage(
        $$"""public struct Sum<T> { private int _n; private T[] _items; public Sum(T[] items) { _n = 0; _items = items; } {{method}} public void Go() => {|#0:Add|}(); }""",
        "INS1002", $"This use of 'Sum.Add' will have no telemetry: {reason}");

    [Fact]
    public Task AReadOnlyMethodThatRefersToSomethingElseWorksOnACopyAsWell() => Verifier.Verify("""
        public readonly ref struct Cell<T>
        {
            private readonly Span<T> _items;
            public Cell(Span<T> items) => _items = items;
            [Traced] private ref T At(int index) => ref _items[index];
            public T First() => At(0);
        }
        """);

    [Fact]
    public Task AnOlderLanguageCannotRepeatThatATypeParameterIsScoped()
    {
        var library = Generation.Of([new SourceFile("/lib/Lib.cs", """
            namespace Lib;
            public static class Texts
            {
                [Traced] public static int Plain<T>(T text) where T : allows ref struct => 3;
                [Traced] public static int Scoped<T>(scoped T text) where T : allows ref struct => 3;
            }
            """)], assemblyName: "Lib");
        var consumer = Generation.Of([new SourceFile("/app/P.cs", "public static class P { public static int Run() => Lib.Texts.Plain(1) + Lib.Texts.Scoped(1); }")], [library.Reference()], language: Microsoft.CodeAnalysis.CSharp.LanguageVersion.CSharp12);
        consumer.Emit();
        return Verifier.Verify(
            "public static class P { public static int Run() => Lib.Texts.Plain(1) + Lib.Texts.{|INS1002:Scoped|}(1); }",
            new RuleSetting(Language: Microsoft.CodeAnalysis.CSharp.LanguageVersion.CSharp12, References: [library.Reference()]));
    }

    [Fact]
    public Task WhatADecoratorCoversIsNotReported() => Verifier.Verify("""
        using Microsoft.Extensions.DependencyInjection;
        [Traced] public interface IShop { int Sell(); }
        [Traced] public interface IStore { int Put(); }
        public class Shop : IShop { public int Sell() => 1; }
        public static class Program
        {
            public static void Run<T>(IServiceCollection services, IShop shop, IStore store, T any) where T : IShop
            {
                services.AddTraced<IShop, Shop>();
                Func<int> sell = shop.Sell, put = store.{|INS1002:Put|};
                any.Sell();
                sell();
                put();
            }
        }
        """);
}
