using Dapper;
using FileShare.Storage;
using Instrumentation;

namespace FileShare.Files;

/// <summary>
/// Which files there are. A file exists from the moment that it is added here until it is removed, so that this is where files
/// and bytes are counted. One annotation traces every method.
/// </summary>
[Traced]
internal sealed class FileIndex(Database database)
{
    private const string Columns = "id, owner_id, name, content_type, kind, size, sha256, created_at";

    [BusinessMetric("files.uploaded", Unit = "{file}", Description = "Files stored", Tags = ["kind=file.Kind"])]
    [BusinessMetric("storage.used", Kind = MetricKind.UpDownCounter, Unit = "By", Description = "Bytes stored", Value = "file.Size")]
    [BusinessMetric("file.size", Kind = MetricKind.Histogram, Unit = "By", Description = "The size of the files stored", Value = "file.Size",
        Buckets = [1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000])]
    public async Task Add([Tag(Path = "Id")] StoredFile file)
    {
        await using var connection = database.Open();
        await connection.ExecuteAsync(
            $"INSERT INTO files ({Columns}) VALUES (@Id, @OwnerId, @Name, @ContentType, @KindName, @Size, @Sha256, @CreatedAt)",
            new { file.Id, file.OwnerId, file.Name, file.ContentType, KindName = file.Kind.ToString(), file.Size, file.Sha256, file.CreatedAt });
    }

    /// <returns>What was removed; <see langword="null"/> where the owner has no such file, and then nothing is subtracted.</returns>
    [BusinessMetric("storage.used", Kind = MetricKind.UpDownCounter, Unit = "By", Value = "-return.Size")]
    public async Task<StoredFile?> Remove([Tag] string fileId, string ownerId)
    {
        await using var connection = database.Open();
        return await connection.QuerySingleOrDefaultAsync<StoredFile>(
            $"DELETE FROM files WHERE id = @fileId AND owner_id = @ownerId RETURNING {Columns}", new { fileId, ownerId });
    }

    /// <returns>The file; <see langword="null"/> where the owner has no such file, whether somebody else has it or not.</returns>
    public async Task<StoredFile?> Find([Tag] string fileId, string ownerId)
    {
        await using var connection = database.Open();
        return await connection.QuerySingleOrDefaultAsync<StoredFile>(
            $"SELECT {Columns} FROM files WHERE id = @fileId AND owner_id = @ownerId", new { fileId, ownerId });
    }

    /// <summary>The file behind a link: whoever has the link may have it, so that nobody asks for its owner.</summary>
    public async Task<StoredFile?> FindShared([Tag] string fileId)
    {
        await using var connection = database.Open();
        return await connection.QuerySingleOrDefaultAsync<StoredFile>($"SELECT {Columns} FROM files WHERE id = @fileId", new { fileId });
    }

    /// <returns>The owner's files, the newest first.</returns>
    [return: Tag("files.count", Path = "Count")]
    public async Task<IReadOnlyList<StoredFile>> ListOf([Tag] string ownerId)
    {
        await using var connection = database.Open();
        var files = await connection.QueryAsync<StoredFile>(
            $"SELECT {Columns} FROM files WHERE owner_id = @ownerId ORDER BY created_at DESC, id DESC", new { ownerId });
        return files.AsList();
    }

    /// <returns>What the owner's files take, in bytes.</returns>
    [return: Tag("owner.bytes")]
    public async Task<long> BytesOf([Tag] string ownerId)
    {
        await using var connection = database.Open();
        return await connection.ExecuteScalarAsync<long>("SELECT coalesce(sum(size), 0) FROM files WHERE owner_id = @ownerId", new { ownerId });
    }
}
