using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace FileShare.Tests.Harness;

/// <summary>What tests ask of responses.</summary>
internal static class Responses
{
    public static async Task<T> Read<T>(this HttpResponseMessage response, HttpStatusCode expected)
    {
        Assert.Equal(expected, response.StatusCode);
        return (await response.Content.ReadFromJsonAsync<T>())!;
    }

    /// <summary>Asserts that a request was refused as RFC 9457 says.</summary>
    /// <returns>The whole answer, as text.</returns>
    public static async Task<string> Refused(this HttpResponseMessage response, HttpStatusCode expected)
    {
        var text = await response.Content.ReadAsStringAsync();
        Assert.Equal(expected, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        using var problem = JsonDocument.Parse(text);
        Assert.Equal((int)expected, problem.RootElement.GetProperty("status").GetInt32());
        Assert.False(string.IsNullOrEmpty(problem.RootElement.GetProperty("title").GetString()));
        return text;
    }
}
