using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Microsoft.Extensions.Compliance.Redaction;

namespace Instrumentation.Hosting.Privacy;

/// <summary>What a value is hashed with: the key, and its number where it has one.</summary>
internal sealed record RedactionKey(byte[] Key, int? Id);

/// <summary>
/// Leaves a keyed hash of a value, the same that <c>SetHmacRedactor</c> leaves. That one comes with a check of its options that needs reflection,
/// and so with a warning in each application that is trimmed.
/// </summary>
internal sealed class KeyedRedactor(RedactionKey key) : Redactor
{
    // Half of the hash: nobody has to look for a second value that hashes the same.
    private const int HashBytes = HMACSHA256.HashSizeInBytes / 2;
    private const int HashLength = (HashBytes + 2) / 3 * 4;

    private readonly string _prefix = key.Id is { } id ? $"{id}:" : "";

    public override int GetRedactedLength(ReadOnlySpan<char> input) => input.IsEmpty ? 0 : _prefix.Length + HashLength;

    public override int Redact(ReadOnlySpan<char> source, Span<char> destination)
    {
        if (source.IsEmpty) return 0;
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(key.Key, MemoryMarshal.AsBytes(source), hash);
        _prefix.CopyTo(destination);
        Convert.TryToBase64Chars(hash[..HashBytes], destination[_prefix.Length..], out var written);
        return _prefix.Length + written;
    }
}
