using System.Text.Json.Serialization;
using Microsoft.AspNetCore.StaticFiles;

namespace FileShare.Files;

/// <summary>What a file is, roughly: few enough to be the tag of a metric.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ContentKind>))]
internal enum ContentKind
{
    Other,
    Document,
    Image,
    Archive,
    Code,
}

/// <summary>What a file's name says about its content. What the sender claims is not asked.</summary>
internal static class ContentTypes
{
    private const string Unknown = "application/octet-stream";

    private static readonly FileExtensionContentTypeProvider s_types = new();

    private static readonly Dictionary<string, ContentKind> s_kinds = new(StringComparer.OrdinalIgnoreCase)
    {
        [".pdf"] = ContentKind.Document, [".rtf"] = ContentKind.Document, [".md"] = ContentKind.Document, [".epub"] = ContentKind.Document,
        [".doc"] = ContentKind.Document, [".docx"] = ContentKind.Document, [".odt"] = ContentKind.Document,
        [".xls"] = ContentKind.Document, [".xlsx"] = ContentKind.Document, [".ods"] = ContentKind.Document,
        [".ppt"] = ContentKind.Document, [".pptx"] = ContentKind.Document, [".odp"] = ContentKind.Document,

        [".zip"] = ContentKind.Archive, [".7z"] = ContentKind.Archive, [".rar"] = ContentKind.Archive, [".tar"] = ContentKind.Archive,
        [".gz"] = ContentKind.Archive, [".tgz"] = ContentKind.Archive, [".bz2"] = ContentKind.Archive, [".xz"] = ContentKind.Archive,
        [".zst"] = ContentKind.Archive, [".nupkg"] = ContentKind.Archive,

        [".cs"] = ContentKind.Code, [".csproj"] = ContentKind.Code, [".sln"] = ContentKind.Code, [".props"] = ContentKind.Code,
        [".targets"] = ContentKind.Code, [".fs"] = ContentKind.Code, [".vb"] = ContentKind.Code, [".c"] = ContentKind.Code,
        [".h"] = ContentKind.Code, [".cpp"] = ContentKind.Code, [".go"] = ContentKind.Code, [".rs"] = ContentKind.Code,
        [".java"] = ContentKind.Code, [".kt"] = ContentKind.Code, [".py"] = ContentKind.Code, [".rb"] = ContentKind.Code,
        [".js"] = ContentKind.Code, [".ts"] = ContentKind.Code, [".css"] = ContentKind.Code, [".html"] = ContentKind.Code,
        [".json"] = ContentKind.Code, [".xml"] = ContentKind.Code, [".yml"] = ContentKind.Code, [".yaml"] = ContentKind.Code,
        [".sql"] = ContentKind.Code, [".sh"] = ContentKind.Code, [".ps1"] = ContentKind.Code,
    };

    /// <summary>The media type to send the file with.</summary>
    public static string Of(string fileName) => s_types.TryGetContentType(fileName, out var type) ? type : Unknown;

    public static ContentKind KindOf(string fileName)
    {
        if (s_kinds.TryGetValue(Path.GetExtension(fileName), out var kind)) return kind;
        var type = Of(fileName);
        if (type.StartsWith("image/", StringComparison.Ordinal)) return ContentKind.Image;
        return type.StartsWith("text/", StringComparison.Ordinal) ? ContentKind.Document : ContentKind.Other;
    }
}
