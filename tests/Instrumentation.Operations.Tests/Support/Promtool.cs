using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Instrumentation.Operations.Tests;

/// <summary>Prometheus' own tool, which checks rules and runs their tests.</summary>
public static partial class Promtool
{
    /// <summary>Fails unless the rules are accepted without a remark.</summary>
    public static void CheckRules(string file) => Expect(0, "check", "rules", "--lint=all", "--lint-fatal", file);

    /// <summary>Fails unless the tests of rules pass.</summary>
    public static void TestRules(string file) => Expect(0, "test", "rules", file);

    /// <summary>Fails unless the tests of rules fail, and returns what was said.</summary>
    public static string TestRulesFail(string file) => Expect(1, "test", "rules", file);

    /// <summary>Fails unless every query is PromQL.</summary>
    public static void CheckQueries(IEnumerable<string> queries)
    {
        using var scratch = new Scratch();
        var rules = queries.Select(static (query, number) => $"      - record: query:{number}\n        expr: |2\n{Regex.Replace(Substituted(query), "^", "          ", RegexOptions.Multiline)}\n").ToList();
        Assert.NotEmpty(rules);
        CheckRules(scratch.Write("queries.yml", $"groups:\n  - name: queries\n    rules:\n{string.Concat(rules)}"));
    }

    /// <summary>A panel's query with the variables' values that Grafana would fill in.</summary>
    public static string Substituted(string query) => Variable().Replace(query, static variable => variable.Value switch
    {
        "$__rate_interval" => "5m",
        "$__range" => "1h",
        "$job" or "$instance" or "$function" => ".+",
        _ => throw new ArgumentException($"'{variable.Value}' is no variable of the dashboard."),
    });

    private static string Expect(int exitCode, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(Servers.Find("promtool"), arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var errors = process.StandardError.ReadToEndAsync();
        var said = process.StandardOutput.ReadToEnd() + errors.Result;
        process.WaitForExit();
        Assert.True(process.ExitCode == exitCode, $"promtool {string.Join(' ', arguments)} ended with {process.ExitCode}:\n{said}");
        return said;
    }

    [GeneratedRegex(@"\$\w+")]
    private static partial Regex Variable();
}
