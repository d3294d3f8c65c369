using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using FileShare.Tests.Harness;

namespace FileShare.Tests.Files;

/// <summary>How files go out, and who gets them.</summary>
public sealed class DownloadTests(Service service)
{
    private static readonly byte[] s_content = [.. Enumerable.Range(0, 1000).Select(static number => (byte)number)];

    [Fact]
    public async Task APartOfAFileCanBeAskedFor()
    {
        using var user = await service.NewUser();
        var file = await user.Upload(s_content);
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/files/{file.Id}") { Headers = { Range = new RangeHeaderValue(100, 199) } };

        var response = await user.Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.PartialContent, response.StatusCode);
        Assert.Equal("bytes 100-199/1000", response.Content.Headers.ContentRange?.ToString());
        Assert.Equal(s_content[100..200], await response.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task AFileThatIsHadAlreadyIsNotSentAgain()
    {
        using var user = await service.NewUser();
        var file = await user.Upload(s_content);
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/files/{file.Id}") { Headers = { IfNoneMatch = { new EntityTagHeaderValue($"\"{file.Sha256}\"") } } };

        Assert.Equal(HttpStatusCode.NotModified, (await user.Http.SendAsync(request)).StatusCode);
    }

    [Fact]
    public async Task AnUploadedPageIsADownloadAndNotAPageOfThisSite()
    {
        using var user = await service.NewUser();
        var file = await user.Upload("<script>alert(1)</script>"u8.ToArray(), "page.html");

        var response = await user.Http.GetAsync($"/api/files/{file.Id}");

        Assert.Equal("attachment", response.Content.Headers.ContentDisposition?.DispositionType);
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Contains("default-src 'self'", response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheListHasTheNewestFirst()
    {
        using var user = await service.NewUser();
        foreach (var name in (string[])["a", "b", "c"]) await user.Upload(s_content, name);

        Assert.Equal(["c", "b", "a"], (await user.List()).Select(static file => file.Name));
    }

    [Fact]
    public async Task AnotherUsersFileIsNotThere()
    {
        using var owner = await service.NewUser();
        using var other = await service.NewUser();
        var file = await owner.Upload(s_content);

        await (await other.Http.GetAsync($"/api/files/{file.Id}")).Refused(HttpStatusCode.NotFound);
        await (await other.Http.DeleteAsync($"/api/files/{file.Id}")).Refused(HttpStatusCode.NotFound);
        await (await other.Http.PostAsJsonAsync($"/api/files/{file.Id}/links", new { })).Refused(HttpStatusCode.NotFound);
        Assert.Empty(await other.List());
        Assert.Equal(s_content, await owner.Http.GetByteArrayAsync($"/api/files/{file.Id}"));
    }

    [Fact]
    public async Task AFileThatIsDeletedIsGoneWithItsLinksAndItsContent()
    {
        using var user = await service.NewUser();
        var file = await user.Upload(s_content);
        var link = await user.Share(file);

        Assert.Equal(HttpStatusCode.NoContent, (await user.Http.DeleteAsync($"/api/files/{file.Id}")).StatusCode);

        await (await user.Http.GetAsync($"/api/files/{file.Id}")).Refused(HttpStatusCode.NotFound);
        await (await user.Http.GetAsync(link.Url)).Refused(HttpStatusCode.NotFound);
        await (await user.Http.DeleteAsync($"/api/files/{file.Id}")).Refused(HttpStatusCode.NotFound);
        Assert.Empty(await user.List());
        Assert.DoesNotContain(service.Blobs, blob => blob.Name == file.Id);
    }
}
