using Instrumentation.Testing;

namespace Instrumentation.Generator.Tests.Tracing;

/// <summary>Which values reach a span, and in which form.</summary>
public sealed class TagBehaviourTests
{
    [Fact]
    public void EveryKindOfValueHasItsForm()
    {
        using var program = Generation.Of("""
            public enum Mode { Fast, Slow }
            public static class Program
            {
                public static void Run() => M("t", true, 7, 8UL, 1.5f, 2.5m, Mode.Slow, (Mode)9, TimeSpan.FromSeconds(2), new Guid(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11), null, null);
                [Traced] public static void M([Tag] string text, [Tag] bool flag, [Tag] int number, [Tag] ulong big, [Tag] float real, [Tag] decimal money,
                    [Tag] Mode mode, [Tag("unknown.mode")] Mode unknown, [Tag] TimeSpan wait, [Tag] Guid id, [Tag] int? none, [Tag] string? nothing) { }
            }
            """).Load();
        using var recorder = new TelemetryRecorder(program.Name);

        program.Call("Run");

        var tags = recorder.Span.TagObjects.Where(static tag => tag.Key != "code.function.name").ToDictionary(static tag => tag.Key, static tag => tag.Value);
        Assert.Equal(
            new Dictionary<string, object?>
            {
                ["text"] = "t", ["flag"] = true, ["number"] = 7L, ["big"] = 8L, ["real"] = 1.5, ["money"] = 2.5, ["mode"] = "Slow", ["unknown.mode"] = "other",
                ["wait"] = 2.0, ["id"] = "00000001-0002-0003-0405-060708090a0b",
            },
            tags);
    }

    [Fact]
    public async Task PathsMembersAndReturnValuesAreTagged()
    {
        using var program = Generation.Of("""
            public record Order(int Id, Customer? Customer);
            public record Customer(string Country);
            public static class Program { public static async Task Run() { await new Shop("eu").Place(new Order(1, new Customer("de"))); await new Shop("us").Place(new Order(2, null)); } }
            public class Shop(string region)
            {
                [Tag("shop.region")] public string Region => region;
                [Traced]
                [return: Tag("placed.id", Path = "Id"), Tag("placed.country", Path = "Customer.Country")]
                public async Task<Order> Place([Tag("order.id", Path = "Id"), Tag(Path = "Customer.Country")] Order order) { await Task.Yield(); return order with { Id = order.Id + 10 }; }
            }
            """).Load();
        using var recorder = new TelemetryRecorder(program.Name);

        await (Task)program.Call("Run")!;

        string Text(int i) => string.Join(' ', recorder.Spans[i].TagObjects.Where(static t => t.Key != "code.function.name").Select(static t => $"{t.Key}={t.Value}").Order());
        Assert.Equal("order.customer.country=de order.id=1 placed.country=de placed.id=11 shop.region=eu", Text(0));
        Assert.Equal("order.id=2 placed.id=12 shop.region=us", Text(1));
    }

    [Fact]
    public void ATagWithListedValuesTakesNoOther()
    {
        var generated = Generation.Of("""
            public static class Program
            {
                public static void Run() { M("eu"); M("\"us\""); M("mars"); M(null); }
                [Traced] public static void M([Tag(Values = ["eu", "\"us\"", "eu"])] string? region) { }
            }
            """);
        using var program = generated.Load();
        using var recorder = new TelemetryRecorder(program.Name);

        program.Call("Run");

        Assert.Equal(["eu", "\"us\"", "other", null], recorder.Spans.Select(static span => span.GetTagItem("region")));
        Assert.Contains("""{ "key": "region", "type": "string", "domain": { "kind": "finite", "values": ["eu", "\"us\"", "other"] } }""", generated.File("Catalog.g.cs"));
    }

    [Fact]
    public void NothingIsCapturedUnlessItIsAskedFor()
    {
        using var program = Generation.Of("""
            public static class Program { public static string Run() => M("secret"); [Traced] public static string M(string password) => password; }
            """).Load();
        using var recorder = new TelemetryRecorder(program.Name);

        program.Call("Run");

        Assert.Equal("code.function.name", string.Join(' ', recorder.Span.TagObjects.Select(static tag => tag.Key)));
    }

