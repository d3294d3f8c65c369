using Instrumentation.Testing;

namespace Instrumentation.Generator.Tests.Partials;

/// <summary>Annotated partial methods get their other part from the build; every caller is covered, and once.</summary>
public sealed class PartialMethodBehaviourTests
{
    /// <summary>One shape a row: the members of a partial class, the statements of the call, what they return, and the spans.</summary>
    public static TheoryData<string, string, string, string, string> Shapes => new()
    {
        { "value", "[Traced] public partial int M(int x); private int MCore(int x) => x + 1;", "return new S().M(1);", "2", "S.M" },
        { "void", "public int N; [Traced] public partial void M(); private void MCore() => N++;", "var s = new S(); s.M(); return s.N;", "1", "S.M" },
        { "static", "[Traced] public static partial string M(string x); private static string MCore(string x) => x + '!';", "return S.M(\"a\");", "a!", "S.M" },
        { "async", "[Traced] public partial Task<int> M(int x); private async Task<int> MCore(int x) { await Task.Yield(); return x; }", "return await new S().M(3);", "3", "S.M" },
        { "ValueTask", "[Traced] public partial ValueTask<int> M(); private async ValueTask<int> MCore() { await Task.Yield(); return 4; }", "return await new S().M();", "4", "S.M" },
        { "iterator", "[Traced] public partial IEnumerable<int> M(int n); private IEnumerable<int> MCore(int n) { for (var i = 0; i < n; i++) yield return i; }", "return new S().M(3).Sum();", "3", "S.M" },
        { "generic", "[Traced] public partial T M<T>(T x) where T : struct, IComparable<T>; private T MCore<T>(T x) where T : struct, IComparable<T> => x;", "return new S().M(5);", "5", "S.M" },
        { "overloads", "[Traced(\"one\")] public partial int M(int x); private int MCore(int x) => 1; [Traced(\"two\")] public partial int M(string x); private int MCore(string x) => 2;", "return new S().M(1) * 10 + new S().M(\"\");", "12", "one two" },
        { "ref, out, params", "[Traced] public partial int M(ref int a, out int b, params int[] c); private int MCore(ref int a, out int b, params int[] c) { a++; b = a; return c.Length; }", "var a = 1; var n = new S().M(ref a, out var b, 7, 8); return a * 100 + b * 10 + n;", "222", "S.M" },
        { "ref return", "private int _x = 1; [Traced] public partial ref int M(); private ref int MCore() => ref _x; public int X => _x;", "var s = new S(); s.M() = 5; return s.X;", "5", "S.M" },
        { "private, with private types", "private record struct Secret(int Value); [Traced] private partial Secret M(Secret x); private Secret MCore(Secret x) => x; public int N() => M(new Secret(6)).Value;", "return new S().N();", "6", "S.M" },
        { "delegate", "[Traced] public partial int M(int x); private int MCore(int x) => x;", "Func<int, int> f = new S().M; return f(7);", "7", "S.M" },
        { "reflection", "[Traced] public partial int M(int x); private int MCore(int x) => x;", "return typeof(S).GetMethod(\"M\")!.Invoke(new S(), [8]);", "8", "S.M" },
        { "virtual", "[Traced] public virtual partial int M(); private int MCore() => 9; public class D : S { public override int M() => base.M() + 1; }", "return new S().M();", "9", "S.M" },
        { "optional", "[Traced] public partial int M(int a = 4); private int MCore(int a) => a;", "return new S().M();", "4", "S.M" },
        { "keyword names", "[Traced] public partial int M(int @int, int self); private int MCore(int @int, int self) => @int + self;", "return new S().M(1, 2);", "3", "S.M" },
        { "generic nested type", "", "return new Outer<string>.Inner<int>().Put(\"a\", 1, true);", "a1True", "Inner.Put" },
        { "struct that changes itself", "", "var c = new Counter(); c.Add(); c.Add(); return c.N;", "2", "Counter.Add Counter.Add" },
        { "readonly struct", "", "return new Point(3).Twice();", "6", "Point.Twice" },
        { "record", "", "return new Order(2).Total();", "2", "Order.Total" },
        { "extension", "", "return 4.Twice();", "8", "Extensions.Twice" },
    };

    private const string Types = """
        namespace Acme.Deep { }
        public partial class Outer<T> { public partial class Inner<U> { [Traced] public partial string Put<V>(T t, U u, V v); private string PutCore<V>(T t, U u, V v) => $"{t}{u}{v}"; } }
        public partial struct Counter { public int N; [Traced] public partial void Add(); private void AddCore() => N++; }
        public readonly partial struct Point(int x) { public int X { get; } = x; [Traced] public partial int Twice(); private int TwiceCore() => X * 2; }
        public partial record Order(int Size) { [Traced] public partial int Total(); private int TotalCore() => Size; }
        public static partial class Extensions { [Traced] public static partial int Twice(this int x); private static int TwiceCore(this int x) => x * 2; }
        """;

