using System.Buffers;
using System.Security.Cryptography;
using Instrumentation;

namespace FileShare.Storage;

/// <summary>What was written: its size in bytes and its SHA-256, in hexadecimal.</summary>
internal sealed record WrittenBlob(long Size, string Sha256);

/// <summary>The content of the files, one file of the file system each, named by id: names that users give never become paths.</summary>
[OwnedBy("storage")]
internal sealed class BlobFolder(DataFolder folder)
{
    private const int BufferSize = 128 * 1024;

    /// <summary>Writes the content as it arrives, without holding it in memory, and so for as long as its sender takes. It is seen once all of it is there.</summary>
    /// <returns>What was written; <see langword="null"/> where the content is longer than <paramref name="limit"/> bytes.</returns>
    /// <exception cref="OperationCanceledException">The content ended too early. Nothing was kept.</exception>
    [Traced, Measured, Objective(Availability = 99.9, LatencyMs = 5000)]
    [return: Tag("blob.size", Path = "Size")]
    public async Task<WrittenBlob?> Write([Tag] string fileId, Stream content, long limit, CancellationToken cancellation)
    {
        var incoming = Path.Combine(folder.Incoming, fileId);
        try
        {
            var written = await Receive(incoming, content, limit, cancellation);
            if (written is not null) File.Move(incoming, PathOf(fileId));
            return written;
        }
        finally
        {
            File.Delete(incoming);
        }
    }

    [Traced]
    public void Delete([Tag] string fileId) => File.Delete(PathOf(fileId));

    /// <summary>Where the content lies.</summary>
    public string PathOf(string fileId) => Path.Combine(folder.Blobs, fileId);

    /// <summary>Clears away uploads that a crash has cut off.</summary>
    [Traced]
    [return: Tag("files.removed")]
    public int RemoveUnfinished()
    {
        var unfinished = Directory.GetFiles(folder.Incoming);
        foreach (var file in unfinished) File.Delete(file);
        return unfinished.Length;
    }

    [HealthCheck("storage", Tags = ["ready"])]
    public bool IsWritable()
    {
        var probe = Path.Combine(folder.Incoming, $"probe-{Guid.NewGuid():N}");
        File.WriteAllBytes(probe, []);
        File.Delete(probe);
        return true;
    }

    private static async Task<WrittenBlob?> Receive(string path, Stream content, long limit, CancellationToken cancellation)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, System.IO.FileShare.None, bufferSize: 0, FileOptions.Asynchronous);
        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        try
        {
            var size = 0L;
            while (await ReadFrom(content, buffer, cancellation) is > 0 and var count)
            {
                size += count;
                if (size > limit) return null;
                hash.AppendData(buffer, 0, count);
                await file.WriteAsync(buffer.AsMemory(0, count), cancellation);
            }

            file.Flush(flushToDisk: true);
            return new WrittenBlob(size, Convert.ToHexStringLower(hash.GetHashAndReset()));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    // A sender who goes away has cancelled; only a disk that fails is a failure of ours.
    private static async ValueTask<int> ReadFrom(Stream content, byte[] buffer, CancellationToken cancellation)
    {
        try
        {
            return await content.ReadAsync(buffer, cancellation);
        }
        catch (IOException cause)
        {
            throw new OperationCanceledException("The content ended too early.", cause, cancellation);
        }
    }
}
