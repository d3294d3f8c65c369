namespace Instrumentation.EndToEnd.Tests;

/// <summary>The committed operations pack of the sample.</summary>
public sealed class PackTests
{
    [Fact]
    public void ItIsWhatTheToolWritesToday()
    {
        var answer = Tool.Run("check", Sample.Assembly, "--output", Sample.Pack);

        Assert.True(answer.ExitCode == 0, answer.Output + answer.Errors);
    }

    [Fact]
    public void ItHasTheTwoDefaultAlerts()
    {
        var rules = File.ReadAllText(Sample.PackFile("monitoring", "alerts", "fileshare.yml"));

        Assert.Matches(@"(?s)alert: \w+ErrorsAbove1Percent.*?> 0\.01\s", rules);
        Assert.Matches(@"(?s)alert: \w+P95Above500Ms.*?> 0\.05\s", rules);
    }

    [Fact]
    public void PrometheusAcceptsItsRulesAndTheirTestsPass()
    {
        Promtool.CheckRules(Sample.PackFile("monitoring", "alerts", "fileshare.yml"));
        Promtool.TestRules(Sample.PackFile("monitoring", "alerts", "tests", "fileshare.yml"));
    }
}
