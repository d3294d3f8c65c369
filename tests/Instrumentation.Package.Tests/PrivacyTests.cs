namespace Instrumentation.Package.Tests;

/// <summary>A program that would write personal data to its log.</summary>
public sealed class PrivacyTests(PackedFeed feed)
{
    [Fact]
    public async Task ALeakBreaksTheBuildAtItsLine()
    {
        var consumer = feed.NewConsumer();
        consumer.WriteApp(
            """
            using Instrumentation;
            using Microsoft.Extensions.Logging;

            public sealed record User(int Id, [property: Pii] string Email);

            public static class Program
            {
                public static void Main() { }

                public static void Welcome(ILogger logger, User user)
                {
                    logger.LogInformation("Welcome {Id}", user.Id);
                    logger.LogInformation("Welcome {Email}", user.Email);
                }
            }
            """,
            $"""
            <FrameworkReference Include="Microsoft.AspNetCore.App" />
            {consumer.Reference}
            """,
            "<TreatWarningsAsErrors>false</TreatWarningsAsErrors>");

        var build = await consumer.Build("App");

        Assert.NotEqual(0, build.ExitCode);
        var error = Assert.Single(build.Lines.Distinct(), static line => line.Contains(": error ", StringComparison.Ordinal));
        Assert.Contains("Program.cs(13,50): error INS3001: 'User.Email' is personal data", error);
    }
}
