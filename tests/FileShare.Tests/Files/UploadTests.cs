using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using FileShare.Tests.Harness;

namespace FileShare.Tests.Files;

/// <summary>How files come in.</summary>
public sealed class UploadTests(Service service)
{
    private static readonly byte[] s_content = Encoding.UTF8.GetBytes("a few words, and an ä");

    [Theory]
    [InlineData("curl --data-binary @x", "POST", "/api/files?name=x%20y.cs", "application/x-www-form-urlencoded", null)]
    [InlineData("curl -T x (with a slash)", "PUT", "/api/files/x%20y.cs", null, null)]
    [InlineData("curl -T x (without)", "PUT", "/api/files?name=x%20y.cs", null, null)]
    [InlineData("the page", "POST", "/api/files", "text/plain", "x%20y.cs")]
    public async Task EveryWayOfSendingABodyStoresItsBytes(string way, string method, string path, string? contentType, string? header)
    {
        using var user = await service.NewUser();
        using var request = new HttpRequestMessage(new HttpMethod(method), path) { Content = new ByteArrayContent(s_content) };
        if (contentType is not null) request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
        if (header is not null) request.Headers.Add("X-File-Name", header);

        var stored = await (await user.Http.SendAsync(request)).Read<Answered>(HttpStatusCode.Created);

        Assert.True(stored.Name == "x y.cs", way);
        Assert.Equal(("Code", s_content.Length, Hash(s_content)), (stored.Kind, stored.Size, stored.Sha256));
        Assert.Equal(s_content, await user.Http.GetByteArrayAsync($"/api/files/{stored.Id}"));
    }

    [Fact]
    public async Task AFormWithAFileStoresIt()
    {
        using var user = await service.NewUser();
        using var form = new MultipartFormDataContent { { new StringContent("a field"), "comment" }, { new ByteArrayContent(s_content), "file", "päge.html" } };

        var stored = await (await user.Http.PostAsync("/api/files", form)).Read<Answered>(HttpStatusCode.Created);

        Assert.Equal(("päge.html", s_content.Length, Hash(s_content)), (stored.Name, stored.Size, stored.Sha256));
    }

    [Fact]
    public async Task AFormWithSeveralFilesStoresAllOfThem()
    {
        using var user = await service.NewUser();
        using var form = new MultipartFormDataContent { { new ByteArrayContent([1]), "file", "a.png" }, { new ByteArrayContent([1, 2]), "file", "b.zip" } };

        var stored = await (await user.Http.PostAsync("/api/files", form)).Read<Answered[]>(HttpStatusCode.Created);

        Assert.Equal([("a.png", "Image", 1), ("b.zip", "Archive", 2)], stored.Select(static file => (file.Name, file.Kind, file.Size)));
        Assert.Equal(2, (await user.List()).Length);
    }

    [Theory]
    [InlineData("multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=\"comment\"\r\n\r\nno file\r\n--x--")]
    [InlineData("multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n\r\nno end")]
    [InlineData("multipart/form-data; boundary=x", "neither part nor end")]
    [InlineData("multipart/form-data", "--x--")]
    public async Task AFormThatIsMalformedIsRefusedAndLeavesNothing(string type, string body)
    {
        using var user = await service.NewUser();
        var before = service.Blobs.Count();
        using var content = new StringContent(body) { Headers = { ContentType = MediaTypeHeaderValue.Parse(type) } };

        await (await user.Http.PostAsync("/api/files", content)).Refused(HttpStatusCode.BadRequest);

        Assert.Empty(await user.List());
        Assert.Equal(before, service.Blobs.Count());
    }

    [Theory]
    [InlineData("../../../etc/passwd", "passwd")]
    [InlineData("..\\..\\system.ini", "system.ini")]
    [InlineData("/absolute/name.txt", "name.txt")]
    [InlineData("C:\\Users\\ann\\cv.pdf", "cv.pdf")]
    [InlineData("..", "unnamed")]
    [InlineData("files/..", "unnamed")]
    [InlineData("", "unnamed")]
    [InlineData("two\r\nlines\u0000.txt", "twolines.txt")]
    public async Task ANameNeverBecomesAPath(string sent, string kept)
    {
        using var user = await service.NewUser();
        var outside = Outside();

        var stored = await user.Upload(s_content, sent);

        Assert.Equal(kept, stored.Name);
        Assert.Equal(outside, Outside());
        Assert.Contains(service.Blobs, file => file.Name == stored.Id);
        Assert.Equal(kept, (await user.Http.GetAsync($"/api/files/{stored.Id}")).Content.Headers.ContentDisposition?.FileNameStar);
    }

