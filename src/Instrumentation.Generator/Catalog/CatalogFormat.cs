namespace Instrumentation.Generator.Catalog;

/// <summary>The version of the catalog's format; <c>docs/catalog.md</c> describes it and says when it changes.</summary>
internal static class CatalogFormat
{
    public const string Version = "1.3";
}
