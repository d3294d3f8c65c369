using System.Text.Json.Nodes;

namespace Instrumentation.Operations.Tests.Commands;

/// <summary>What <c>diff</c> tells, and which changes break those who use the telemetry.</summary>
public sealed class DiffTests
{
    private const string Before = """
        public class Store
        {
            [Traced("save file"), Measured, BusinessMetric("files.saved", Unit = "{file}", Tags = ["shared"])]
            public void Save([Tag("file.size")] int size, bool shared) { }
        }
        """;

    [Fact]
    public void OneCatalogHasNoChangesToItself() => Assert.Equal(new Answer(0, "no changes\n", ""), Diff(Before, Before));

    [Theory]
    [InlineData("[Traced(\"save file\"), ", "[", "span 'save file' is removed")]
    [InlineData("save file", "store file", "span 'save file' is renamed to 'store file'")]
    [InlineData("[Tag(\"file.size\")] ", "", "span 'save file': tag 'file.size' is removed")]
    [InlineData("file.size", "file.length", "span 'save file': tag 'file.size' is removed")]
    [InlineData("[Traced(\"save file\")", "[Traced(\"save file\", Kind = System.Diagnostics.ActivityKind.Client)", "span 'save file': kind internal is now client")]
    [InlineData(", BusinessMetric(\"files.saved\", Unit = \"{file}\", Tags = [\"shared\"])", "", "metric 'files.saved' is removed")]
    [InlineData("files.saved", "files.stored", "metric 'files.saved' is renamed to 'files.stored'")]
    [InlineData("Unit = \"{file}\"", "Unit = \"By\"", "metric 'files.saved': unit {file} is now By")]
    [InlineData(", Unit = \"{file}\"", "", "metric 'files.saved': unit {file} is now none")]
    [InlineData("Unit =", "Kind = MetricKind.UpDownCounter, Unit =", "metric 'files.saved': kind counter is now upDownCounter")]
    [InlineData(", Tags = [\"shared\"]", "", "metric 'files.saved': tag 'shared' is removed")]
    [InlineData(", Measured", "", "metric 'operation.duration' is removed")]
    public void ABreakingChangeIsNamedAndEndsWithOne(string old, string current, string said)
    {
        Assert.Contains(old, Before, StringComparison.Ordinal);

        var answer = Diff(Before, Before.Replace(old, current, StringComparison.Ordinal));

        Assert.Equal(1, answer.ExitCode);
        Assert.Contains($"breaking {said}\n", answer.Output, StringComparison.Ordinal);
        Assert.Matches(@"\d+ changes?, [1-9] breaking\n$", answer.Output);
    }

    [Theory]
    [InlineData("void Save", "void Keep", "changed  measured operation 'Store.Save' is gone", "added    measured operation 'Store.Keep'")]
    [InlineData("[Tag(\"file.size\")] int size", "[Tag(\"file.size\")] long size, [Tag] int depth", "added    span 'save file': tag 'depth'", null)]
    [InlineData("[Tag(\"file.size\")] int size", "[Tag(\"file.size\")] string size", "changed  span 'save file': tag 'file.size' of type int64 is now string", null)]
    [InlineData("Measured,", "Measured, Objective(Availability = 99.9), OwnedBy(\"storage\"),", "changed  measured operation 'Store.Save': owner nobody, availability - %, latency - ms for - % is now owner storage, availability 99.9 %, latency - ms for - %", null)]
    [InlineData("[Traced(\"save file\")", "[Traced(\"save file\", Level = SpanLevel.Debug)", "changed  span 'save file': level information is now debug", null)]
    [InlineData("}\n}", "}\n    [HealthCheck(\"disk\")] public bool Disk() => true;\n    [Traced, BusinessMetric(\"files.seen\")] public void See() { }\n}", "added    health check 'disk'", "added    metric 'files.seen'")]
    public void OtherChangesAreNamedAndBreakNothing(string old, string current, string said, string? alsoSaid)
    {
        var before = Before.ReplaceLineEndings("\n");
        Assert.Contains(old, before, StringComparison.Ordinal);

        var answer = Diff(before, before.Replace(old, current, StringComparison.Ordinal));

        Assert.Equal((0, ""), (answer.ExitCode, answer.Errors));
        Assert.Contains(said + "\n", answer.Output, StringComparison.Ordinal);
        if (alsoSaid is not null) Assert.Contains(alsoSaid + "\n", answer.Output, StringComparison.Ordinal);
        Assert.EndsWith(", 0 breaking\n", answer.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void BreakingChangesComeFirst()
    {
        var answer = Diff(Before, Before.Replace("file.size", "file.length", StringComparison.Ordinal));

        Assert.Equal("breaking span 'save file': tag 'file.size' is removed\nadded    span 'save file': tag 'file.length'\n2 changes, 1 breaking\n", answer.Output);
    }

    [Fact]
    public void APrintedCatalogIsComparedLikeAnAssembly()
    {
        using var scratch = new Scratch();
        var assembly = scratch.Write("App.dll", Programs.Build("App", Before));
        var printed = JsonNode.Parse(Tool.Run("catalog", assembly).Output)!;
        printed["metrics"]![0]!["unit"] = "By";

        var answer = Tool.Run("diff", scratch.Write("old.json", printed.ToJsonString()), assembly);

        Assert.Equal(1, answer.ExitCode);
        Assert.Contains("metric 'files.saved': unit By is now {file}", answer.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void OfSeveralCatalogsEachIsComparedWithTheOneOfItsAssembly()
    {
        using var scratch = new Scratch();
        string App(string name) => scratch.Write(name + ".dll", Programs.Build(name, $"public static class {name} {{ [Traced] public static void M() {{ }} }}"));
        var both = scratch.Write("both.json", Tool.Run("catalog", App("One"), App("Two")).Output);
        var reversed = scratch.Write("reversed.json", Tool.Run("catalog", App("Two"), App("One")).Output);
        var one = scratch.Write("one.json", "[" + Tool.Run("catalog", App("One")).Output + "]");

        Assert.Equal("no changes\n", Tool.Run("diff", both, reversed).Output);
        var answer = Tool.Run("diff", both, one);
        Assert.Equal(1, answer.ExitCode);
        Assert.Contains("breaking span 'Two.M' is removed", answer.Output, StringComparison.Ordinal);
    }

    private static Answer Diff(string before, string after)
    {
        using var scratch = new Scratch();
        return Tool.Run("diff", scratch.Write("old/App.dll", Programs.Build("App", before)), scratch.Write("new/App.dll", Programs.Build("App", after)));
    }
}
