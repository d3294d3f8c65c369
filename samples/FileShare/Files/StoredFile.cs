using System.Text.Json.Serialization;
using Instrumentation;

namespace FileShare.Files;

/// <summary>A file, as its owner knows it. A class and not a record: a record's <c>ToString</c> would spell out the name.</summary>
internal sealed class StoredFile
{
    public required string Id { get; init; }

    [JsonIgnore]
    public string OwnerId { get; init; } = "";

    /// <summary>The name that the owner gave it. It is shown to people and never becomes a path.</summary>
    [Pii(PiiKind.Content)]
    public required string Name { get; init; }

    public required string ContentType { get; init; }

    public required ContentKind Kind { get; init; }

    /// <summary>In bytes.</summary>
    public required long Size { get; init; }

    /// <summary>In hexadecimal.</summary>
    public required string Sha256 { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }
}
