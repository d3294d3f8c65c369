using System.Text;
using System.Text.Json;

namespace Instrumentation.Operations.Catalog;

/// <summary>A catalog as it was found: the document's text is kept, for members that this version does not know.</summary>
internal sealed record FoundCatalog(string File, CatalogDocument Document, JsonElement Json);

/// <summary>Reads catalogs, from assemblies or from what <c>instrumentation catalog</c> printed. Nothing else reads what users give.</summary>
internal static class CatalogReader
{
    /// <summary>The catalogs in the files, in the order that is given; a file of JSON may hold several.</summary>
    /// <exception cref="InputException">A file cannot be read, or holds no catalog that can be used.</exception>
    public static IReadOnlyList<FoundCatalog> Read(IEnumerable<string> files) => [.. files.SelectMany(Read)];

    /// <summary>The bytes of any other file that is given; what they mean is the caller's to say.</summary>
    /// <exception cref="InputException">The file is not there or cannot be read.</exception>
    public static byte[] Bytes(string file, string remedy)
    {
        if (!File.Exists(file)) throw new InputException(file, "there is no such file", remedy);
        return Content(file);
    }

    private static IReadOnlyList<FoundCatalog> Read(string file)
    {
        var content = Content(file);
        if (!IsJson(content))
        {
            var (version, json) = CatalogImage.Find(file, content);
            CatalogValidation.CheckVersion(file, version);
            return [Parse(file, Root(file, Encoding.UTF8.GetBytes(json)))];
        }

        var root = Root(file, content);
        return root.ValueKind == JsonValueKind.Array ? [.. root.EnumerateArray().Select(element => Parse(file, element))] : [Parse(file, root)];
    }

    private static byte[] Content(string file)
    {
        if (Directory.Exists(file)) throw new InputException(file, "it is a folder", "give the assembly itself, for instance bin/Release/net10.0/App.dll");
        if (!File.Exists(file)) throw new InputException(file, "there is no such file", "build the project, and check the path");
        try
        {
            return File.ReadAllBytes(file);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new InputException(file, $"it cannot be read ({exception.Message})", "check its permissions, and whether another program holds it");
        }
    }

    private static bool IsJson(ReadOnlySpan<byte> content) => WithoutMark(content).TrimStart(" \t\r\n"u8) is [(byte)'{' or (byte)'[', ..];

    private static ReadOnlySpan<byte> WithoutMark(ReadOnlySpan<byte> content) =>
        content.StartsWith(Encoding.UTF8.Preamble) ? content[Encoding.UTF8.Preamble.Length..] : content;

    private static JsonElement Root(string file, byte[] json)
    {
        try
        {
            using var document = JsonDocument.Parse(WithoutMark(json).ToArray());
            return document.RootElement.Clone();
        }
        catch (JsonException exception)
        {
            throw Corrupt(file, $"line {exception.LineNumber + 1} is not JSON");
        }
    }

    private static FoundCatalog Parse(string file, JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object || !json.TryGetProperty("schemaVersion", out var version) || version.ValueKind != JsonValueKind.String)
            throw Corrupt(file, "schemaVersion is missing");
        CatalogValidation.CheckVersion(file, version.GetString()!);
        try
        {
            var document = json.Deserialize<CatalogDocument>(CatalogDocument.Format) ?? throw Corrupt(file, "it is null");
            CatalogValidation.Check(file, document);
            return new FoundCatalog(file, document, json);
        }
        catch (JsonException exception)
        {
            throw Corrupt(file, exception.Path is null or "$" ? exception.Message : $"{exception.Path} is missing or has a wrong value");
        }
        // Text with half of a surrogate pair.
        catch (InvalidOperationException)
        {
            throw Corrupt(file, "a text holds characters that are not Unicode");
        }
    }

    private static InputException Corrupt(string file, string detail) =>
        new(file, $"the catalog is corrupt: {detail}", "build the project again; the build writes the catalog");
}
