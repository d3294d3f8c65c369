using Instrumentation.Generator.Metrics;
using Instrumentation.Generator.Paths;
using Instrumentation.Generator.Tracing;

namespace Instrumentation.Generator.Catalog;

/// <summary>A tag as the catalog lists it. Without values its domain is unbounded.</summary>
internal sealed record CatalogTag(string Key, string Type, IReadOnlyList<string>? Values, bool IsOptional = false)
{
    /// <summary>How it is made harmless, where it is.</summary>
    public string? Redaction { get; init; }

    /// <summary>The marked member that it is read from, where it is redacted.</summary>
    public string? Personal { get; init; }

    /// <summary>The number of its values; <see langword="null"/> where there may be any number.</summary>
    public double? Count => Values is null ? null : Values.Count + (IsOptional ? 1 : 0);

    public static CatalogTag Of(SpanTag tag) =>
        tag.Value.Root == PathRoot.Constant ? new CatalogTag(tag.Key, Of(tag.Key, tag.Value).Type, [.. tag.Values]) :
        tag.Values.Count == 0 ? Of(tag.Key, tag.Value) : new CatalogTag(tag.Key, "string", [.. tag.Values.Append(EnumTextEmitter.Other).Distinct(StringComparer.Ordinal)]);

    public static CatalogTag Of(MetricTag tag) => TagDomain.Of(tag) is { } domain
        ? new CatalogTag(tag.Key, domain.IsConstant ? "string" : Of(tag.Key, tag.Value).Type, [.. domain.Values], domain.IsOptional)
        : Of(tag.Key, tag.Value);

    /// <summary>One tag for several of one name: it takes the values of all of them.</summary>
    public static CatalogTag Union(IEnumerable<CatalogTag> tags)
    {
        var all = tags.ToList();
        return all[0] with
        {
            Type = all.All(tag => tag.Type == all[0].Type) ? all[0].Type : "string",
            Values = all.Any(static tag => tag.Values is null) ? null : [.. all.SelectMany(static tag => tag.Values!).Distinct(StringComparer.Ordinal)],
            IsOptional = all.Any(static tag => tag.IsOptional),
        };
    }

    private static CatalogTag Of(string key, PathValue value) => value.Shape switch
    {
        ValueShape.Boolean => new CatalogTag(key, "bool", ["false", "true"]),
        ValueShape.Enum => new CatalogTag(key, "enum", [.. value.EnumNames.Select(static name => name.Text)]),
        ValueShape.Int64 => new CatalogTag(key, "int64", null),
        ValueShape.Double or ValueShape.Duration => new CatalogTag(key, "double", null),
        _ => new CatalogTag(key, "string", null) { Redaction = value.Redaction?.ToLowerInvariant(), Personal = value.Personal },
    };
}
