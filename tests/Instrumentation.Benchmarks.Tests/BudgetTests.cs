using Instrumentation.Operations.Tests;
using System.Reflection;
using Instrumentation.Benchmarks.Budgets;
using Instrumentation.Benchmarks.Measuring;

namespace Instrumentation.Benchmarks.Tests;

public sealed class BudgetTests
{
    private static readonly Row s_row = new("off", "Sync", [new("plain", [3, 2, 4], 0), new("ours", [6, 3, 8], 16), new("Castle", [42, 50, 60], 160)]);

    private static string Configuration => typeof(BudgetTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(static attribute => attribute.Key == "Configuration").Value!;

    [Theory]
    [InlineData(Figures.ExtraNanoseconds, "plain", 1)]
    [InlineData(Figures.ExtraBytes, "plain", 16)]
    [InlineData(Figures.Time, "plain", 1.5)]
    [InlineData(Figures.Bytes, "Castle", 0.1)]
    [InlineData(Figures.ShareOfCost, "Castle", 0.025)]
    public void AFigureIsComputed(string figure, string to, double expected) =>
        Assert.Equal(expected, Figures.Of(s_row, new Budget("off/Sync", figure, "ours", to, 0)), 3);

    [Fact]
    public void ABudgetThatIsExceededIsNotKept()
    {
        var results = BudgetCheck.Compare([new("off/Sync", Figures.ExtraBytes, "ours", "plain", 15), new("off/Sync", Figures.ExtraBytes, "ours", "plain", 16)], [s_row]);

        Assert.Equal([false, true], results.Select(static result => result.IsKept));
        Assert.Equal([16.0, 16.0], results.Select(static result => result.Figure!.Value));
    }

    [Fact]
    public void TheBestOfSeveralMeasurementsCounts()
    {
        var quiet = new Row("off", "Sync", [new("plain", [2], 0), new("ours", [2.5], 0)]);

        Assert.Equal(0.5, BudgetCheck.Compare([new("off/Sync", Figures.ExtraNanoseconds, "ours", "plain", 1)], [s_row, quiet]).Single().Figure);
    }

    [Fact]
    public void ABudgetOfWhatWasNotMeasuredIsNotKept() =>
        Assert.False(BudgetCheck.Compare([new("off/Gone", Figures.ExtraBytes, "ours", "plain", 0)], [s_row]).Single().IsKept);

    [Fact]
    public void AWayThatDoesNotExistIsNamedWithThoseThatDo()
    {
        var error = Assert.Throws<ArgumentException>(() => Figures.Of(s_row, new Budget("off/Sync", Figures.Time, "ours", "Castel", 1)));

        Assert.Equal("'off/Sync' has no way 'Castel'; it has: plain, ours, Castle.", error.Message);
    }

    [Fact]
    public void AFileThatIsNoneIsNamedWithWhatItShouldBe()
    {
        var error = Assert.Throws<InvalidDataException>(static () => BudgetFile.Read("no/such/budgets.json"));

        Assert.Contains("no/such/budgets.json", error.Message, StringComparison.Ordinal);
        Assert.Contains("a list named 'calls'", error.Message, StringComparison.Ordinal);
    }

    /// <summary>What README and docs/performance.md promise, measured here and now.</summary>
    [Fact]
    public async Task EveryBudgetIsKept() => await Check("check");

    [Fact]
    public async Task EveryBudgetOfNativeProgramsIsKept()
    {
        Servers.Find("gcc");
        await Check("native", "--check");
    }

    private static async Task Check(params string[] arguments)
    {
        // From its own folder, where the other ways' libraries are.
        var program = Path.Combine(Repository.Root, "benchmarks", "Instrumentation.Benchmarks", "bin", Configuration, "net10.0", "Instrumentation.Benchmarks.dll");

        var result = await Dotnet.Run(Repository.Root, [program, .. arguments]);

        Assert.True(result.ExitCode == 0, string.Join('\n', result.Lines.Where(static line => !line.StartsWith('['))));
    }
}
