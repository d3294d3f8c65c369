using System.ComponentModel;

namespace Instrumentation;

/// <summary>Written by the build: the assembly's telemetry catalog. Its format is described in <c>docs/catalog.md</c>.</summary>
/// <param name="schemaVersion">The version of the format.</param>
/// <param name="json">The catalog.</param>
[AttributeUsage(AttributeTargets.Assembly)]
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class InstrumentationCatalogAttribute(string schemaVersion, string json) : Attribute
{
    /// <summary>The version of the format.</summary>
    public string SchemaVersion { get; } = schemaVersion;

    /// <summary>The catalog, a JSON document.</summary>
    public string Json { get; } = json;
}
