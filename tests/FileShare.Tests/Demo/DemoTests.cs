using System.Diagnostics;
using FileShare.Demo;
using Spectre.Console;

namespace FileShare.Tests.Demo;

/// <summary>The demo: the service, driven by itself, as a process of its own.</summary>
public sealed class DemoTests
{
    [Fact]
    public async Task TheDemoPrintsATraceAndCountsThatAgree()
    {
        var (exitCode, output) = await Run("--demo");

        Assert.True(exitCode == 0, output);
        Assert.Contains("FileStore.Upload", output, StringComparison.Ordinal);
        Assert.Contains("FileIndex.BytesOf", output, StringComparison.Ordinal);
        Assert.Contains("Every count is right.", output, StringComparison.Ordinal);
        Assert.DoesNotContain("✗", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("files_uploaded_total{kind=\"Code\"} 3", true)]
    [InlineData("files_uploaded_total{kind=\"Code\"} 1\nfiles_uploaded_total{kind=\"Code\",x=\"y\"} 2", true)]
    [InlineData("files_uploaded_total{kind=\"Code\"} 2", false)]
    [InlineData("files_uploaded_total{kind=\"Image\"} 3", false)]
    [InlineData("# nothing", false)]
    public void ACountThatDiffersIsSeen(string scraped, bool agrees)
    {
        var tally = new Tally();
        tally.Add("files_uploaded_total", "kind=Code", 3);
        using var output = new StringWriter();

        Assert.Equal(agrees, new DemoReport(AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(output) })).Print(tally, new ScrapedMetrics(scraped)));
        Assert.Contains(agrees ? "✓" : "✗", output.ToString(), StringComparison.Ordinal);
    }

    private static async Task<(int ExitCode, string Output)> Run(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", [typeof(Program).Assembly.Location, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        using var deadline = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        var output = process.StandardOutput.ReadToEndAsync(deadline.Token);
        var errors = process.StandardError.ReadToEndAsync(deadline.Token);
        await process.WaitForExitAsync(deadline.Token);
        return (process.ExitCode, await output + await errors);
    }
}
