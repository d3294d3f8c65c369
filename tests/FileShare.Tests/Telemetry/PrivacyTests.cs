using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using FileShare.Tests.Harness;

namespace FileShare.Tests.Telemetry;

/// <summary>What is personal stays out of telemetry, whatever happens.</summary>
public sealed class PrivacyTests
{
    private const string Email = "canary.mail@example.org";
    private const string Password = "canary-password";
    private const string Name = "Canary Name";
    private const string FileName = "canary-file.txt";

    [Fact]
    public async Task NothingPersonalIsInAnySpanMeasurementLogLineOrScrape()
    {
        await using var service = new Service(null);
        using var recorder = new Recorder();
        var secrets = new List<string> { Email, Password, Name, FileName, Uri.EscapeDataString(Name), Uri.EscapeDataString(Email) };

        using var user = new User(service.Stranger(), Email, Password, Name);
        await Use(service, user, secrets);

        var emitted = Spans(recorder).Concat(Measurements(recorder)).Concat(service.Logs.Lines).Append(await service.Metrics()).ToList();
        // That something was looked at: what happened is there, without whom.
        Assert.Contains(emitted, static line => line.Contains("ShareLinks.Open", StringComparison.Ordinal));
        Assert.Contains(emitted, static line => line.Contains("was stored", StringComparison.Ordinal));
        Assert.Contains(emitted, static line => line.Contains("An unhandled exception", StringComparison.Ordinal));
        foreach (var secret in secrets) Assert.DoesNotContain(emitted, line => line.Contains(secret, StringComparison.OrdinalIgnoreCase));
    }

    private static async Task Use(Service service, User user, List<string> secrets)
    {
        await user.Register();
        secrets.Add(user.Token);
        await user.SignIn();
        secrets.Add(user.Token);
        using (var response = await user.Http.PostAsJsonAsync("/api/register", new { email = Email, password = Password, name = Name })) Assert.Equal(HttpStatusCode.Conflict, response.StatusCode);
        using (var response = await user.Http.PostAsJsonAsync("/api/register", new { email = Email, password = Password, name = "" })) Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        using (var response = await user.Http.PostAsJsonAsync("/api/login", new { email = Email, password = Password + "!" })) Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        await user.Http.GetAsync("/api/me");

        var file = await user.Upload([1, 2, 3], FileName);
        await user.Http.PutAsync($"/api/files/{FileName}", new ByteArrayContent([1]));
        await user.Http.PostAsync("/api/files", new MultipartFormDataContent { { new ByteArrayContent([1]), "file", FileName } });
        await user.Http.GetAsync($"/api/files/{file.Id}");
        await user.List();

        var link = await user.Share(file, maxDownloads: 1);
        secrets.Add(link.Token);
        using var stranger = service.Stranger();
        foreach (var _ in Enumerable.Range(0, 2)) await stranger.GetAsync(link.Url);
        await stranger.PostAsync(link.Url, null);
        await stranger.GetAsync(link.Url + "/more");

        // And when it fails: the content is gone, the folder is gone.
        var again = await user.Share(file);
        secrets.Add(again.Token);
        Directory.Delete(Path.Combine(service.Folder, "files"), recursive: true);
        Directory.Delete(Path.Combine(service.Folder, "incoming"), recursive: true);
        using (var response = await stranger.GetAsync(again.Url)) Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        using (var response = await user.Http.PutAsync($"/api/files/{FileName}", new ByteArrayContent([1]))) Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
    }

    // The client's spans hold what the client was asked for; they are not the service's.
    private static IEnumerable<string> Spans(Recorder recorder) => recorder.Spans
        .Where(static span => span.Source.Name is "FileShare" or "Microsoft.AspNetCore")
        .Select(static span => $"{span.DisplayName} {span.StatusDescription} {Show(span.TagObjects)} {string.Join(' ', span.Events.Select(static e => e.Name + Show(e.Tags)))} {Show(span.Baggage)}");

    private static IEnumerable<string> Measurements(Recorder recorder) => recorder.Measurements.Select(static measurement => $"{measurement.Instrument} {Show(measurement.Tags)}");

    private static string Show<T>(IEnumerable<KeyValuePair<string, T>> tags) => string.Join(' ', tags.Select(static tag => $"{tag.Key}={tag.Value}"));
}
