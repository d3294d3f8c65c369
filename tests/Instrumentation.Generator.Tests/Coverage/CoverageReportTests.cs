using System.Text.Json;
using System.Text.RegularExpressions;
using Instrumentation.Testing;
using Microsoft.CodeAnalysis.CSharp;

namespace Instrumentation.Generator.Tests.Coverage;

/// <summary>The report of what is covered: the same uses that the build reports, counted.</summary>
public sealed class CoverageReportTests
{
    private const string Shop = """
        namespace Acme;
        public interface IStore { [Traced] void Save(); }
        public class Shop : IStore
        {
            [Traced] public virtual int Price(int id) => id;
            [Traced] void IStore.Save() { }
            public void Sell(IStore store, List<int> ids)
            {
                store.Save();
                ids.Select(Price).ToList();
                Price(1); Price(2);
                [Traced] static void Local() { }
                Local();
            }
        }
        public class Corner : Shop { public override int Price(int id) => base.Price(id); public int Call() => Price(1); }
        """;

    [Fact]
    public void EachMethodIsCountedWithItsEscapesAndTheirPlaces()
    {
        var methods = Report(Run(Shop)).GetProperty("methods").EnumerateArray()
            .Select(static method => string.Join(" | ", [
                method.GetProperty("method").GetString()!,
                method.GetProperty("strategy").GetString()!,
                method.GetProperty("calls").GetInt32().ToString(System.Globalization.CultureInfo.InvariantCulture),
                .. method.GetProperty("escapes").EnumerateArray().Select(static escape => $"{escape.GetProperty("file")}:{escape.GetProperty("line")} {escape.GetProperty("reason").GetString()![..20]}"),
            ]))
            .ToList();

        Assert.Equal(
            [
                "Acme.Corner.Price(int) | interceptor | 1",
                "Acme.IStore.Save() | interceptor | 1",
                "Acme.Shop.Acme.IStore.Save() | none | 0",
                "Local() | none | 0",
                "Acme.Shop.Price(int) | interceptor | 2 | src/Shop.cs:10 a delegate is made o | src/Shop.cs:16 a call through 'base",
            ],
            methods);
    }

    private const string Unwritten = """
        public sealed partial class Bag : IDisposable, System.Collections.IEnumerable
        {
            [Traced] public void Dispose() { }
            [Traced] public partial void Add(int x);
            private void AddCore(int x) { }
            [Traced] public IEnumerator<int> GetEnumerator() => null!;
            System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => null!;
            public static void Go()
            {
                using var bag = new Bag { 1, 2 };
                foreach (var x in bag) { }
                bag.Dispose();
            }
        }
        """;

