using System.Text.Json;
using System.Text.Json.Nodes;

namespace Instrumentation.Operations.Tests.Costs;

/// <summary>What <c>instrumentation cost</c> estimates, and from what.</summary>
public sealed class CostTests : IDisposable
{
    private readonly Scratch _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public void ThePriceListIsTheNewestReport()
    {
        var reports = Path.Combine(Repository.Root(), "benchmarks", "reports");
        var newest = Directory.EnumerateFiles(reports, "????-??-??.json").Max(StringComparer.Ordinal)!;
        Assert.Equal(Json(newest), Json(null));
    }

    [Fact]
    public void ATaskHasAPriceCompletedAndLater()
    {
        var costs = Methods("FileShare.Files.FileService.Upload");

        Assert.Equal(["completed", "later"], costs.Select(static cost => (string)cost["outcome"]!));
        Assert.All(costs, static cost => Assert.Equal(["files.uploaded", "files.uploaded.size", "storage.used", "operation.active", "operation.duration"], cost["metrics"]!.AsArray().Select(static metric => (string)metric!["name"]!)));
        Assert.True((double)costs[1]["recorded"]!["nanoseconds"]! > (double)costs[0]["recorded"]!["nanoseconds"]!);
        Assert.True((double)costs[0]["off"]!["nanoseconds"]! < (double)costs[0]["dropped"]!["nanoseconds"]!);
        Assert.Equal(0.0, (double)costs[0]["off"]!["bytes"]!);
    }

    [Fact]
    public void ARateIsAShareOfACoreAndTheTableSaysWhereItWasMeasured()
    {
        var cost = Methods("FileShare.Files.FileService.List", "--rate", "1000")[0];
        var table = Tool.Run("cost", Assembly()).Output;

        Assert.Equal("at once", (string)cost["outcome"]!);
        Assert.Equal((double)cost["all"]!["nanoseconds"]! / 1e6, (double)cost["coreShare"]!, 9);
        Assert.Contains("FileShare.Files.FileService.List", table, StringComparison.Ordinal);
        Assert.Contains("from prices measured on ", table, StringComparison.Ordinal);
    }

    [Fact]
    public void AFileThatIsNoReportAndARowThatIsMissingAreNamed()
    {
        Assert.Contains("it is not a report of what calls cost", Refusal(_scratch.Write("odd.json", "{ }")), StringComparison.Ordinal);
        Assert.Contains("there is no such file", Refusal(Path.Combine(_scratch.Folder, "none.json")), StringComparison.Ordinal);
        Assert.Contains("it has no price of ", Refusal(_scratch.Write("bare.json", """{ "Date": "x", "Environment": [], "Rows": [] }""")), StringComparison.Ordinal);
        Assert.Equal(2, Tool.Run("cost", Assembly(), "--rate", "-1").ExitCode);
    }

    private string Refusal(string prices)
    {
        var answer = Tool.Run("cost", Assembly(), "--prices", prices);
        Assert.Equal((2, ""), (answer.ExitCode, answer.Output));
        return answer.Errors;
    }

    private List<JsonNode> Methods(string function, params string[] more) =>
        [.. JsonNode.Parse(Tool.Run(["cost", Assembly(), "--json", .. more]).Output)!["methods"]!.AsArray().Where(method => (string)method!["function"]! == function).Select(static method => method!)];

    private string Json(string? prices) => Tool.Run(["cost", Assembly(), "--json", .. prices is null ? Array.Empty<string>() : ["--prices", prices]]).Output;

    private string Assembly() => _scratch.Write("FileShare.dll", Programs.FileShare);
}
