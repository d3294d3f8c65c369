using Instrumentation;
using Microsoft.Extensions.Options;

namespace FileShare.Files;

/// <summary>How much an account may store.</summary>
internal sealed class Quota(FileIndex index, IOptions<FileShareOptions> options)
{
    /// <summary>What is left. Uploads that run at the same time are not told apart: together they may exceed the quota once.</summary>
    /// <returns>Bytes, zero or more.</returns>
    [Traced]
    [return: Tag("quota.left")]
    public async Task<long> Check([Tag] string ownerId) => Math.Max(0, options.Value.QuotaBytes - await index.BytesOf(ownerId));
}
