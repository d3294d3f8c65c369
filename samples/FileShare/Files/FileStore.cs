using FileShare.Storage;
using Instrumentation;
using Microsoft.Extensions.Options;

namespace FileShare.Files;

/// <summary>Takes files in, hands them out and drops them: the operations that people on call think in.</summary>
internal sealed partial class FileStore(
    FileIndex index, BlobFolder blobs, Quota quota, IOptions<FileShareOptions> options, TimeProvider time, ILogger<FileStore> logger)
{
    /// <summary>
    /// Stores a file. An upload takes as long as its sender does, so that its objective is looser than the service's.
    /// </summary>
    /// <param name="ownerId">Whose file it is.</param>
    /// <param name="name">What its owner calls it.</param>
    /// <param name="content">Its content. It is written as it arrives.</param>
    /// <param name="announced">Its length in bytes, where the sender has said it: what is too long is refused before it is sent.</param>
    /// <param name="cancellation">Ends the upload. Nothing is kept.</param>
    /// <exception cref="OperationCanceledException">The content ended too early. Nothing was kept.</exception>
    [Traced, Measured, Objective(Availability = 99.5, LatencyMs = 5000)]
    [return: Tag("file.id", Path = "File.Id"), Tag("file.size", Path = "File.Size"), Tag("file.kind", Path = "File.Kind")]
    [return: Tag("upload.refusal", Path = "Refusal")]
    public async Task<UploadResult> Upload(
        [Tag] string ownerId, [Pii(PiiKind.Content)] string? name, Stream content, long? announced, CancellationToken cancellation)
    {
        var max = options.Value.MaxFileBytes;
        var left = await quota.Check(ownerId);
        var limit = Math.Min(left, max);
        var id = Guid.CreateVersion7().ToString("N");
        var blob = announced > limit ? null : await blobs.Write(id, content, limit, cancellation);
        if (blob is null) return UploadResult.Refused(left < max ? UploadRefusal.QuotaExceeded : UploadRefusal.TooLarge);

        var file = Describe(id, ownerId, FileName.Clean(name), blob);
        try
        {
            await index.Add(file);
        }
        catch
        {
            blobs.Delete(id);
            throw;
        }

        LogStored(id, ownerId, blob.Size);
        return UploadResult.Of(file);
    }

    /// <returns>The file; <see langword="null"/> where the owner has no such file.</returns>
    [Traced, Measured]
    public async Task<StoredFile?> Open([Tag] string fileId, [Tag] string ownerId) => await index.Find(fileId, ownerId);

    /// <returns>Whether there was such a file.</returns>
    [Traced, Measured]
    public async Task<bool> Delete([Tag] string fileId, [Tag] string ownerId)
    {
        // The entry goes first: a content that nobody finds is harmless, an entry without content is not.
        if (await index.Remove(fileId, ownerId) is null) return false;
        blobs.Delete(fileId);
        LogDeleted(fileId, ownerId);
        return true;
    }

    private StoredFile Describe(string id, string ownerId, [Pii(PiiKind.Content)] string name, WrittenBlob blob) => new()
    {
        Id = id,
        OwnerId = ownerId,
        Name = name,
        ContentType = ContentTypes.Of(name),
        Kind = ContentTypes.KindOf(name),
        Size = blob.Size,
        Sha256 = blob.Sha256,
        CreatedAt = time.GetUtcNow(),
    };

    [LoggerMessage(LogLevel.Information, "File {FileId} of account {OwnerId} was stored, {Bytes} bytes")]
    private partial void LogStored(string fileId, string ownerId, long bytes);

    [LoggerMessage(LogLevel.Information, "File {FileId} of account {OwnerId} was deleted")]
    private partial void LogDeleted(string fileId, string ownerId);
}
