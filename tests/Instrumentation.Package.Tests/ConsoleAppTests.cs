namespace Instrumentation.Package.Tests;

/// <summary>A console program whose only reference is the generator's package.</summary>
public sealed class ConsoleAppTests(PackedFeed feed)
{
    [Fact]
    public async Task OneReferenceAndNoPropertyGiveSpansAndMetrics()
    {
        var consumer = feed.NewConsumer().Write("App/Observer.cs", Sources.Observer).WriteApp(Sources.Program);

        Assert.Equal(Sources.ResultsWithTelemetry, await consumer.BuildAndRun());
    }

    /// <summary>Only a new process shows it: the listener is asked while the runtime makes the class <c>Activity</c>.</summary>
    [Fact]
    public async Task AListenerThatCallsAnAnnotatedMethodMayBeTheFirstToUseSpans()
    {
        var consumer = feed.NewConsumer().WriteApp("""
            using System.Diagnostics;
            using Instrumentation;
            using var listener = new ActivityListener
            {
                ShouldListenTo = static source => Filter.Wants(source.Name),
                Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
                ActivityStopped = static activity => System.Console.WriteLine(activity.OperationName),
            };
            ActivitySource.AddActivityListener(listener);
            Work.Do();
            static class Filter { [Traced] public static bool Wants(string name) => name.Length >= 0; }
            static class Work { [Traced] public static void Do() { } }
            """);

        Assert.Equal(["Work.Do"], await consumer.BuildAndRun());
    }

    [Fact]
    public async Task AProgramForDotNet8RunsAsWell()
    {
        // It brings the runtime's own build for .NET 8, on whichever framework is installed.
        var consumer = feed.NewConsumer().Write("App/Observer.cs", Sources.Observer)
            .WriteApp(Sources.Program, properties: "<RollForward>Major</RollForward>", framework: "net8.0");

        Assert.Equal(Sources.ResultsWithTelemetry, await consumer.BuildAndRun());
    }

    /// <summary>The framework's generic methods take no ref structs there, whatever the language.</summary>
    [Theory]
    [InlineData("12")]
    [InlineData("13")]
    public async Task APrivateMethodOfARefStructIsCoveredOnDotNet8(string language)
    {
        var consumer = feed.NewConsumer().WriteApp(
            """
            using System.Diagnostics;
            using Instrumentation;
            using var listener = new ActivityListener
            {
                ShouldListenTo = static _ => true,
                Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
                ActivityStopped = static activity => System.Console.WriteLine(activity.OperationName),
            };
            ActivitySource.AddActivityListener(listener);
            System.Console.WriteLine(new Number(4).Twice());
            readonly ref struct Number(int value)
            {
                private readonly int _value = value;
                public int Twice() => Times(2);
                [Traced] private int Times(int factor) => _value * factor;
            }
            """,
            properties: $"<RollForward>Major</RollForward><LangVersion>{language}</LangVersion>",
            framework: "net8.0");

        Assert.Equal(["Number.Times", "8"], await consumer.BuildAndRun());
    }

    [Fact]
    public async Task SwitchedOffNothingIsGeneratedAndTheProgramDoesTheSame()
    {
        var consumer = feed.NewConsumer().Write("App/Observer.cs", Sources.Observer).WriteApp(Sources.Program, properties: """
            <InstrumentationEnabled>false</InstrumentationEnabled>
            <EmitCompilerGeneratedFiles>true</EmitCompilerGeneratedFiles>
            """);

        Assert.Equal(Sources.Results, await consumer.BuildAndRun());
        Assert.DoesNotContain(consumer.Files("App/obj").Keys, static file => file.Contains("Instrumentation.Generator/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task TwoBuildsInDifferentFoldersGenerateTheSameBytes()
    {
        var generated = new List<SortedDictionary<string, string>>();
        for (var i = 0; i < 2; i++)
        {
            var consumer = feed.NewConsumer().Write("App/Observer.cs", Sources.Observer).WriteApp(Sources.Program, properties: """
                <EmitCompilerGeneratedFiles>true</EmitCompilerGeneratedFiles>
                <CompilerGeneratedFilesOutputPath>generated</CompilerGeneratedFilesOutputPath>
                """);
            (await consumer.Build("App")).Succeeded();
            generated.Add(consumer.Files("App/generated/Instrumentation.Generator"));
        }

        Assert.Equal(
            ["Catalog.g.cs", "Store.Interceptors.g.cs", "Store.Locations.g.cs", "Telemetry.g.cs"],
            generated[0].Keys.Select(static file => file[(file.LastIndexOf('/') + 1)..]).Order(StringComparer.Ordinal));
        Assert.Equal(generated[0], generated[1]);
    }

    [Fact]
    public async Task TrimmingAndAotAnalysisFindNothing()
    {
        var consumer = feed.NewConsumer().Write("App/Observer.cs", Sources.Observer).WriteApp(Sources.Program, properties: """
            <IsAotCompatible>true</IsAotCompatible>
            <VerifyReferenceAotCompatibility>true</VerifyReferenceAotCompatibility>
            """);

        Assert.Equal(Sources.ResultsWithTelemetry, await consumer.BuildAndRun());
    }
}
