namespace Instrumentation.Operations.Tests.Commands;

/// <summary>What <c>generate</c> writes, leaves alone and removes.</summary>
public sealed class GenerateTests : IDisposable
{
    private static readonly string[] s_files =
    [
        "docs/operations/ON_CALL.md",
        "docs/operations/RUNBOOKS.md",
        "monitoring/alerts/fileshare.yml",
        "monitoring/alerts/tests/fileshare.yml",
        "monitoring/dashboards/fileshare.json",
    ];

    private readonly Scratch _scratch = new();
    private readonly string _assembly;

    public GenerateTests() => _assembly = _scratch.Write("bin/FileShare.dll", Programs.FileShare);

    private string Pack => Path.Combine(_scratch.Folder, "pack");

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public void TheFirstRunCreatesTheNextLeavesUnchanged()
    {
        var first = Generate();
        var second = Generate();

        Assert.Equal(string.Concat(s_files.Select(static file => $"created    {file}\n")) + "5 created\n", first.Output);
        Assert.Equal(string.Concat(s_files.Select(static file => $"unchanged  {file}\n")) + "5 unchanged\n", second.Output);
        Assert.Equal(s_files, _scratch.Files("pack").Keys);
    }

    [Fact]
    public void AChangedFileIsBroughtBack()
    {
        Generate();
        var rules = Path.Combine(Pack, "monitoring/alerts/fileshare.yml");
        var before = File.ReadAllText(rules);
        File.WriteAllText(rules, before.Replace("0.01", "0.5", StringComparison.Ordinal));

        var answer = Generate();

        Assert.Contains("changed    monitoring/alerts/fileshare.yml\n", answer.Output, StringComparison.Ordinal);
        Assert.EndsWith("4 unchanged, 1 changed\n", answer.Output, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllText(rules));
    }

    [Fact]
    public void OtherLineEndsAreNoChange()
    {
        Generate();
        foreach (var file in s_files) File.WriteAllText(Path.Combine(Pack, file), File.ReadAllText(Path.Combine(Pack, file)).Replace("\n", "\r\n", StringComparison.Ordinal));

        Assert.EndsWith("5 unchanged\n", Generate().Output, StringComparison.Ordinal);
    }

    [Fact]
    public void GeneratedFilesThatAreNoLongerPartOfThePackAreRemovedAndOthersStay()
    {
        Generate();
        _scratch.Write("pack/monitoring/alerts/own.yml", "groups: []\n");
        _scratch.Write("pack/docs/operations/NOTES.md", "# What we learned\n");

        var answer = Generate("--service", "shop");

        Assert.Contains("removed    monitoring/alerts/fileshare.yml\n", answer.Output, StringComparison.Ordinal);
        Assert.EndsWith("3 created, 2 changed, 3 removed\n", answer.Output, StringComparison.Ordinal);
        Assert.Equal(
            ["docs/operations/NOTES.md", "docs/operations/ON_CALL.md", "docs/operations/RUNBOOKS.md", "monitoring/alerts/own.yml", "monitoring/alerts/shop.yml", "monitoring/alerts/tests/shop.yml", "monitoring/dashboards/shop.json"],
            _scratch.Files("pack").Keys);
    }

    [Fact]
    public void AFileThatWasNotGeneratedIsNeverOverwritten()
    {
        const string Own = "# Runbooks\n\nWritten by hand over years.\n";
        var file = _scratch.Write("pack/docs/operations/RUNBOOKS.md", Own);

        var answer = Tool.Run("generate", _assembly, "--output", Pack);

        Assert.Equal(2, answer.ExitCode);
        Assert.Equal($"instrumentation: {file}: the file was not generated, so it is not overwritten; rename it or move it away, then generate again\n", answer.Errors);
        Assert.Equal(["docs/operations/RUNBOOKS.md"], _scratch.Files("pack").Keys);
        Assert.Equal(Own, File.ReadAllText(file));
    }