    [Fact]
    public async Task ANameIsCutToTwoHundredCharacters()
    {
        using var user = await service.NewUser();
        Assert.Equal(200, (await user.Upload(s_content, new string('n', 5000))).Name.Length);
    }

    [Theory]
    [InlineData(1000, 100_000, true, "too large")]
    [InlineData(1000, 100_000, false, "too large")]
    [InlineData(100_000, 1000, true, "full")]
    [InlineData(100_000, 1000, false, "full")]
    public async Task WhatIsTooLargeIsRefusedAndLeavesNothing(int maxFile, int quota, bool announced, string reason)
    {
        await using var own = new Service(null, ("MaxFileBytes", $"{maxFile}"), ("QuotaBytes", $"{quota}"));
        using var user = await own.NewUser();
        await user.Upload(new byte[400]);
        using var recorder = new Recorder();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/files") { Content = new ByteArrayContent(new byte[1001]) };
        request.Headers.TransferEncodingChunked = !announced;

        Assert.Contains(reason, await (await user.Http.SendAsync(request)).Refused(HttpStatusCode.RequestEntityTooLarge), StringComparison.Ordinal);

        Assert.Single(await user.List());
        Assert.Single(own.Blobs);
        Assert.Empty(recorder.Of("files.uploaded"));
        // An answer, not a failure: it must not use up the service's error budget.
        Assert.DoesNotContain(recorder.Measurements, static measurement => measurement.Instrument == "operation.duration" && measurement.Tags.ContainsKey("error.type"));
        Assert.Equal(600, (await user.Upload(new byte[600])).Size);
    }

    [Fact]
    public async Task AnUploadThatIsAbortedLeavesNeitherFileNorRowNorError()
    {
        await using var own = new Service(null);
        using var user = await own.NewUser();
        using var recorder = new Recorder();
        using var cancel = new CancellationTokenSource();

        var upload = user.Http.PostAsync("/api/files?name=half.bin", new PatternContent(50_000_000, stopsAfter: 5_000_000, cancel.Token), cancel.Token);
        await Eventually.IsTrue(() => own.Incoming.Any(static file => file.Length > 1_000_000), "part of the upload is written");
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => upload);

        await Eventually.IsTrue(() => !own.Incoming.Any(), "the part is removed");
        await Eventually.IsTrue(() => recorder.Of("operation.active").Sum() == 0, "the operations have ended");
        Assert.Empty(own.Blobs);
        Assert.Empty(await user.List());
        Assert.Empty(recorder.Of("files.uploaded"));
        Assert.DoesNotContain(recorder.Measurements, static measurement => measurement.Instrument == "operation.duration" && measurement.Tags.ContainsKey("error.type"));
    }

    [Fact]
    public async Task WhatACrashHasCutOffIsRemovedAtTheNextStart()
    {
        var folder = Directory.CreateTempSubdirectory("fileshare-tests-").FullName;
        Directory.CreateDirectory(Path.Combine(folder, "incoming"));
        await File.WriteAllTextAsync(Path.Combine(folder, "incoming", "0123"), "half");

        await using (var own = new Service(folder)) Assert.Empty(own.Incoming);

        Directory.Delete(folder, recursive: true);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task AnUploadOfTwoHundredMegabytesIsNeverInMemory(bool asForm)
    {
        const long Size = 200_000_000;
        await using var own = new Service(null);
        using var user = await own.NewUser();
        await user.Upload(s_content);
        HttpContent body = new PatternContent(Size);
        if (asForm) body = new MultipartFormDataContent { { body, "file", "large.bin" } };
        var before = GC.GetTotalAllocatedBytes(precise: true);

        var stored = await (await user.Http.PostAsync("/api/files", body)).Read<Answered>(HttpStatusCode.Created);

        // Both ends are in this process, and what is counted is every byte that was ever allocated, collected or not.
        var allocated = GC.GetTotalAllocatedBytes(precise: true) - before;
        Assert.InRange(allocated, 0, Size / 10);
        Assert.Equal((Size, PatternContent.Sha256(Size)), (stored.Size, stored.Sha256));
    }

    private static string Hash(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));

    // What lies beside the two folders that content may be in.
    private List<string> Outside() => [.. Directory.EnumerateFileSystemEntries(service.Folder).Order(StringComparer.Ordinal)];
}
