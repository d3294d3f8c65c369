namespace Instrumentation.Operations.Tests;

/// <summary>
/// The programs that tests run besides .NET. <c>eng/install-servers.sh</c> installs them. Where one is absent its tests are skipped,
/// unless <c>INSTRUMENTATION_REQUIRE_SERVERS=1</c> says that it must be there.
/// </summary>
public static class Servers
{
    /// <summary>The path of a program; ends the test where there is none.</summary>
    public static string Find(string program)
    {
        var found = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists);
        if (found is not null) return found;

        Assert.SkipUnless(Environment.GetEnvironmentVariable("INSTRUMENTATION_REQUIRE_SERVERS") == "1", $"{program} is not installed; eng/install-servers.sh installs it.");
        throw new InvalidOperationException($"{program} is not installed, and INSTRUMENTATION_REQUIRE_SERVERS=1 requires it; eng/install-servers.sh installs it.");
    }
}
