#nullable enable
namespace Corpus;

public static partial class CorpusLog
{
    [LoggerMessage(1, LogLevel.Information, "User {Id} signed in as {Name}")]
    public static partial void SignedIn(ILogger logger, int id, string name);

    [LoggerMessage(2, LogLevel.Information, "{Count} files")]
    public static partial void Counted(ILogger logger, int count, string owner);

    // What the logging generator would write.
    public static partial void SignedIn(ILogger logger, int id, string name) { }

    public static partial void Counted(ILogger logger, int count, string owner) { }
}

public static class Vendor { public static class Telemetry { public static void Track(string s) { } } }
