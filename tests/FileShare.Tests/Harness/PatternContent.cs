using System.Net;
using System.Security.Cryptography;

namespace FileShare.Tests.Harness;

/// <summary>A large body that is never in memory: one block, again and again. It can be made to stop half-way.</summary>
internal sealed class PatternContent(long size, long? stopsAfter = null, CancellationToken released = default) : HttpContent
{
    private static readonly byte[] s_block = [.. Enumerable.Range(0, 64 * 1024).Select(static number => (byte)(number * 31 + (number >> 8)))];

    public static string Sha256(long size)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        for (var left = size; left > 0; left -= s_block.Length) hash.AppendData(s_block, 0, (int)Math.Min(left, s_block.Length));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        for (var left = stopsAfter ?? size; left > 0; left -= s_block.Length)
            await stream.WriteAsync(s_block.AsMemory(0, (int)Math.Min(left, s_block.Length)));
        if (stopsAfter is not null) await Task.Delay(Timeout.Infinite, released);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = size;
        return true;
    }
}
