namespace FileShare.Files;

public enum Visibility
{
    Private,
    Shared,
}

public sealed record StoredFile(Guid Id, string Owner, long Length, Visibility Visibility);

/// <summary>Files that users keep here. Uploads and downloads are streamed.</summary>
[OwnedBy("storage")]
public sealed class FileService
{
    [Traced("upload file", Kind = System.Diagnostics.ActivityKind.Internal)]
    [Measured]
    [Objective(Availability = 99.9, LatencyMs = 1000)]
    [BusinessMetric("files.uploaded", Unit = "{file}", Description = "Files that users uploaded.", Tags = ["visibility"])]
    [BusinessMetric("files.uploaded.size", Kind = MetricKind.Histogram, Unit = "By", Description = "The size of uploaded files.", Value = "return.Length", Buckets = [1024, 1048576, 1073741824])]
    [BusinessMetric("storage.used", Kind = MetricKind.UpDownCounter, Unit = "By", Description = "Space that files take.", Value = "return.Length")]
    public async Task<StoredFile> Upload(string owner, Stream content, [Tag("file.visibility")] Visibility visibility)
    {
        await content.CopyToAsync(Stream.Null);
        return new StoredFile(Guid.NewGuid(), owner, content.Length, visibility);
    }

    [Traced("download file"), Measured, Objective(Availability = 99.9, LatencyMs = 1000)]
    [BusinessMetric("files.downloaded", Unit = "{file}", Description = "Files that were downloaded.")]
    public Task<Stream> Download([Tag("file.id")] Guid id) => Task.FromResult(Stream.Null);

    [Traced("list files"), Measured]
    public IReadOnlyList<StoredFile> List(string owner) => [];

    [Traced("delete file"), Measured]
    [BusinessMetric("storage.used", Kind = MetricKind.UpDownCounter, Unit = "By", Value = "-file.Length")]
    public void Delete(StoredFile file)
    {
    }

    [HealthCheck("disk", Tags = ["ready"])]
    public bool HasSpace() => true;
}
