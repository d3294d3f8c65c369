using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using FileShare.Tests.Harness;

namespace FileShare.Tests.Telemetry;

/// <summary>What the annotations of the sample come to, request by request.</summary>
public sealed class TelemetryTests(Service service)
{
    [Fact]
    public async Task AnUploadIsATraceOfTheseSpans()
    {
        using var user = await service.NewUser();
        using var recorder = new Recorder();

        var file = await user.Upload(new byte[700], "picture.png");

        Assert.Equal(
            """
            POST /api/files/
              Sessions.Find
              FileStore.Upload
                Quota.Check
                  FileIndex.BytesOf
                BlobFolder.Write
                FileIndex.Add
            """,
            Tree(recorder, "FileStore.Upload"));
        var upload = recorder.Spans.Single(static span => span.DisplayName == "FileStore.Upload");
        Assert.Equal("FileShare.Files.FileStore.Upload", upload.GetTagItem("code.function.name"));
        Assert.Equal(
            (file.Id, 700L, "Image", null),
            ((string?)upload.GetTagItem("file.id"), (long)upload.GetTagItem("file.size")!, (string?)upload.GetTagItem("file.kind"), upload.GetTagItem("upload.refusal")));
        Assert.Equal(ActivityStatusCode.Unset, upload.Status);
    }

    [Fact]
    public async Task OpeningALinkIsATraceOfTheseSpans()
    {
        using var user = await service.NewUser();
        var link = await user.Share(await user.Upload([1]));
        using var recorder = new Recorder();

        await user.Http.GetAsync(link.Url);

        Assert.Equal(
            """
            GET /s/{token}
              Sessions.Find
              ShareLinks.Open
                FileIndex.FindShared
            """,
            Tree(recorder, "ShareLinks.Open"));
    }

    [Fact]
    public async Task CountsAndBytesAreExact()
    {
        await using var own = new Service(null);
        using var recorder = new Recorder();
        using var user = await own.NewUser();
        var picture = await user.Upload(new byte[5000], "a.png");
        await user.Upload(new byte[300], "b.cs");
        await user.Upload([], "c.cs");
        var link = await user.Share(picture);
        await user.Http.GetAsync(link.Url);
        await user.Http.DeleteAsync($"/api/files/{picture.Id}");
        await user.Http.DeleteAsync($"/api/files/{picture.Id}");

        Assert.Equal([1], recorder.Of("users.registered"));
        Assert.Equal(["Image", "Code", "Code"], recorder.TagOf("files.uploaded", "kind"));
        Assert.Equal([5000, 300, 0, -5000], recorder.Of("storage.used"));
        Assert.Equal([5000, 300, 0], recorder.Of("file.size"));
        Assert.Equal([1], recorder.Of("share.links.created"));
        Assert.Empty(recorder.Of("auth.failures"));

        var scraped = await own.Metrics();
        Assert.Equal(1, Value(scraped, "users_registered_total"));
        Assert.Equal(2, Value(scraped, "files_uploaded_total", "kind=\"Code\""));
        Assert.Equal(300, Value(scraped, "storage_used_bytes"));
        Assert.Equal(5300, Value(scraped, "file_size_bytes_sum"));
        Assert.Equal(1, Value(scraped, "share_links_opened_total", "outcome=\"Opened\""));
        Assert.Equal(2, Value(scraped, "operation_duration_seconds_count", "FileStore.Delete"));
        Assert.Equal(0, Value(scraped, "operation_active", "FileStore.Upload"));
    }

    [Fact]
    public async Task TheBytesInUseAreRightAfterARestart()
    {
        var folder = Directory.CreateTempSubdirectory("fileshare-tests-").FullName;
        await using (var first = new Service(folder))
        {
            using var user = await first.NewUser();
            await user.Upload(new byte[1200]);
            await user.Http.DeleteAsync($"/api/files/{(await user.Upload(new byte[50])).Id}");
            await user.Upload(new byte[34]);
        }

        await using (var second = new Service(folder))
        {
            Assert.Equal(1234, Value(await second.Metrics(), "storage_used_bytes"));
            using var user = await second.NewUser();
            await user.Upload(new byte[6]);
            Assert.Equal(1240, Value(await second.Metrics(), "storage_used_bytes"));
        }

        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task TheServiceIsReadyWhileDatabaseAndStorageAre()
    {
        await using var own = new Service(null);
        using var stranger = own.Stranger();

        var ready = await (await stranger.GetAsync("/health/ready")).Read<JsonElement>(HttpStatusCode.OK);
        Assert.Equal(["database", "storage"], ready.GetProperty("checks").EnumerateArray().Select(static check => check.GetProperty("name").GetString()));

        Directory.Delete(Path.Combine(own.Folder, "incoming"), recursive: true);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await stranger.GetAsync("/health/ready")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await stranger.GetAsync("/health/live")).StatusCode);
    }

    [Fact]
    public async Task AFailureIsAnErrorOfItsOperationAndLeavesTheCountsAlone()
    {
        await using var own = new Service(null);
        using var user = await own.NewUser();
        Directory.Delete(Path.Combine(own.Folder, "incoming"), recursive: true);
        using var recorder = new Recorder();

        var response = await user.Http.PostAsync("/api/files", new ByteArrayContent([1]));

        await response.Refused(HttpStatusCode.InternalServerError);
        Assert.Empty(recorder.Of("files.uploaded"));
        var upload = recorder.Spans.Single(static span => span.DisplayName == "FileStore.Upload");
        Assert.Equal((ActivityStatusCode.Error, "System.IO.DirectoryNotFoundException"), (upload.Status, upload.GetTagItem("error.type")));
    }

    private static string Tree(Recorder recorder, string member)
    {
        var trace = recorder.Spans.Single(span => span.DisplayName == member).TraceId;
        // A request's span ends after its answer has been read.
        SpinWait.SpinUntil(() => recorder.Spans.Any(span => span.TraceId == trace && span.Kind == ActivityKind.Server), TimeSpan.FromSeconds(20));
        var spans = recorder.Spans.Where(span => span.TraceId == trace).OrderBy(static span => span.StartTimeUtc).ToList();
        // The client of the tests is in the process too.
        var server = spans.Single(static span => span.Kind == ActivityKind.Server);
        return string.Join('\n', Lines(server, 0));

        IEnumerable<string> Lines(Activity span, int depth) =>
            spans.Where(child => child.ParentSpanId == span.SpanId).SelectMany(child => Lines(child, depth + 1)).Prepend(new string(' ', depth * 2) + span.DisplayName);
    }

    private static double Value(string scraped, string metric, string label = "") => scraped.Split('\n')
        .Where(line => line.StartsWith(metric + "{", StringComparison.Ordinal) && line.Contains(label, StringComparison.Ordinal))
        .Sum(static line => double.Parse(line[(line.LastIndexOf('}') + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries)[0], CultureInfo.InvariantCulture));
}