    [Fact]
    public async Task CallsThatSyntaxMakesAreCountedAsTheBuildReportsThem()
    {
        var generated = Run(Unwritten);

        Assert.Equal(
            ["Bag.Add(int) 2 ", "Bag.Dispose() 1 10 'using' calls it, an", "Bag.GetEnumerator() 0 11 'foreach' calls it, "],
            Report(generated).GetProperty("methods").EnumerateArray().Select(static method =>
                $"{method.GetProperty("method")} {method.GetProperty("calls")} {string.Join(", ", method.GetProperty("escapes").EnumerateArray().Select(static escape => $"{escape.GetProperty("line")} {escape.GetProperty("reason").GetString()![..20]}"))}"));
        Assert.Equal(
            ["10", "11"],
            (await AnalyzedProgram.Diagnose(generated)).Where(static diagnostic => diagnostic.Id == "INS1002").Select(static diagnostic => $"{diagnostic.Location.GetLineSpan().StartLinePosition.Line + 1}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task ItsEscapesAreWhatTheBuildReports()
    {
        var generated = Run(Shop);
        var reported = (await AnalyzedProgram.Diagnose(generated)).Where(static diagnostic => diagnostic.Id == "INS1002")
            .Select(static diagnostic => $"{diagnostic.Location.GetLineSpan().StartLinePosition.Line + 1}");

        Assert.Equal(
            reported.Order(),
            Report(generated).GetProperty("methods").EnumerateArray().SelectMany(static method => method.GetProperty("escapes").EnumerateArray()).Select(static escape => $"{escape.GetProperty("line")}").Order());
    }

    [Fact]
    public void ACallThroughAnInterfaceCountsForTheImplementationsThatItMayReach()
    {
        var methods = Report(Run("""
            public interface IStore { void Save(); }
            public class Disk : IStore { [Traced] public void Save() { } }
            public class Cloud : IStore { [Traced] void IStore.Save() { } }
            public class Caller { public Action Call(IStore store) { store.Save(); return store.Save; } }
            """)).GetProperty("methods").EnumerateArray();

        Assert.Equal(
            ["Cloud.Save 1 1", "Disk.Save 1 1"],
            methods.Select(static method => $"{method.GetProperty("function")} {method.GetProperty("calls")} {method.GetProperty("escapes").GetArrayLength()}"));
    }

    [Fact]
    public void MethodsOfReferencedAssembliesAreThereWithTheirAssembly()
    {
        var library = Generation.Of([new SourceFile("/lib/Files.cs", "namespace Lib; public static class Files { [Traced] public static int Read(int x) => x; }")], assemblyName: "Lib");
        var method = Assert.Single(Report(Run("public static class Program { public static int Run() => Lib.Files.Read(1); }", library.Reference())).GetProperty("methods").EnumerateArray());

        Assert.Equal("Lib", method.GetProperty("assembly").GetString());
        Assert.Equal(1, method.GetProperty("calls").GetInt32());
        Assert.False(method.TryGetProperty("location", out _));
    }

    [Fact]
    public void NothingEndsTheCommentThatItStandsIn()
    {
        var generated = Run("public unsafe class Shop { [Traced] public int* Price(int* id) => id; }", file: "/app/\"any*/name\\allowed/Shop.cs");
        var method = Report(generated).GetProperty("methods")[0];

        Assert.Empty(generated.Problems());
        Assert.Equal("Shop.Price(int*)", method.GetProperty("method").GetString());
        Assert.Equal("'any* /name/allowed/Shop.cs", method.GetProperty("location").GetProperty("file").GetString());
        Assert.DoesNotContain('\\', generated.File("Coverage.g.cs"));
    }

    [Theory]
    [InlineData("", true, LanguageVersion.Preview, 1, "no call is intercepted in this project: InterceptorsNamespaces lacks Instrumentation.Generated")]
    [InlineData("Instrumentation.Generated", false, LanguageVersion.Preview, 0, "nothing is generated: InstrumentationEnabled is false, or the attributes are not referenced")]
    [InlineData("Instrumentation.Generated", true, LanguageVersion.CSharp11, 0, "nothing is covered in this project: its C# is older than 12")]
    public void WhereTheProjectIsInTheWayItSaysSoAndCountsOnlyWhatCoversItself(string interceptors, bool isEnabled, LanguageVersion language, int calls, string problem)
    {
        var report = Report(Run(
            """
            public partial class Shop
            {
                [Traced] public int Price() => 1;
                [Traced] public partial int Total();
                private int TotalCore() => 1;
                public int Call() => Price() + Total();
            }
            """,
            null, interceptors, isEnabled, language));

        Assert.Equal(problem, report.GetProperty("problem").GetString());
        Assert.Equal(calls, report.GetProperty("calls").GetInt32());
    }

    [Fact]
    public void WhereNobodyAsksNothingIsRead()
    {
        var silent = Generation.Of([new SourceFile("/app/src/Shop.cs", Shop)]);

        Assert.DoesNotContain(silent.Result.GeneratedSources, static source => source.HintName == "Coverage.g.cs");
        Assert.DoesNotContain(TrackingNames.Coverage_Emit, silent.Result.TrackedSteps.Keys);
        Assert.Contains(TrackingNames.Coverage_Emit, Run(Shop).Result.TrackedSteps.Keys);
    }

    private static Generation Run(string source, Microsoft.CodeAnalysis.MetadataReference? reference = null, string interceptors = "Instrumentation.Generated", bool isEnabled = true, LanguageVersion language = LanguageVersion.Preview, string file = "/app/src/Shop.cs") => Generation.Of(
        [new SourceFile(file, source)],
        reference is null ? null : [reference],
        assemblyName: "App",
        language: language,
        interceptors: interceptors,
        isEnabled: isEnabled,
        properties: new Dictionary<string, string> { ["InstrumentationCoverageReport"] = "true" });

    private static JsonElement Report(Generation generation) =>
        JsonDocument.Parse(Regex.Match(generation.File("Coverage.g.cs"), @"(?s)/\*json\n(.*?)\njson\*/").Groups[1].Value).RootElement;
}
