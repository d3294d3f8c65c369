using FileShare.Files;
using FileShare.Storage;

namespace FileShare.Links;

/// <summary>A link that was made. The token is in the hands of whoever made it, and nowhere else.</summary>
internal sealed record CreatedLink(SecretToken Token, DateTimeOffset? ExpiresAt, int? MaxDownloads);

/// <summary>What came of opening a link; the file where it opened.</summary>
internal sealed record OpenedLink(LinkOutcome Outcome, StoredFile? File);
