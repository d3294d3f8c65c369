using System.Text.Json;
using Instrumentation.Runtime;
using Instrumentation.Testing;

namespace Instrumentation.Generator.Tests.Catalog;

/// <summary>What the build writes into the assembly.</summary>
public sealed class CatalogTests
{
    private const string Source = """
        [assembly: OwnedBy("platform")]
        namespace Acme;
        public enum Plan { Free, Paid }
        public class User { [Pii(PiiKind.Email)] public string Email = ""; [Pii(PiiKind = PiiKind.Name, Redaction = Redaction.Hash)] public string Name = ""; }
        [OwnedBy("storage")]
        public class Store
        {
            [Traced("save \"it\""), Measured, Objective(Availability = 99.9, LatencyMs = 300)]
            [BusinessMetric("files.uploaded", Unit = "{file}", Description = "Files that users uploaded.", Tags = ["plan", "paid"])]
            public void Save([Tag] int size, Plan plan, bool paid) { }
            [HealthCheck("disk", Tags = ["live"])] public bool Disk() => true;
        }
        public static class Other { [Traced(Kind = System.Diagnostics.ActivityKind.Client)] public static void Call() { } }
        """;

    [Fact]
    public void TheWholeCatalogReadsLikeThis()
    {
        using var program = Generation.Of([new SourceFile("/app/sub/Store.cs", Source)], assemblyName: "Acme").Load();
        var attribute = (InstrumentationCatalogAttribute)program.Assembly.GetCustomAttributes(typeof(InstrumentationCatalogAttribute), false).Single();

        Assert.Equal("1.3", attribute.SchemaVersion);
        Assert.Equal(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Snapshots", "Catalog.json")).TrimEnd('\n'), attribute.Json);
        JsonDocument.Parse(attribute.Json);
    }

    [Fact]
    public void TextsOfAllKindsSurvive()
    {
        const string Awkward = "quote \\\" triple \\\"\\\"\\\" backslash \\\\ brace { } line\\n tab\\t unicode \\u00e9\\u2028\\ud83d\\ude00";
        using var program = Generation.Of($$"""
            public static class Program { [Traced("{{Awkward}}"), BusinessMetric("m", Description = "{{Awkward}}")] public static void M() { } public static void Run() => M(); }
            """).Load();
        var expected = JsonSerializer.Deserialize<string>($"\"{Awkward}\"");

        using var catalog = JsonDocument.Parse(((InstrumentationCatalogAttribute)program.Assembly.GetCustomAttributes(typeof(InstrumentationCatalogAttribute), false).Single()).Json);

        Assert.Equal(expected, catalog.RootElement.GetProperty("spans")[0].GetProperty("name").GetString());
        Assert.Equal(expected, catalog.RootElement.GetProperty("metrics")[0].GetProperty("description").GetString());
    }

    [Fact]
    public void EveryMarkIsListedWhereverItStands()
    {
        var generated = Generation.Of("""
            namespace Acme;
            public record User([Pii] string Email, [property: Pii] string Phone, int Id);
            public class Service([Pii] string key)
            {
                [return: Pii] public string Name() => key;
                public string Text { [return: Pii] get => ""; }
                [field: Pii] public string Auto { get; set; } = "";
                [Pii] public string this[int i] => "";
                public void Save([Pii] string mail) { void Local([Pii] string a) { } Local(mail); var lambda = ([Pii] string b) => b; lambda(mail); }
                public delegate void Handler([Pii] string mail);
            }
            [Pii] public class Person<T> { public class Inner { [Pii] public int X; } }
            """);

        using var catalog = JsonDocument.Parse(Json(generated));

        Assert.Equal(
            [
                "Acme.Person", "Acme.Person.Inner.X", "Acme.Service(key)", "Acme.Service.Auto", "Acme.Service.Handler(mail)", "Acme.Service.Name", "Acme.Service.Save(b)",
                "Acme.Service.Save(mail)", "Acme.Service.Save.Local(a)", "Acme.Service.Text", "Acme.Service.this[]", "Acme.User.Email", "Acme.User.Phone",
            ],
            catalog.RootElement.GetProperty("personalData").EnumerateArray().Select(static datum => datum.GetProperty("member").GetString()));
    }

    [Fact]
    public void TheOrderOfTheFilesDoesNotMatter()
    {
        SourceFile[] files =
        [
            new("/app/A.cs", """public partial class C { [HealthCheck("x")] public bool A() => true; public void M([Pii] string p) { } [Traced] public void T(int x) { } }"""),
            new("/app/B.cs", """public partial class C { [HealthCheck("x")] public bool B() => true; public void M([Pii] string p, int q) { } [Traced] public void T(string x) { } }"""),
        ];

        Assert.Equal(Json(Generation.Of(files, assemblyName: "Same")), Json(Generation.Of(files.Reverse(), assemblyName: "Same")));
    }

    [Fact]
    public void TheManifestListsTheSourceAndTheNamesOfTheMethods()
    {
        using var program = Generation.Of(Source).Load();

        var manifest = (InstrumentationManifestAttribute)program.Assembly.GetCustomAttributes(typeof(InstrumentationManifestAttribute), false).Single();

        Assert.Equal(program.Name, manifest.Source);
        Assert.Equal(["Call", "Save"], manifest.Methods);
    }

    [Fact]
    public void AnObjectiveBecomesABoundaryOfTheDuration()
    {
        // Both are written down once more than they should be; this is what keeps them the same.
        var histogram = InstrumentationScope.For("boundaries", null, 0.3).Histogram<double>("operation.duration", "s");
        _ = new Operation(InstrumentationScope.For("boundaries.measured", null, 0.3), "f", measured: true);
        var published = new List<System.Diagnostics.Metrics.Instrument>();
        using var listener = new System.Diagnostics.Metrics.MeterListener { InstrumentPublished = (instrument, _) => published.Add(instrument) };
        listener.Start();
        var duration = (System.Diagnostics.Metrics.Histogram<double>)published.Single(static i => i.Meter.Name == "boundaries.measured" && i.Name == "operation.duration");

        Assert.NotNull(histogram);
        Assert.Equal(Generator.Catalog.DurationBuckets.With([300]), duration.Advice!.HistogramBucketBoundaries!);
    }

    private static string Json(Generation generated)
    {
        var file = generated.File("Catalog.g.cs");
        var start = file.IndexOf("\"\"\"\n", StringComparison.Ordinal) + 4;
        return file[start..file.LastIndexOf("\n\"\"\"", StringComparison.Ordinal)];
    }
}
