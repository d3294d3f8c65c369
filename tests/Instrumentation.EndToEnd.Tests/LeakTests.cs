namespace Instrumentation.EndToEnd.Tests;

/// <summary>What happens to somebody who logs an e-mail address in the sample.</summary>
public sealed class LeakTests : IDisposable
{
    // Below the repository, so that its build properties hold for the copy too.
    private readonly string _copy = Path.Combine(Sample.Repository, "artifacts", "leak", Guid.NewGuid().ToString("N"), "FileShare");

    [Fact]
    public async Task TheBuildFailsAtTheLineThatLogsPersonalData()
    {
        CopySample();
        var file = Path.Combine(_copy, "Accounts", "AccountStore.cs");
        await File.AppendAllTextAsync(file, """

            internal sealed class Leak(ILogger<Leak> logger)
            {
                public void Greet(Registration user)
                {
                    logger.LogInformation("{Mail}", user.Email);
                }
            }

            """);
        var line = 1 + Array.FindIndex(await File.ReadAllLinesAsync(file), static text => text.Contains("user.Email);"));

        var build = await Dotnet.Run(_copy, "build", "--nologo", "-v", "q", "-c", "Debug");

        Assert.NotEqual(0, build.ExitCode);
        Assert.Contains($"AccountStore.cs({line},", build.Output);
        Assert.Contains("error INS3001: 'Registration.Email' is personal data ([Pii]) and 'LogInformation' would write it to the log", build.Output);
        Assert.DoesNotContain(build.Lines, static text => text.Contains(": error ") && !text.Contains("INS3001"));
    }

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(_copy)!, recursive: true);

    private void CopySample()
    {
        foreach (var source in Directory.EnumerateFiles(Sample.Folder, "*", SearchOption.AllDirectories))
        {
            var path = Path.GetRelativePath(Sample.Folder, source);
            if (path.Split(Path.DirectorySeparatorChar)[0] is "bin" or "obj" or "data" or "operations") continue;
            var target = Path.Combine(_copy, path);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(source, target);
        }
    }
}
