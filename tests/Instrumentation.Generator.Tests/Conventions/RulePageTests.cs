using System.Text.RegularExpressions;
using Instrumentation.Testing;
using Microsoft.CodeAnalysis.CSharp;

namespace Instrumentation.Generator.Tests.Conventions;

/// <summary>The samples of the rules' pages are code: the wrong ones break their rule, and only that, and the right ones break none.</summary>
public sealed class RulePageTests
{
    // For samples that are settings of a project.
    private const string AnyProgram = "public static class Program { [Traced] public static void Run() { } }";

    public static TheoryData<string> Ids => RuleConventionTests.Ids;

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task TheWrongSampleBreaksTheRuleAndOnlyIt(string id)
    {
        var samples = Samples(id, "Wrong");

        Assert.NotEmpty(samples);
        foreach (var sample in samples)
        {
            var broken = await Diagnose(sample, id, Settings(id, "Wrong"));
            Assert.NotEmpty(broken);
            Assert.All(broken, diagnostic => Assert.Equal(id, diagnostic));
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task TheRightSampleBreaksNoRule(string id)
    {
        var samples = Samples(id, "Right");

        Assert.NotEmpty(samples);
        foreach (var sample in samples) Assert.Empty(await Diagnose(sample, id, Settings(id, "Right")));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task TheWayToSuppressIsOneOfThisRule(string id)
    {
        var section = Section(id, "How to suppress");

        Assert.Contains("```", section);
        Assert.True(section.Contains(id, StringComparison.Ordinal) || id == "INS3001", "the sample is about another rule");
        foreach (var sample in Samples(id, "How to suppress").Where(static sample => sample.Contains("class ", StringComparison.Ordinal))) Assert.Empty(await Diagnose(sample, id));
    }

    private static async Task<IReadOnlyList<string>> Diagnose(string sample, string id, Dictionary<string, string>? settings = null)
    {
        if (sample.StartsWith('#')) return [.. (await AnalyzedProgram.Diagnose(AnyProgram, file: new ProjectFile("/app/project.pii.txt", sample))).Select(static diagnostic => diagnostic.Id)];
        if (!sample.StartsWith('<')) return [.. (await AnalyzedProgram.Diagnose(sample, settings: settings, enabled: id)).Select(static diagnostic => diagnostic.Id)];

        var language = Regex.Match(sample, "<LangVersion>(.*)</LangVersion>") is { Success: true } version && LanguageVersionFacts.TryParse(version.Groups[1].Value, out var parsed)
            ? parsed
            : LanguageVersion.Default;
        var interceptors = Regex.Match(sample, "<InterceptorsNamespaces>(.*)</InterceptorsNamespaces>") is { Success: true } namespaces ? namespaces.Groups[1].Value : "Instrumentation.Generated";
        return [.. (await AnalyzedProgram.Diagnose(AnyProgram, language, interceptors)).Select(static diagnostic => diagnostic.Id)];
    }

    // Lines of .editorconfig that the samples of the section stand under.
    private static Dictionary<string, string> Settings(string id, string section) =>
        Regex.Matches(Section(id, section), @"^(\w+) = (\w+)$", RegexOptions.Multiline).ToDictionary(static line => line.Groups[1].Value, static line => line.Groups[2].Value);

    private static IReadOnlyList<string> Samples(string id, string section) =>
        [.. Regex.Matches(Section(id, section), @"```(?:csharp|xml|text)\n(.*?)```", RegexOptions.Singleline).Select(static block => block.Groups[1].Value)];

    private static string Section(string id, string section)
    {
        var page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "rules", $"{id}.md"));
        return Regex.Match(page, $@"^## {section}\n(.*?)(?=^## |\z)", RegexOptions.Singleline | RegexOptions.Multiline).Groups[1].Value;
    }
}
