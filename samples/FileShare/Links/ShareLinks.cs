using FileShare.Files;
using FileShare.Storage;
using Instrumentation;

namespace FileShare.Links;

/// <summary>Links that open one file to whoever has them, for a time or for a number of downloads.</summary>
internal sealed partial class ShareLinks(Database database, FileIndex files, TimeProvider time, ILogger<ShareLinks> logger)
{
    [Traced, Measured]
    [BusinessMetric("share.links.created", Unit = "{link}", Description = "Links made")]
    public async Task<CreatedLink> Create([Tag(Path = "Id")] StoredFile file, TimeSpan? lifetime, [Tag("link.max.downloads")] int? maxDownloads)
    {
        var link = new CreatedLink(SecretToken.New(), time.GetUtcNow() + lifetime, maxDownloads);
        await using var connection = database.Open();
        await connection.Execute(
            $"""
            INSERT INTO links (token_hash, file_id, expires_at, max_downloads)
            VALUES ({link.Token.Hash}, {file.Id}, {link.ExpiresAt}, {link.MaxDownloads})
            """);
        LogCreated(file.Id);
        return link;
    }

    /// <summary>Opens a link: one download is taken off it.</summary>
    [Traced, Measured]
    [BusinessMetric("share.links.opened", Unit = "{request}", Description = "Attempts to open a link", Tags = ["outcome=return.Outcome"])]
    [return: Tag("link.outcome", Path = "Outcome"), Tag(Path = "File.Id")]
    public async Task<OpenedLink> Open(SecretToken token)
    {
        var now = time.GetUtcNow();
        await using var connection = database.Open();

        // One statement checks and counts, so that two requests at once cannot share the last download.
        var fileId = await connection.Text(
            $"""
            UPDATE links SET downloads = downloads + 1
            WHERE token_hash = {token.Hash} AND (expires_at IS NULL OR expires_at > {now}) AND (max_downloads IS NULL OR downloads < max_downloads)
            RETURNING file_id
            """);
        if (fileId is not null && await files.FindShared(fileId) is { } file) return new OpenedLink(LinkOutcome.Opened, file);

        var isExpired = await connection.Number($"SELECT coalesce(expires_at <= {now}, 0) FROM links WHERE token_hash = {token.Hash}");
        return new OpenedLink(isExpired switch { null => LinkOutcome.Unknown, 0 => LinkOutcome.Exhausted, _ => LinkOutcome.Expired }, null);
    }

    [LoggerMessage(LogLevel.Information, "A link to file {FileId} was made")]
    private partial void LogCreated(string fileId);
}