    [Fact]
    public void AnOutputThatIsAFileIsRefused()
    {
        var file = _scratch.Write("pack", "text");

        var answer = Tool.Run("generate", _assembly, "--output", file);

        Assert.Equal((2, $"instrumentation: {file}: it is a file; give a folder as --output\n"), (answer.ExitCode, answer.Errors));
    }

    [Fact]
    public void WhereOneFileCannotBeWrittenNoneIs()
    {
        // "monitoring" is a file, so nothing can be written below it; the pages of docs/operations come before it.
        _scratch.Write("pack/monitoring", "in the way");

        var answer = Tool.Run("generate", _assembly, "--output", Pack);

        Assert.Equal(2, answer.ExitCode);
        Assert.Contains("it cannot be written (", answer.Errors, StringComparison.Ordinal);
        Assert.EndsWith("nothing was changed; check permissions and space, or give another --output\n", answer.Errors, StringComparison.Ordinal);
        Assert.Equal(["monitoring"], _scratch.Files("pack").Keys);
    }

    [Fact]
    public void WhereTheLastFileCannotBeReplacedTheOthersAreTakenBack()
    {
        Generate("--service", "old");
        var before = _scratch.Files("pack");
        var writer = new Operations.Output.PackWriter(Pack, Operations.Output.PackFile.Places);
        var changes = writer.Compare([new("docs/operations/ON_CALL.md", "other"), new("docs/operations/new.md", "new"), new("monitoring/zz.md", "last")]);
        // The folder comes between the comparison and the writing, so that only the last move fails.
        Directory.CreateDirectory(Path.Combine(Pack, "monitoring/zz.md"));

        var refused = Assert.Throws<Operations.Catalog.InputException>(() => writer.Apply(changes));

        Assert.Contains("nothing was changed", refused.Message, StringComparison.Ordinal);
        Assert.Equal(before, _scratch.Files("pack"));
    }

    [Fact]
    public void SeveralAssembliesAreOneService()
    {
        var other = _scratch.Write("bin/Billing.dll", Programs.Build("Billing", """
            public static class Invoices { [Measured, OwnedBy("money"), BusinessMetric("files.uploaded", Unit = "{file}")] public static void Send() { } }
            """));

        var answer = Tool.Run("generate", _assembly, other, "--output", Pack);

        Assert.Equal(0, answer.ExitCode);
        var rules = File.ReadAllText(Path.Combine(Pack, "monitoring/alerts/fileshare.yml"));
        Assert.Contains("{otel_scope_name=~\"Billing|FileShare\"}", rules, StringComparison.Ordinal);
        Assert.Contains("alert: FileshareMoneyErrorsAbove1Percent", rules, StringComparison.Ordinal);
        Assert.Contains("files_uploaded_total{otel_scope_name=~\\\"Billing|FileShare\\\"", File.ReadAllText(Path.Combine(Pack, "monitoring/dashboards/fileshare.json")), StringComparison.Ordinal);
        Promtool.TestRules(Path.Combine(Pack, "monitoring/alerts/tests/fileshare.yml"));
    }

    [Fact]
    public void TheHelpNamesTheToolItsCommandsAndItsExitCodes()
    {
        var help = Tool.Run("--help").Output;

        Assert.Contains("instrumentation [command] [options]", help, StringComparison.Ordinal);
        Assert.All(["catalog", "generate", "check", "diff", "Exit codes: 0"], word => Assert.Contains(word, help, StringComparison.Ordinal));
        Assert.Contains("--output <FOLDER>", Tool.Run("generate", "--help").Output, StringComparison.Ordinal);
    }

    private Answer Generate(params IEnumerable<string> options)
    {
        var answer = Tool.Run(["generate", _assembly, "--output", Pack, .. options]);
        Assert.Equal((0, ""), (answer.ExitCode, answer.Errors));
        return answer;
    }
}
