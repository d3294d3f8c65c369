using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Instrumentation.CodeFixes.Tests;

/// <summary>An editor finds each fix, and the page of the rules lists them all.</summary>
public sealed class FixConventionTests
{
    private static readonly IReadOnlyList<CodeFixProvider> s_fixes =
    [
        .. typeof(Editing.TextFix).Assembly.GetTypes().Where(static type => type.IsSubclassOf(typeof(CodeFixProvider)) && !type.IsAbstract)
            .Select(static type => (CodeFixProvider)Activator.CreateInstance(type)!),
    ];

    [Fact]
    public void EachFixIsExportedUnderItsOwnName()
    {
        Assert.NotEmpty(s_fixes);
        Assert.All(s_fixes, static fix =>
        {
            var export = fix.GetType().GetCustomAttribute<ExportCodeFixProviderAttribute>();
            Assert.Equal(fix.GetType().Name, export?.Name);
            Assert.Equal([LanguageNames.CSharp], export!.Languages);
            Assert.EndsWith("Fix", fix.GetType().Name);
        });
    }

    [Fact]
    public void ThePageOfTheRulesListsEachRuleThatHasAFixAndNoOther()
    {
        var page = File.ReadAllText(Path.Combine(Root(), "docs", "rules", "README.md"));
        var section = Regex.Match(page, "## Code fixes\n\n(.*?)\n\n[^|]", RegexOptions.Singleline).Groups[1].Value;

        Assert.Equal(
            s_fixes.SelectMany(static fix => fix.FixableDiagnosticIds).Distinct().Order(StringComparer.Ordinal),
            Regex.Matches(section, @"INS\d{4}").Select(static id => id.Value).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void NoFixIsForARuleThatIsReportedOfAProjectAsAWhole()
    {
        var atEnd = typeof(Generator.InstrumentationGenerator).Assembly.GetTypes()
            .Where(static type => type.IsSubclassOf(typeof(DiagnosticAnalyzer)) && !type.IsAbstract)
            .SelectMany(static type => ((DiagnosticAnalyzer)Activator.CreateInstance(type)!).SupportedDiagnostics)
            .Where(static descriptor => descriptor.CustomTags.Contains(WellKnownDiagnosticTags.CompilationEnd))
            .Select(static descriptor => descriptor.Id)
            .ToList();

        Assert.NotEmpty(atEnd);
        Assert.Empty(s_fixes.SelectMany(static fix => fix.FixableDiagnosticIds).Intersect(atEnd));
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Instrumentation.sln"))) folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("The tests do not stand in the repository.");
    }
}
