using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace FileShare.Demo;

/// <summary>A user of the service, from outside: knows its HTTP interface and nothing else.</summary>
internal sealed class Visitor(Uri address, string email, string name) : IDisposable
{
    private const string Password = "correct horse battery staple";

    private readonly HttpClient _http = new() { BaseAddress = address };

    public async Task Register()
    {
        var session = await Read(await Post("/api/register", new JsonObject { ["email"] = email, ["password"] = Password, ["name"] = name }), HttpStatusCode.Created);
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", session.GetProperty("token").GetString());
    }

    public async Task SignInWrongly() =>
        await Read(await Post("/api/login", new JsonObject { ["email"] = email, ["password"] = Password + "?" }), HttpStatusCode.Unauthorized);

    /// <returns>The file's id, and its kind as the service sees it.</returns>
    public async Task<(string Id, string Kind)> Upload(FileInfo file)
    {
        await using var content = file.OpenRead();
        using var body = new StreamContent(content);
        var stored = await Read(await _http.PostAsync($"/api/files?name={Uri.EscapeDataString(file.Name)}", body), HttpStatusCode.Created);
        return (stored.GetProperty("id").GetString()!, stored.GetProperty("kind").GetString()!);
    }

    public Task<byte[]> Download(string id) => _http.GetByteArrayAsync($"/api/files/{id}");

    public async Task Delete(string id) => (await _http.DeleteAsync($"/api/files/{id}")).EnsureSuccessStatusCode();

    /// <returns>The link's path.</returns>
    public async Task<string> Share(string id, int? expiresInMinutes = null, int? maxDownloads = null)
    {
        var link = await Read(await Post($"/api/files/{id}/links", new JsonObject { ["expiresInMinutes"] = expiresInMinutes, ["maxDownloads"] = maxDownloads }), HttpStatusCode.Created);
        return new Uri(link.GetProperty("url").GetString()!).AbsolutePath;
    }

    public async Task<HttpStatusCode> Open(string link)
    {
        using var response = await _http.GetAsync(link);
        return response.StatusCode;
    }

    public Task<string> Metrics() => _http.GetStringAsync("/metrics");

    public void Dispose() => _http.Dispose();

    private async Task<HttpResponseMessage> Post(string path, JsonObject body)
    {
        using var content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
        return await _http.PostAsync(path, content);
    }

    private static async Task<JsonElement> Read(HttpResponseMessage response, HttpStatusCode expected)
    {
        using (response)
        {
            if (response.StatusCode != expected)
                throw new InvalidOperationException($"{response.RequestMessage!.Method} {response.RequestMessage.RequestUri!.AbsolutePath} answered {(int)response.StatusCode}, not {(int)expected}.");
            using var answer = await JsonDocument.ParseAsync(await response.Content.ReadAsStreamAsync());
            return answer.RootElement.Clone();
        }
    }
}
