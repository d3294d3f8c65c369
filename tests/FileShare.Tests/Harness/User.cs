using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace FileShare.Tests.Harness;

/// <summary>A file, as the service answers it.</summary>
internal sealed record Answered(string Id, string Name, string ContentType, string Kind, long Size, string Sha256);

/// <summary>A link, as the service answers it.</summary>
internal sealed record AnsweredLink(string Token, string Url, DateTimeOffset? ExpiresAt, int? MaxDownloads);

/// <summary>A user of the service, over HTTP.</summary>
internal sealed class User(HttpClient http, string email, string password = "correct horse battery", string name = "Somebody") : IDisposable
{
    public HttpClient Http => http;

    public string Email => email;

    public string Password => password;

    public string Token { get; private set; } = "";

    public async Task Register() => await Begin("/api/register", new { email, password, name });

    public async Task SignIn() => await Begin("/api/login", new { email, password });

    public async Task<Answered> Upload(byte[] content, string fileName = "notes.txt")
    {
        using var response = await http.PostAsync($"/api/files?name={Uri.EscapeDataString(fileName)}", new ByteArrayContent(content));
        return await response.Read<Answered>(HttpStatusCode.Created);
    }

    public async Task<Answered[]> List() => (await http.GetFromJsonAsync<Answered[]>("/api/files"))!;

    public async Task<AnsweredLink> Share(Answered file, int? expiresInMinutes = null, int? maxDownloads = null)
    {
        using var response = await http.PostAsJsonAsync($"/api/files/{file.Id}/links", new { expiresInMinutes, maxDownloads });
        return await response.Read<AnsweredLink>(HttpStatusCode.Created);
    }

    public void Dispose() => http.Dispose();

    private async Task Begin(string path, object body)
    {
        using var response = await http.PostAsJsonAsync(path, body);
        Assert.True(response.IsSuccessStatusCode, $"{path} answered {(int)response.StatusCode}");
        Token = (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("token").GetString()!;
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Token);
    }
}
