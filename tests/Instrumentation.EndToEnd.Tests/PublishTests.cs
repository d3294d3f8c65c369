using Instrumentation.Operations.Tests;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Instrumentation.EndToEnd.Tests;

/// <summary>The sample, published without what it does not use: not one warning, and what it tells is the same.</summary>
public sealed class PublishTests(RunningDemo built) : IClassFixture<RunningDemo>, IDisposable
{
    private static readonly string[] s_spans = ["FileStore.Upload", "Quota.Check", "FileIndex.BytesOf", "BlobFolder.Write", "FileIndex.Add"];

    private static readonly string[] s_metrics =
        ["files_uploaded_total", "storage_used_bytes", "share_links_opened_total", "users_registered_total", "auth_failures_total", "operation_duration_seconds_count"];

    private readonly string _scratch = Directory.CreateTempSubdirectory("fileshare-published-").FullName;

    [Theory]
    [InlineData("Trimmed")]
    [InlineData("Native")]
    public async Task ItTellsWhatTheBuiltOneTells(string profile)
    {
        if (profile == "Native") Servers.Find("gcc");
        var folder = await Publish(profile);

        await using var demo = new RunningDemo(Path.Combine(folder, "FileShare"), folder);
        await demo.InitializeAsync();

        Assert.Contains("Every count is right.", demo.Output);
        Assert.All(s_spans, span => Assert.Contains(demo.Spans, line => line.EndsWith(span, StringComparison.Ordinal)));
        Assert.Equal(built.Spans, demo.Spans);
        foreach (var metric in s_metrics) Assert.True(await demo.Shown(metric) > 0, metric);
        Assert.Equal(await built.MetricNames(), await demo.MetricNames());
        await TheRestAnswers(demo.Address);
    }

    public void Dispose() => Directory.Delete(_scratch, recursive: true);

    // Built apart from the repository's own output, which other tests are using.
    private async Task<string> Publish(string profile)
    {
        var folder = Path.Combine(_scratch, "published");
        var published = (await Dotnet.Run(
            Sample.Folder, "publish", "--nologo", "-v", "m", "-m:1", $"-p:PublishProfile={profile}", "-p:CppCompilerAndLinker=gcc",
            $"-p:ArtifactsPath={Path.Combine(_scratch, "build")}", "-o", folder)).Succeeded();
        Assert.DoesNotContain("warning", published.Output);
        return folder;
    }

    // What the demo does not ask for: forms, lists, a refusal of each kind of input, pages, health.
    private static async Task TheRestAnswers(Uri address)
    {
        using var client = new HttpClient { BaseAddress = address };
        using var refused = await client.PostAsJsonAsync("/api/register", new { email = "nobody", password = "short", name = "" });
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Equal(["Email", "Name", "Password"], (await Json(refused)).GetProperty("errors").EnumerateObject().Select(static error => error.Name).Order());

        using var registered = await client.PostAsJsonAsync("/api/register", new { email = "cleo@example.org", password = "correct horse", name = "Cleo" });
        Assert.Equal(HttpStatusCode.Created, registered.StatusCode);
        Assert.Equal("Cleo", (await client.GetFromJsonAsync<JsonElement>("/api/me")).GetProperty("name").GetString());

        using var form = new MultipartFormDataContent { { new StringContent("one"), "file", "one.md" }, { new StringContent("two"), "file", "two.png" } };
        using var uploaded = await client.PostAsync(new Uri("/api/files", UriKind.Relative), form);
        Assert.Equal(["one.md", "two.png"], Names(await Json(uploaded)));
        Assert.Equal(["one.md", "two.png"], Names(await client.GetFromJsonAsync<JsonElement>("/api/files")));

        using var link = await client.PostAsJsonAsync("/api/files/unknown/links", new { maxDownloads = 0 });
        Assert.Equal(HttpStatusCode.BadRequest, link.StatusCode);
        using var gone = await client.GetAsync(new Uri("/api/files/unknown", UriKind.Relative));
        Assert.Equal("There is no such file.", (await Json(gone)).GetProperty("title").GetString());

        Assert.Contains("<html", await client.GetStringAsync(new Uri("/", UriKind.Relative)));
        Assert.Equal("Healthy", (await client.GetFromJsonAsync<JsonElement>("/health/ready")).GetProperty("status").GetString());
    }

    private static async Task<JsonElement> Json(HttpResponseMessage response) => await response.Content.ReadFromJsonAsync<JsonElement>();

    private static IEnumerable<string?> Names(JsonElement files) => files.EnumerateArray().Select(static file => file.GetProperty("name").GetString()).Order();
}
