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

    public static TheoryData<int> Beginnings => [.. Enumerable.Range(1, 8)];

    [Theory]
    [MemberData(nameof(Beginnings))]
    public async Task CodeThatEndsAnywhereIsBorne(int part)
    {
        for (var length = part * 23; length < Source.Length; length += 8 * 23) await AssertBorne(Source[..length]);
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
        var generated = Generation.Of(source);

        Assert.Empty(generated.GeneratorDiagnostics);
        Assert.DoesNotContain(await AnalyzedProgram.Diagnose(generated), static diagnostic => diagnostic.Id == "AD0001");
    }
}
