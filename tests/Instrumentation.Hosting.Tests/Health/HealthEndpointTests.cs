using System.Net;
using System.Text.Json;

namespace Instrumentation.Hosting.Tests.Health;

/// <summary>What <c>[HealthCheck]</c> methods make of the health endpoints.</summary>
public sealed class HealthEndpointTests
{
    [Fact]
    public async Task EveryFormOfCheckIsRunAndListed()
    {
        await using var shop = await HostedShop.Start();

        var response = await shop.Client.GetAsync("/health/ready");
        var report = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("application/json", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal("Degraded", report.GetProperty("status").GetString());
        Assert.Equal(
            ["cache Degraded half of it is cold", "disk Healthy", "index Healthy", "queue Healthy"],
            report.GetProperty("checks").EnumerateArray().Select(Text));
        Assert.True(report.GetProperty("durationMs").GetDouble() >= 0);
    }

    [Fact]
    public async Task TheLiveEndpointRunsOnlyTheChecksTaggedLive()
    {
        await using var shop = await HostedShop.Start();
        shop.Probes.Failure = new InvalidOperationException();

        Assert.Equal("{\"status\":\"Healthy\"", (await shop.Client.GetStringAsync("/health/live"))[..19]);

        shop.Probes.IsDiskFull = true;
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await shop.Client.GetAsync("/health/live")).StatusCode);
    }

    [Fact]
    public async Task AnExceptionMeansUnhealthyAndItsTextIsNotShown()
    {
        await using var shop = await HostedShop.Start();
        shop.Probes.Failure = new TimeoutException("ada@example.org did not answer");

        var response = await shop.Client.GetAsync("/health/ready");
        var text = await response.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Contains("\"error\":\"System.TimeoutException\"", text);
        Assert.DoesNotContain("ada@example.org", text);
    }

    private static string Text(JsonElement check)
    {
        var text = $"{check.GetProperty("name").GetString()} {check.GetProperty("status").GetString()}";
        return check.TryGetProperty("description", out var description) ? $"{text} {description.GetString()}" : text;
    }
}
