using System.Text.Json;

namespace Instrumentation.Package.Tests;

/// <summary>The report of what is covered, which a project asks for with one property.</summary>
public sealed class CoverageReportTests(PackedFeed feed)
{
    private const string Asked = "<InstrumentationCoverageReport>true</InstrumentationCoverageReport>";

    private const string Program = """
        using Instrumentation;

        var prices = new List<int> { 1, 2 };
        Console.WriteLine(prices.Select(Shop.Price).Sum() + Shop.Price(3) + Shop.Größe(4) + new Shop.Till().Count(5));

        public static partial class Shop
        {
            [Traced] public static int Price(int id) => id;
            [Traced] public static int Größe(int id) => id;
            [Traced] private static int Secret<T>(int id) => id;

            public sealed partial class Till
            {
                [Measured] public partial int Count(int id);
                private int CountCore(int id) => id;
            }
        }
        """;

    [Fact]
    public async Task OnePropertyWritesItAsJsonAndAsMarkdown()
    {
        var consumer = NewConsumer(Asked);

        (await consumer.Build("App")).Succeeded();

        Assert.Equal(
            """
            # Instrumentation coverage of App

            4 annotated methods, 3 uses covered, 1 not.

            | method | strategy | covered | not covered | declared |
            |---|---|---:|---:|---|
            | Shop.Größe(int) | interceptor | 1 | 0 | Program.cs:9 |
            | Shop.Price(int) | interceptor | 1 | 1 | Program.cs:8 |
            | Shop.Secret&lt;T>(int) | none | 0 | 0 | Program.cs:10 |
            | Shop.Till.Count(int) | partial | 1 | 0 | Program.cs:14 |

            ## Not covered

            | place | method | reason |
            |---|---|---|
            | Program.cs:10 | Shop.Secret&lt;T>(int) | a private method of a static class that is generic cannot be reached; make it internal |
            | Program.cs:4 | Shop.Price(int) | a delegate is made of it, and calls of the delegate cannot be intercepted; write a lambda that calls it |

            """.ReplaceLineEndings("\n"),
            consumer.Read("App/obj/Debug/instrumentation-coverage.md").ReplaceLineEndings("\n"));

        using var json = JsonDocument.Parse(consumer.Read("App/obj/Debug/instrumentation-coverage.json"));
        var price = json.RootElement.GetProperty("methods").EnumerateArray().Single(static method => method.GetProperty("function").GetString() == "Shop.Price");
        Assert.Equal(3, json.RootElement.GetProperty("calls").GetInt32());
        Assert.Equal("Program.cs", price.GetProperty("escapes")[0].GetProperty("file").GetString());
        Assert.Equal(4, price.GetProperty("escapes")[0].GetProperty("line").GetInt32());
    }

    [Fact]
    public async Task ItFollowsTheSourceAndIsTheSameBytesInEveryFolder()
    {
        var one = NewConsumer(Asked);
        var two = NewConsumer(Asked);
        (await one.Build("App")).Succeeded();
        (await two.Build("App")).Succeeded();
        var first = Reports(one);

        Assert.Equal(2, first.Count);
        Assert.Equal(first, Reports(two));

        one.Write("App/Program.cs", Program.Replace("Select(Shop.Price)", "Select(id => Shop.Price(id))"));
        (await one.Build("App")).Succeeded();
        Assert.NotEqual(first, Reports(one));
        Assert.Contains("4 annotated methods, 4 uses covered, 0 not.", one.Read("App/obj/Debug/instrumentation-coverage.md"));
    }

    [Fact]
    public async Task NobodyAskedAndNothingIsWritten()
    {
        var consumer = NewConsumer("");

        (await consumer.Build("App")).Succeeded();

        Assert.DoesNotContain(consumer.Files("App/obj").Keys, static file => file.Contains("overage", StringComparison.Ordinal));
    }

    private Consumer NewConsumer(string properties) =>
        feed.NewConsumer().WriteApp(Program, properties: properties + "<TreatWarningsAsErrors>false</TreatWarningsAsErrors>");

    private static SortedDictionary<string, string> Reports(Consumer consumer)
    {
        var files = consumer.Files("App/obj/Debug");
        foreach (var other in files.Keys.Where(static file => !file.StartsWith("instrumentation-coverage", StringComparison.Ordinal)).ToList()) files.Remove(other);
        return files;
    }
}