    [Fact]
    public void AGetterThatThrowsCostsItsTagAndNeverTheCall()
    {
        using var program = Generation.Of("""
            public class Bad { public virtual int Size { get; } }
            public class Worse : Bad { public override int Size => throw new InvalidOperationException(); }
            public static class Program { public static int Run() => new S().M(new Worse()); }
            public class S
            {
                [Tag] public string Tenant => throw new InvalidOperationException();
                [Traced] public int M([Tag("bad.size", Path = "Size")] Bad bad) => 5;
            }
            """).Load();
        using var recorder = new TelemetryRecorder(program.Name);

        Assert.Equal(5, program.Call("Run"));
        Assert.Equal(System.Diagnostics.ActivityStatusCode.Unset, recorder.Span.Status);
        Assert.Equal(
            ["bad.size", "tenant"],
            recorder.Skipped.Where(static key => key is "bad.size" or "tenant").Order());
    }

    [Fact]
    public void MarkedDataIsNotCapturedEvenWhereTheBuildIsForced()
    {
        using var program = Generation.Of("""
            public class User { [Pii] public string Email => "ada@example.org"; }
            public static class Program
            {
                public static void Run() => M(new User(), "ada@example.org");
                [Traced, BusinessMetric("logins", Tags = ["user.Email"])] public static void M([Tag(Path = "Email")] User user, [Tag, Pii] string mail) { }
            }
            """).Load();
        using var recorder = new TelemetryRecorder(program.Name);

        program.Call("Run");

        Assert.DoesNotContain(recorder.Span.TagObjects, static tag => Equals(tag.Value, "ada@example.org"));
        Assert.Empty(recorder.Of("logins"));
    }

    [Fact]
    public async Task TagsThatAreAlwaysTheSameAndTagsOnConditionAreSet()
    {
        using var program = Generation.Of("""
            public enum Tier { Basic, Gold }
            public record Order(bool IsPaid, bool? IsLate, string Region) { public bool Broken => throw new InvalidOperationException(); }
            public static class Program
            {
                public static async Task Run(bool paid, bool? late)
                {
                    var shop = new Shop();
                    shop.Sell(new Order(paid, late, "eu"));
                    await shop.SellLater(paid, new Order(paid, late, "us"));
                }
            }
            [Tag("component", Value = "shop")]
            public class Shop
            {
                public bool IsBusy => true;
                [Traced, Tag("tier", Value = Tier.Gold), Tag("size", Value = 3), Tag("ratio", Value = 0.5), Tag("open", Value = true, When = "order.IsPaid")]
                public void Sell(
                    [Tag("paid.region", Path = "Region", When = "order.IsPaid")][Tag("late.region", Path = "Region", When = "order.IsLate")][Tag("busy.region", Path = "Region", When = "this.IsBusy")][Tag("broken", Path = "Region", When = "order.Broken")] Order order) { }
                [Traced]
                [return: Tag("result", When = "paid")][return: Tag("late", Path = "Length", When = "order.IsLate")][return: Tag("always")]
                public async Task<string> SellLater(bool paid, Order order) { await Task.Yield(); return "done"; }
            }
            """).Load();
        using var recorder = new TelemetryRecorder(program.Name);

        await (Task)program.Call("Run", true, null)!;
        await (Task)program.Call("Run", false, true)!;

        Assert.Equal(
            [
                "tier=Gold size=3 ratio=0.5 open=True component=shop paid.region=eu busy.region=eu",
                "component=shop result=done always=done",
                "tier=Gold size=3 ratio=0.5 component=shop late.region=eu busy.region=eu",
                "component=shop late=4 always=done",
            ],
            recorder.Spans.Select(static span => string.Join(' ', span.TagObjects.Where(static tag => tag.Key != "code.function.name").Select(static tag => FormattableString.Invariant($"{tag.Key}={tag.Value}")))));
    }
}
