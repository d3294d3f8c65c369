using System.Text.RegularExpressions;

namespace Instrumentation.Generator.Tests.Conventions;

/// <summary><c>docs/tracing.md</c> lists what the tests cover and what the build reports, all of it and nothing else.</summary>
public sealed class TracingPageTests
{
    private static readonly string[] s_lines = File.ReadAllLines(Path.Combine(Repository.Root, "docs", "tracing.md"));

    [Fact]
    public void EveryShapeThatATestRunsIsARowAndEveryRowIsRun()
    {
        var intercepted = Tracing.TracedBehaviourTests.Shapes.Select(static row => row.Data.Item1).ToHashSet();
        var partial = Partials.PartialMethodBehaviourTests.Shapes.Select(static row => row.Data.Item1).ToHashSet();
        var rows = Table("| shape | interceptor | partial method |").Where(static row => !row[0].Contains('`')).ToList();

        Assert.Equal(
            intercepted.Union(partial).Select(name => $"{name}|{(intercepted.Contains(name) ? "covered" : "")}|{(partial.Contains(name) ? "covered" : "")}").Order(StringComparer.Ordinal),
            rows.Select(static row => string.Join('|', row)).Order(StringComparer.Ordinal));
        Assert.Equal(
            Tracing.WildShapesTests.Programs.Select(static row => row.Data.Item1).Order(StringComparer.Ordinal),
            Table("| shape |").Select(static row => row[0]).Order(StringComparer.Ordinal));
        Assert.Equal(
            Decorators.DecoratorBehaviourTests.Shapes.Select(static row => row.Data.Item1).Order(StringComparer.Ordinal),
            Table("| service |").Select(static row => row[0]).Order(StringComparer.Ordinal));
        Assert.Equal(
            Tracing.ImplementationBehaviourTests.Shapes.Select(static row => row.Data.Item1).Order(StringComparer.Ordinal),
            Table("| shape, called through what is not annotated |").Select(static row => row[0]).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void EveryReasonOfACallIsARow()
    {
        var folder = Path.Combine(Repository.Root, "src", "Instrumentation.Generator", "Interception");
        var decided = Regex.Matches(File.ReadAllText(Path.Combine(folder, "Interceptability.cs")), "return \"([^\"]+)\";");
        var reported = Regex.Matches(File.ReadAllText(Path.Combine(folder, "MethodUses.cs")), "(?:reason = |DelegateIsMade = )\"([^\"]+)\"");
        var unwritten = Regex.Matches(File.ReadAllText(Path.Combine(folder, "ImplicitCalls.cs")), "new\\(\"([^\"]+)\", ImplicitTargets");
        var behind = Regex.Matches(File.ReadAllText(Path.Combine(folder, "..", "Methods", "MethodLimits.cs")).Split("ReasonBehind(")[1], "(?:return|\\?) \"([^\"]+); annotate the method that is called\"");
        var reasons = decided.Concat(reported).Concat(unwritten).Concat(behind).Select(static match => match.Groups[1].Value.Split("; write a lambda")[0]).ToList();

        Assert.True(decided.Count >= 8);
        Assert.True(reported.Count >= 2);
        Assert.Equal(12, unwritten.Count);
        Assert.Equal(3, behind.Count);
        Assert.All(reasons, static reason => Assert.Contains($"| {reason} |", s_lines));
    }

    private static List<string[]> Table(string head) =>
    [
        .. s_lines.SkipWhile(line => line != head).Skip(2).TakeWhile(static line => line.StartsWith('|'))
            .Select(static line => Regex.Split(line, @"(?<!\\)\|")[1..^1].Select(static cell => cell.Trim().Replace("\\", "")).ToArray()),
    ];
}
