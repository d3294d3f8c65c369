using Instrumentation.Operations.Tests;
namespace Instrumentation.Package.Tests;

/// <summary>Programs that are published without what they do not use: nothing of ours may be lost on the way, and nothing be warned about.</summary>
public sealed class PublishTests(PackedFeed feed)
{
    [Fact]
    public async Task ANativeProgramHasItsSpansAndMetrics()
    {
        Servers.Find("gcc");
        var consumer = feed.NewConsumer().Write("App/Observer.cs", Sources.Observer).WriteApp(Sources.Program, properties: """
            <PublishAot>true</PublishAot>
            <CppCompilerAndLinker>gcc</CppCompilerAndLinker>
            <InvariantGlobalization>true</InvariantGlobalization>
            """);

        Assert.Equal(Sources.ResultsWithTelemetry, await consumer.PublishAndRun());
    }

    [Fact]
    public async Task ATrimmedProgramHasItsSpansAndMetrics()
    {
        var consumer = feed.NewConsumer().Write("App/Observer.cs", Sources.Observer).WriteApp(Sources.Program, properties: """
            <UseAppHost>true</UseAppHost>
            <PublishTrimmed>true</PublishTrimmed>
            <TrimMode>full</TrimMode>
            <SelfContained>true</SelfContained>
            <TrimmerSingleWarn>false</TrimmerSingleWarn>
            """);

        Assert.Equal(Sources.ResultsWithTelemetry, await consumer.PublishAndRun());
    }
}
