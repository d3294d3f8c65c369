using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.Extensions.Compliance.Redaction;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Instrumentation.Hosting.Tests.Privacy;

/// <summary>Marked values on spans, as the redactors of an application make them.</summary>
public sealed class RedactionTests
{
    private const string Key = "c2l4dHktZm91ci1ieXRlcy1vZi1hLWtleS10aGF0LWlzLWZvci10ZXN0cy1vbmx5LWFuZC1ub3RoaW5nLWVsc2U=";
    private const string OtherKey = "YW5vdGhlci1rZXktdGhhdC1pcy1mb3ItdGVzdHMtb25seS1hbmQtaXMtbm90LXRoZS1zYW1lLWFzLXRoZS1maXJzdA==";

    [Fact]
    public async Task AHashIsKeyedAndTheSameForTheSameValue()
    {
        var (first, erased) = await Tags(new() { ["Instrumentation:Redaction:Key"] = Key, ["Instrumentation:Redaction:KeyId"] = "3" }, "ada@example.com");
        var (again, _) = await Tags(new() { ["Instrumentation:Redaction:Key"] = Key, ["Instrumentation:Redaction:KeyId"] = "3" }, "ada@example.com");
        var (other, _) = await Tags(new() { ["Instrumentation:Redaction:Key"] = Key, ["Instrumentation:Redaction:KeyId"] = "3" }, "bob@example.com");
        var (otherwise, _) = await Tags(new() { ["Instrumentation:Redaction:Key"] = OtherKey, ["Instrumentation:Redaction:KeyId"] = "3" }, "ada@example.com");

        Assert.StartsWith("3:", first, StringComparison.Ordinal);
        Assert.Equal(first, again);
        Assert.NotEqual(first, other);
        Assert.NotEqual(first, otherwise);
        Assert.Equal("", erased);
    }

    // Logs that the application has redacted by Microsoft's own redactor, with the same key, can be searched for what is found on a span.
    [Theory]
    [InlineData("3", "ada@example.com")]
    [InlineData("-12", "Ada Lovelace, 12 St James's Square, London; Ætheling 🕊")]
    [InlineData(null, "a")]
    [InlineData("3", "")]
    public async Task AHashIsTheOneThatMicrosoftsRedactorLeaves(string? keyId, string value)
    {
#pragma warning disable EXTEXP0002
        var services = new ServiceCollection().AddRedaction(redaction => redaction.SetHmacRedactor(
            options => (options.Key, options.KeyId) = (Key, keyId is null ? null : int.Parse(keyId)), InstrumentationData.Hashed));
#pragma warning restore EXTEXP0002
        await using var provider = services.BuildServiceProvider();
        var expected = provider.GetRequiredService<IRedactorProvider>().GetRedactor(InstrumentationData.Hashed).Redact(value);

        var (hashed, _) = await Tags(new() { ["Instrumentation:Redaction:Key"] = Key, ["Instrumentation:Redaction:KeyId"] = keyId }, value);

        Assert.Equal(expected, hashed);
    }

    [Fact]
    public async Task WithoutAKeyNothingIsLeft() => Assert.Equal(("", ""), await Tags([], "ada@example.com"));

    [Fact]
    public async Task TheApplicationMayChooseItsOwnRedactor()
    {
        var (hashed, erased) = await Tags([], "ada@example.com", static services => services.AddRedaction(static redaction => redaction.SetRedactor<StarRedactor>(InstrumentationData.Hashed)));

        Assert.Equal("***", hashed);
        Assert.Equal("", erased);
    }

    [Theory]
    [InlineData("Key", "too short", "openssl")]
    [InlineData("KeyId", "three", "whole number")]
    public async Task AWrongSettingStopsTheApplicationAndSaysWhatToDo(string setting, string value, string message)
    {
        var settings = new Dictionary<string, string?> { ["Instrumentation:Redaction:Key"] = Key };
        settings[$"Instrumentation:Redaction:{setting}"] = value;

        var problem = await Assert.ThrowsAnyAsync<Exception>(() => Tags(settings, "ada@example.com"));

        Assert.Contains($"Instrumentation:Redaction:{setting}", problem.Message, StringComparison.Ordinal);
        Assert.Contains(message, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task BeforeAndAfterTheApplicationRunsNothingIsLeft()
    {
        await Tags(new() { ["Instrumentation:Redaction:Key"] = Key }, "ada@example.com");

        var span = Visit("ada@example.com");

        Assert.Equal("", span.GetTagItem("visitor"));
    }

    private static async Task<(string? Hashed, string? Erased)> Tags(Dictionary<string, string?> settings, string mail, Action<IServiceCollection>? configure = null)
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Configuration.AddInMemoryCollection(settings);
        builder.AddInstrumentation();
        configure?.Invoke(builder.Services);
        using var app = builder.Build();
        await app.StartAsync();
        var span = Visit(mail);
        await app.StopAsync();
        return (span.GetTagItem("visitor") as string, span.GetTagItem("phone") as string);
    }

    private static Activity Visit(string mail)
    {
        var ended = new ConcurrentQueue<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = static source => source.Name == typeof(RedactionTests).Assembly.GetName().Name,
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = ended.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);
        Desk.Visit(mail, "555");
        return ended.Single(static span => span.DisplayName == "Desk.Visit");
    }

    private sealed class StarRedactor : Redactor
    {
        public override int GetRedactedLength(ReadOnlySpan<char> input) => 3;

        public override int Redact(ReadOnlySpan<char> source, Span<char> destination)
        {
            "***".CopyTo(destination);
            return 3;
        }
    }
}

/// <summary>Code that tags what is marked.</summary>
public static class Desk
{
    [Traced]
    public static void Visit([Pii(PiiKind.Email, Redaction = Redaction.Hash), Tag("visitor")] string mail, [Pii(PiiKind.Phone, Redaction = Redaction.Erase), Tag] string phone) => _ = (mail, phone);
}