    [Theory]
    [MemberData(nameof(Shapes))]
    public async Task EveryShapeReturnsTheSameOnAndOffAndHasItsSpanOnce(string shape, string members, string body, string expected, string spans)
    {
        Assert.NotEmpty(shape);
        using var program = Generation.Of($"{Types}\npublic partial class S {{ {members} }}\npublic static class Program {{ public static async Task<object?> Run() {{ await Task.CompletedTask; {body} }} }}").Load();
        var run = program.Method<Func<Task<object?>>>("Run");

        Assert.Equal(expected, (await run())!.ToString());

        using var recorder = new TelemetryRecorder(program.Name);
        Assert.Equal(expected, (await run())!.ToString());
        Assert.Equal(spans, string.Join(' ', recorder.Spans.Select(static span => span.DisplayName)));
    }

    [Fact]
    public void TagsMetricsAndFailuresAreThoseOfAnyOtherMethod()
    {
        using var program = Generation.Of("""
            namespace Acme.Shop;
            public enum Plan { Free, Paid }
            public partial class Cart
            {
                [Tag] public string Region => "eu";
                [Traced, Measured, BusinessMetric("sold", Tags = ["plan"]), BusinessMetric("failed", When = "failure")]
                [return: Tag("total")]
                public partial int Buy([Tag] int count, Plan plan);
                private int BuyCore(int count, Plan plan) => count > 0 ? count * 2 : throw new InvalidOperationException();
            }
            """ + "\npublic static class Api { public static int Buy(int n) => new Cart().Buy(n, Plan.Paid); }").Load();
        using var recorder = new TelemetryRecorder(program.Name);
        var buy = program.Assembly.GetType("Acme.Shop.Api")!.GetMethod("Buy")!.CreateDelegate<Func<int, int>>();

        Assert.Equal(4, buy(2));
        Assert.Throws<InvalidOperationException>(() => buy(0));

        Assert.Equal("count=2 region=eu total=4", string.Join(' ', recorder.Spans[0].TagObjects.Where(static tag => tag.Key != "code.function.name").Select(static tag => $"{tag.Key}={tag.Value}").Order()));
        Assert.Equal("Paid", recorder.Of("sold").Single().Tags["plan"]);
        Assert.Single(recorder.Of("failed"));
        Assert.Equal("System.InvalidOperationException", recorder.Spans[1].GetTagItem("error.type"));
        Assert.Equal(2, recorder.Of("operation.duration").Count);
    }

    [Fact]
    public void ACallFromAnotherAssemblyHasOneSpan()
    {
        var library = Generation.Of("namespace Lib; public static partial class Words { [Traced] public static partial int Count(string text); private static int CountCore(string text) => text.Length; }");
        using var program = Generation.Of("public static class Program { public static int Run() => Lib.Words.Count(\"ab\"); }", library.ReferenceAssembly()).Load(library);
        using var recorder = new TelemetryRecorder(library.AssemblyName);

        Assert.Equal(2, program.Call("Run"));
        Assert.Equal("Words.Count", recorder.Span.DisplayName);
    }

    [Fact]
    public void WhereNothingIsToBeGeneratedTheMethodStillHasItsBody()
    {
        var generation = Generation.Of(
            [new SourceFile("/app/S.cs", "public static partial class Program { public static int Run() => M(1); [Traced] public static partial int M(int x); private static int MCore(int x) => x + 1; }")],
            isEnabled: false);
        using var program = generation.Load();
        using var recorder = new TelemetryRecorder(program.Name);

        Assert.Equal(2, program.Call("Run"));
        Assert.Empty(recorder.Spans);
        Assert.Equal("Program.Partial.g.cs", generation.Result.GeneratedSources.Single().HintName);
    }

    [Fact]
    public void TheCatalogNamesTheStrategyAndAnEditOfTheBodyLeavesThePartCached()
    {
        var start = Generation.Of([new SourceFile("/app/S.cs", "public partial class S { [Traced] public partial int M(int x); private int MCore(int x) => x; public int N() => M(1); }")]);
        Assert.Contains("\"strategy\": \"partial\"", start.File("Catalog.g.cs"));
        Assert.DoesNotContain(start.Result.GeneratedSources, static source => source.HintName.Contains("Interceptors"));

        var edited = start.Edit("/app/S.cs", static text => text.Replace("=> x;", "=> x + 1;"));
        Assert.All(
            edited.Result.TrackedSteps[TrackingNames.Partials_Emit].SelectMany(static run => run.Outputs),
            static output => Assert.True(output.Reason is Microsoft.CodeAnalysis.IncrementalStepRunReason.Cached or Microsoft.CodeAnalysis.IncrementalStepRunReason.Unchanged));

        var renamed = start.Edit("/app/S.cs", static text => text.Replace("M(int x)", "M(int y)").Replace("MCore(int x) => x", "MCore(int y) => y"));
        Assert.Contains(renamed.Result.TrackedSteps[TrackingNames.Partials_Emit].SelectMany(static run => run.Outputs), static output => output.Reason == Microsoft.CodeAnalysis.IncrementalStepRunReason.Modified);
        Assert.Empty(renamed.Problems());
    }
}
