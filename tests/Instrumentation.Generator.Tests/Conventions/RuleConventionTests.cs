using System.Reflection;
using System.Text.RegularExpressions;
using Instrumentation.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Instrumentation.Generator.Tests.Conventions;

/// <summary>A rule is an id, a descriptor, an analyzer, a test class, a page and a row in the release notes; none is missing.</summary>
public sealed class RuleConventionTests
{
    private static readonly Assembly s_generator = typeof(InstrumentationGenerator).Assembly;

    private static readonly IReadOnlyList<DiagnosticDescriptor> s_descriptors =
        [.. typeof(Descriptors).GetFields(BindingFlags.Static | BindingFlags.Public).Select(static field => field.GetValue(null)).OfType<DiagnosticDescriptor>()];

    public static TheoryData<string> Ids => [.. typeof(DiagnosticIds).GetFields().Select(static constant => (string)constant.GetRawConstantValue()!)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void ARuleIsComplete(string id)
    {
        var descriptor = Assert.Single(s_descriptors, descriptor => descriptor.Id == id);
        Assert.EndsWith($"/{id}", descriptor.HelpLinkUri);
        Assert.NotEmpty(descriptor.Description.ToString());

        // A leak is found in an annotation by one analyzer, and in code by another.
        Assert.InRange(Analyzers().Count(analyzer => analyzer.SupportedDiagnostics.Contains(descriptor)), 1, 2);
        Assert.True(typeof(RuleConventionTests).Assembly.GetTypes().Any(type => type.Name == $"{id}Tests"), $"there is no test class {id}Tests");

        var page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "rules", $"{id}.md"));
        Assert.StartsWith($"# {id}: {descriptor.Title}\n", page);
        foreach (var section in new[] { "## Cause", "## Why", "## Wrong", "## Right", "## How to suppress", "## Known limits" }) Assert.Contains($"\n{section}\n", page);

        var row = new Regex($@"^{id} \| {Regex.Escape(descriptor.Category)} \| {descriptor.DefaultSeverity} \| {Regex.Escape(descriptor.Title.ToString())}$", RegexOptions.Multiline);
        Assert.Matches(row, File.ReadAllText(Path.Combine(Repository.Root, "src", "Instrumentation.Generator", "AnalyzerReleases.Unshipped.md"))
            + File.ReadAllText(Path.Combine(Repository.Root, "src", "Instrumentation.Generator", "AnalyzerReleases.Shipped.md")));
        Assert.Contains($"\n| [{id}]({id}.md) | {descriptor.DefaultSeverity} | {descriptor.Title} |\n", File.ReadAllText(Path.Combine(Repository.Root, "docs", "rules", "README.md")));
    }

    [Fact]
    public void EveryDescriptorHasAnIdOfTheList()
    {
        Assert.Equal(Ids.Select(static row => row.Data).Order(), s_descriptors.Select(static descriptor => descriptor.Id).Order());
    }

    [Fact]
    public void EveryAnalyzerRunsConcurrentlyAndLeavesGeneratedCodeAlone()
    {
        Assert.NotEmpty(Analyzers());
        foreach (var analyzer in Analyzers())
        {
            var file = Directory.EnumerateFiles(Path.Combine(Repository.Root, "src", "Instrumentation.Generator"), $"{analyzer.GetType().Name}.cs", SearchOption.AllDirectories).Single();
            Assert.Contains("EnableConcurrentExecution()", File.ReadAllText(file));
            Assert.Contains("ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None)", File.ReadAllText(file));
        }
    }

    private static IEnumerable<DiagnosticAnalyzer> Analyzers() => s_generator.GetTypes()
        .Where(static type => type.IsSubclassOf(typeof(DiagnosticAnalyzer)) && !type.IsAbstract)
        .Select(static type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!);
}
