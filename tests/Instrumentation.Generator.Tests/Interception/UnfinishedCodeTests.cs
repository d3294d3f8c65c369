using Instrumentation.Testing;

namespace Instrumentation.Generator.Tests.Interception;

/// <summary>An editor hands over code that is half written. Neither the generator nor an analyzer may trip over it.</summary>
public sealed class UnfinishedCodeTests
{
    private const string Source = """
        [assembly: OwnedBy("platform"), TelemetryName("Acme"), Objective(Availability = 99)]
        namespace Acme;
        public record User([Pii] string Email, [property: Pii] string Phone, int Id);
        public interface IThing { [Traced] int Do([Tag] int x); }
        [Traced, Measured, OwnedBy("storage")] public partial class Store<T>(T item) : IThing where T : class
        {
            [Tag("store.region")] public string Region { get; set; } = "";
            [BusinessMetric("files.uploaded", Unit = "{file}", Tags = ["plan", "id=user.Id"], When = "return.Ok", Value = "user.Id", Kind = MetricKind.Histogram, Buckets = [1, 2])]
            [return: Tag("mail", Path = "Email")]
            public async Task<User> Save<U>([Tag(Path = "Id")] User user, bool plan, params ReadOnlySpan<U> more) where U : struct { await Task.Yield(); return user; }
            [HealthCheck("disk", Tags = ["live"])] public bool Disk(CancellationToken token) => item is not null;
            [PiiReviewed("Reason.", Expires = "2030-01-01")] public void Log(ILogger logger, User user) => logger.LogInformation($"{user.Email,5:x} {user?.Phone?.Trim()}");
            public int Do(int x) { [Traced] int Local([Tag] int y) => y; Func<int, int> f = Do; return Local(Do(x)) + f(1) + base.GetHashCode(); }
            public void Run(User user) { _ = Save(user, true, [1, 2]); new Store<string>("").Do(1); ((IThing)this)?.Do(2); }
        }
        """;

    // All that calls without naming, after what it calls: the annotations are there while the rest is written.
    private const string Unwritten = """
        [Traced] public class Bag : System.Collections.IEnumerable, IDisposable
        {
            public int Length => 1; public int this[int i] => i; public Bag Slice(int a, int b) => this; public ref int GetPinnableReference() => throw new Exception();
            public void Add(int x) { } public void Dispose() { } public Task DisposeAsync() => Task.CompletedTask; public void Deconstruct(out int a, out Bag b) => (a, b) = (1, this);
            public System.Collections.IEnumerator GetEnumerator() => null!; public System.Runtime.CompilerServices.TaskAwaiter GetAwaiter() => default;
            public Bag Where(Func<int, bool> f) => this; public Bag Select(Func<int, int> f) => this; public Bag OrderBy(Func<int, int> f) => this; public Bag Cast<T>() => this;
        }
        [System.Runtime.CompilerServices.InterpolatedStringHandler, Traced] public ref struct Handler(int a, int b) { public void AppendLiteral(string x) { } public void AppendFormatted(int x) { } }
        public static class Program
        {
            public static void Take(Handler x) { }
            public static async Task<object> Run(Bag bag, object any)
            {
                var a = from int x in bag where x > 1 orderby x select x + 1;
                Bag b = [1, .. new int[2]], c = new() { 1, 2 };
                await using (c) { } using var d = new Bag(); await bag;
                foreach (var (e, f) in bag) { } var (g, (h, i)) = bag; (g, _) = bag;
                Take($"a{g}b"); unsafe { fixed (int* p = bag) { } }
                return (bag[1..], bag?[..1], any is Bag (1, (2, _)), bag is [1, .. var rest]);
            }
        }
        """;

    public static TheoryData<int> Beginnings => [.. Enumerable.Range(1, 8)];

    [Theory]
    [MemberData(nameof(Beginnings))]
    public async Task CodeThatEndsAnywhereIsBorne(int part)
    {
        for (var length = part * 23; length < Source.Length; length += 8 * 23) await AssertBorne(Source[..length]);
    }

    [Theory]
    [MemberData(nameof(Beginnings))]
    public async Task CodeThatCallsWithoutNamingAndEndsAnywhereIsBorne(int part)
    {
        var start = Unwritten.IndexOf("public static class Program", StringComparison.Ordinal);
        for (var length = start + (part * 5); length < Unwritten.Length; length += 8 * 5) await AssertBorne(Unwritten[..length]);
    }

    [Theory]
    [InlineData("[BusinessMetric] public void M() { }")]
    [InlineData("[BusinessMetric(null)] public void M() { }")]
    [InlineData("[BusinessMetric(1, Unit = 2, Tags = 3, Buckets = null, Kind = \"x\")] public void M() { }")]
    [InlineData("[BusinessMetric(\"a\", Tags = null, Buckets = null, Value = null, When = null, Unit = null)] public void M() { }")]
    [InlineData("[BusinessMetric(\"a\", Tags = [null!], Value = \"x.y\")] public void M(Missing x) { }")]
    [InlineData("[Traced] public Missing<int> M(Missing x, out Other y) => default;")]
    [InlineData("[Traced(null)] public void M([Tag(null, Path = null, Values = null)] int x, [Tag(Path = \"\")] string y) { }")]
    [InlineData("[HealthCheck(null, Tags = null)] public Missing M() => default;")]
    [InlineData("[Objective(Availability = \"x\")] [OwnedBy(null)] [PiiReviewed(null)] public void M() { }")]
    [InlineData("[Traced] public void M(int x, int x) { } [Traced] public void M(int x, int x) { } public void N() => M(1, 2);")]
    [InlineData("[Traced] public void () { } [Tag] public int ; [Pii] public string ;")]
    [InlineData("[Traced] public override void M() { } [Traced] public partial void N();")]
    public Task WrongArgumentsAndTypesAreBorne(string member) => AssertBorne($"public class C {{ {member} }}");

    private static async Task AssertBorne(string source)
    {
        var generated = Generation.Of([new SourceFile("/app/Program.cs", source)], properties: new Dictionary<string, string> { ["InstrumentationCoverageReport"] = "true" });

        Assert.Empty(generated.GeneratorDiagnostics);
        Assert.DoesNotContain(await AnalyzedProgram.Diagnose(generated), static diagnostic => diagnostic.Id == "AD0001");
    }
}
