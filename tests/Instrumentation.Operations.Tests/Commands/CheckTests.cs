namespace Instrumentation.Operations.Tests.Commands;

/// <summary>What <c>check</c> finds, and that it touches nothing.</summary>
public sealed class CheckTests : IDisposable
{
    private readonly Scratch _scratch = new();
    private readonly string _assembly;

    public CheckTests()
    {
        _assembly = _scratch.Write("FileShare.dll", Programs.FileShare);
        Assert.Equal(0, Tool.Run("generate", _assembly, "--output", Pack).ExitCode);
    }

    private string Pack => Path.Combine(_scratch.Folder, "pack");

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public void APackThatIsUpToDateIsFine() => Assert.Equal(new Answer(0, "up to date: 5 files\n", ""), Check());

    [Fact]
    public void AStaleFileIsNamedWithTheFirstLineThatDiffersAndTheWayToRefreshIt()
    {
        var rules = Path.Combine(Pack, "monitoring/alerts/fileshare.yml");
        var stale = File.ReadAllText(rules).Replace("- name: fileshare", "- name: filesharing", StringComparison.Ordinal);
        File.WriteAllText(rules, stale);

        var answer = Check();

        Assert.Equal(1, answer.ExitCode);
        Assert.Equal(
            $"""
            stale    monitoring/alerts/fileshare.yml, line 3
              is          - name: filesharing
              should be   - name: fileshare
            Refresh with: instrumentation generate {_assembly} --output {Pack}

            """,
            answer.Output);
        Assert.Equal(stale, File.ReadAllText(rules));
    }

    [Fact]
    public void MissingAndExtraFilesAreNamed()
    {
        File.Delete(Path.Combine(Pack, "docs/operations/ON_CALL.md"));
        File.Copy(Path.Combine(Pack, "monitoring/alerts/fileshare.yml"), Path.Combine(Pack, "monitoring/alerts/old.yml"));

        var answer = Check();

        Assert.Equal(1, answer.ExitCode);
        Assert.StartsWith("missing  docs/operations/ON_CALL.md\nextra    monitoring/alerts/old.yml\nRefresh with: ", answer.Output, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(Pack, "docs/operations/ON_CALL.md")));
    }

    [Fact]
    public void AnotherProgramMakesThePackStale()
    {
        var changed = _scratch.Write("Changed.dll", Programs.Build("FileShare", "public static class P { [Measured] public static void M() { } }"));

        var answer = Tool.Run("check", changed, "--output", Pack);

        Assert.Equal(1, answer.ExitCode);
        Assert.Equal(5, answer.Output.Split('\n').Count(static line => line.StartsWith("stale ", StringComparison.Ordinal)));
    }

    [Fact]
    public void TheCommandThatRefreshesRepeatsTheOptions()
    {
        var answer = Tool.Run("check", _assembly, "--output", Pack, "--service", "shop", "--runbooks", "https://example.test/a b");

        Assert.EndsWith($"Refresh with: instrumentation generate {_assembly} --output {Pack} --service shop --runbooks 'https://example.test/a b'\n", answer.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void AFolderThatIsNotThereIsMissingEverything()
    {
        var answer = Tool.Run("check", _assembly, "--output", Path.Combine(_scratch.Folder, "nowhere"));

        Assert.Equal(1, answer.ExitCode);
        Assert.Equal(5, answer.Output.Split('\n').Count(static line => line.StartsWith("missing ", StringComparison.Ordinal)));
        Assert.False(Directory.Exists(Path.Combine(_scratch.Folder, "nowhere")));
    }

    private Answer Check() => Tool.Run("check", _assembly, "--output", Pack);
}
