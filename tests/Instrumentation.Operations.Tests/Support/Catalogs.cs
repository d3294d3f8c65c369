using System.Text.Json;
using System.Text.Json.Nodes;
using Instrumentation.Operations.Catalog;

namespace Instrumentation.Operations.Tests;

/// <summary>Catalogs as text.</summary>
internal static class Catalogs
{
    /// <summary>The catalog of the service that keeps and shares files.</summary>
    public static JsonNode FileShare()
    {
        using var scratch = new Scratch();
        return JsonNode.Parse(Tool.Run("catalog", scratch.Write("FileShare.dll", Programs.FileShare)).Output)!;
    }

    /// <summary>The text of a catalog.</summary>
    public static string Json(CatalogDocument catalog) => JsonSerializer.Serialize(catalog, CatalogDocument.Format);
}
