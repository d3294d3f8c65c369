using System.Data;
using FileShare.Storage;
using Instrumentation;
using Microsoft.Data.Sqlite;

namespace FileShare.Files;

/// <summary>
/// Which files there are. A file exists from the moment that it is added here until it is removed, so that this is where files
/// and bytes are counted. One annotation traces every method.
/// </summary>
[Traced]
internal sealed class FileIndex(Database database)
{
    [BusinessMetric("files.uploaded", Unit = "{file}", Description = "Files stored", Tags = ["kind=file.Kind"])]
    [BusinessMetric("storage.used", Kind = MetricKind.UpDownCounter, Unit = "By", Description = "Bytes stored", Value = "file.Size")]
    [BusinessMetric("file.size", Kind = MetricKind.Histogram, Unit = "By", Description = "The size of the files stored", Value = "file.Size",
        Buckets = [1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000])]
    public async Task Add([Tag(Path = "Id")] StoredFile file)
    {
        await using var connection = database.Open();
        await connection.Execute(
            $"""
            INSERT INTO files (id, owner_id, name, content_type, kind, size, sha256, created_at)
            VALUES ({file.Id}, {file.OwnerId}, {file.Name}, {file.ContentType}, {file.Kind.ToString()}, {file.Size}, {file.Sha256}, {file.CreatedAt})
            """);
    }

    /// <returns>What was removed; <see langword="null"/> where the owner has no such file, and then nothing is subtracted.</returns>
    [BusinessMetric("storage.used", Kind = MetricKind.UpDownCounter, Unit = "By", Value = "-return.Size")]
    public async Task<StoredFile?> Remove([Tag] string fileId, string ownerId)
    {
        await using var connection = database.Open();
        return await connection.Row($"DELETE FROM files WHERE id = {fileId} AND owner_id = {ownerId} RETURNING *", Read);
    }

    /// <returns>The file; <see langword="null"/> where the owner has no such file, whether somebody else has it or not.</returns>
    public async Task<StoredFile?> Find([Tag] string fileId, string ownerId)
    {
        await using var connection = database.Open();
        return await connection.Row($"SELECT * FROM files WHERE id = {fileId} AND owner_id = {ownerId}", Read);
    }

    /// <summary>The file behind a link: whoever has the link may have it, so that nobody asks for its owner.</summary>
    public async Task<StoredFile?> FindShared([Tag] string fileId)
    {
        await using var connection = database.Open();
        return await connection.Row($"SELECT * FROM files WHERE id = {fileId}", Read);
    }

    /// <returns>The owner's files, the newest first.</returns>
    [return: Tag("files.count", Path = "Count")]
    public async Task<IReadOnlyList<StoredFile>> ListOf([Tag] string ownerId)
    {
        await using var connection = database.Open();
        return await connection.Rows($"SELECT * FROM files WHERE owner_id = {ownerId} ORDER BY created_at DESC, id DESC", Read);
    }

    /// <returns>What the owner's files take, in bytes.</returns>
    [return: Tag("owner.bytes")]
    public async Task<long> BytesOf([Tag] string ownerId)
    {
        await using var connection = database.Open();
        return await connection.Number($"SELECT sum(size) FROM files WHERE owner_id = {ownerId}") ?? 0;
    }

    private static StoredFile Read(SqliteDataReader row) => new()
    {
        Id = row.GetString("id"),
        OwnerId = row.GetString("owner_id"),
        Name = row.GetString("name"),
        ContentType = row.GetString("content_type"),
        Kind = Enum.Parse<ContentKind>(row.GetString("kind")),
        Size = row.GetInt64("size"),
        Sha256 = row.GetString("sha256"),
        CreatedAt = DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64("created_at")),
    };
}
