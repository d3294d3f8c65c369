using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;

namespace Instrumentation.Operations.Tests.Runbooks;

/// <summary>Every alert leads to a section that helps, and every section's queries can be run as they stand.</summary>
public sealed class RunbookTests
{
    private static readonly string[] s_parts = ["Meaning", "Impact", "Diagnosis", "Mitigation", "Escalation", "How to verify recovery"];

    [Fact]
    public void EveryAlertHasOneSectionWithAllPartsAndItsLinkLeadsThere()
    {
        using var pack = GeneratedPack.OfFileShare();
        var headings = Regex.Matches(pack.Runbooks, "^## (.+)$", RegexOptions.Multiline).Select(static heading => heading.Groups[1].Value).ToList();

        Assert.Equal(pack.Alerts.Select(static alert => ((YamlScalarNode)alert["alert"]).Value), headings);
        Assert.Equal(
            pack.Alerts.Select(static alert => ((YamlScalarNode)alert["annotations"]["runbook_url"]).Value),
            headings.Select(static heading => "docs/operations/RUNBOOKS.md#" + heading.ToLowerInvariant()));
        Assert.All(pack.Runbooks.Split("\n## ").Skip(1), static section =>
            Assert.Equal(s_parts, Regex.Matches(section, "^### (.+)$", RegexOptions.Multiline).Select(static part => part.Groups[1].Value)));
    }

    [Fact]
    public void EveryQueryCanBeRunAsItStands()
    {
        using var pack = GeneratedPack.OfFileShare();

        var queries = Regex.Matches(pack.Runbooks, "```promql\n(.+?)\n```", RegexOptions.Singleline).Select(static block => block.Groups[1].Value).ToList();

        Assert.True(queries.Count > 40);
        Promtool.CheckQueries(queries);
    }

    [Fact]
    public void ARunbookKnowsWhereTheOperationStandsItsSpanItsTagsAndWhatItCounts()
    {
        using var pack = GeneratedPack.OfFileShare();
        var section = Section(pack, "FileshareStorageErrorsAbove0_1Percent");

        Assert.Contains("| `FileShare.Files.FileService.Upload` | `Files/FileService.cs:21` | `upload file` | `file.visibility` | `files.uploaded`, `files.uploaded.size`, `storage.used` |", section, StringComparison.Ordinal);
        Assert.Contains("spans named `download file`, `upload file`, with status error", section, StringComparison.Ordinal);
        Assert.Contains("Team storage answers for it.", section, StringComparison.Ordinal);
        Assert.Contains("`[Objective]` promises", section, StringComparison.Ordinal);
    }

    [Fact]
    public void WhatNobodyOwnsIsSaidToBeUnowned()
    {
        using var pack = GeneratedPack.OfFileShare();

        Assert.Contains("| unowned | `FileShare.Users.Accounts.CountOnline`, `FileShare.Users.Accounts.Register` | [FileshareUnownedErrorsAbove1Percent](RUNBOOKS.md#fileshareunownederrorsabove1percent) | critical |", pack.OnCall, StringComparison.Ordinal);
        Assert.Contains("- `FileShare.Users.Accounts.Register` (`Users/Accounts.cs:17`)", pack.OnCall, StringComparison.Ordinal);
        Assert.Contains("Nobody has claimed these operations. Call team storage", Section(pack, "FileshareUnownedP95Above500Ms"), StringComparison.Ordinal);
    }

    [Fact]
    public void TheOnCallTableHasARowForEveryAlertAndNoLinkLeadsNowhere()
    {
        using var pack = GeneratedPack.OfFileShare();

        var links = Regex.Matches(pack.OnCall, @"^\| .* \| \[(\w+)\]\(RUNBOOKS\.md#(\w+)\) \|", RegexOptions.Multiline);

        Assert.Equal(
            pack.Alerts.Select(static alert => ((YamlScalarNode)alert["alert"]).Value!).Order(StringComparer.Ordinal),
            links.Select(static link => link.Groups[1].Value).Order(StringComparer.Ordinal));
        Assert.All(links, static link => Assert.Equal(link.Groups[1].Value.ToLowerInvariant(), link.Groups[2].Value));
    }

    [Fact]
    public void PersonalDataIsNamedSoThatNobodyCopiesIt()
    {
        using var pack = GeneratedPack.OfFileShare();

        Assert.Contains("personal data (`FileShare.Users.User.Email`, `FileShare.Users.User.Name`)", pack.Runbooks, StringComparison.Ordinal);
    }

    [Fact]
    public void ANameCannotBreakTheTable()
    {
        using var pack = GeneratedPack.Of("""
            public static class Store { [Traced("a|b `c`\nd"), Measured, OwnedBy("team | <b>x</b> \n*y*")] public static void Save() { } }
            """);

        Assert.Contains("| team \\| \\<b\\>x\\</b\\>  \\*y\\* |", pack.OnCall, StringComparison.Ordinal);
        Assert.Contains("| `` a\\|b `c` d `` |", pack.Runbooks, StringComparison.Ordinal);
    }

    private static string Section(GeneratedPack pack, string alert) => pack.Runbooks.Split("\n## ").Single(section => section.StartsWith(alert + "\n", StringComparison.Ordinal));
}
