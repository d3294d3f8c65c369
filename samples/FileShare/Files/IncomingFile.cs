using System.Runtime.CompilerServices;
using Instrumentation;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace FileShare.Files;

/// <summary>A file that is on its way in: what it is called, its content, and its length where the sender has said it.</summary>
internal sealed class IncomingFile
{
    // Named by the page, which cannot send anything but ASCII in a header: percent-encoded.
    private const string NameHeader = "X-File-Name";

    [Pii(PiiKind.Content)]
    public string? Name { get; private init; }

    public required Stream Content { get; init; }

    public long? Length { get; private init; }

    /// <summary>
    /// The files of a request, one after the other as they arrive: the parts of a form (<c>curl -F file=@x</c>), or the body itself
    /// (<c>curl -T x</c>, <c>curl --data-binary @x</c>), whatever content type curl has given it.
    /// </summary>
    /// <exception cref="InvalidDataException">The form is malformed or cut off.</exception>
    public static async IAsyncEnumerable<IncomingFile> In(
        HttpRequest request, [Pii(PiiKind.Content)] string? nameInPath, [EnumeratorCancellation] CancellationToken cancellation)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || type.MediaType != "multipart/form-data")
        {
            var name = nameInPath ?? (string?)request.Query["name"] ?? Uri.UnescapeDataString(request.Headers[NameHeader].ToString());
            yield return new IncomingFile { Name = name, Content = request.Body, Length = request.ContentLength };
            yield break;
        }

        if (HeaderUtilities.RemoveQuotes(type.Boundary).Value is not { Length: > 0 } boundary) throw new InvalidDataException("The form has no boundary.");
        var reader = new MultipartReader(boundary, request.Body);
        while (await NextPart(reader, cancellation) is { } section)
        {
            if (section.AsFileSection() is { FileStream: { } content } file) yield return new IncomingFile { Name = file.FileName, Content = content };
        }
    }

    private static async Task<MultipartSection?> NextPart(MultipartReader reader, CancellationToken cancellation)
    {
        try
        {
            return await reader.ReadNextSectionAsync(cancellation);
        }
        catch (IOException cause)
        {
            throw new InvalidDataException("The form is cut off.", cause);
        }
    }
}
