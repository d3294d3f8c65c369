using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator;

/// <summary>The only place where the names of <c>Instrumentation.Abstractions</c> are text. A test resolves each of them.</summary>
internal static class AttributeNames
{
    public const string Namespace = "Instrumentation";
    public const string AbstractionsAssembly = "Instrumentation.Abstractions";

    public const string Traced = "Instrumentation.TracedAttribute";
    public const string NotTraced = "Instrumentation.NotTracedAttribute";
    public const string TraceRule = "Instrumentation.TraceRuleAttribute";
    public const string Measured = "Instrumentation.MeasuredAttribute";
    public const string BusinessMetric = "Instrumentation.BusinessMetricAttribute";
    public const string PreBoundMetrics = "Instrumentation.PreBoundMetricsAttribute";
    public const string Tag = "Instrumentation.TagAttribute";
    public const string Parent = "Instrumentation.ParentAttribute";
    public const string Link = "Instrumentation.LinkAttribute";
    public const string ErrorPolicy = "Instrumentation.ErrorPolicyAttribute";
    public const string Pii = "Instrumentation.PiiAttribute";
    public const string PiiReviewed = "Instrumentation.PiiReviewedAttribute";
    public const string Objective = "Instrumentation.ObjectiveAttribute";
    public const string OwnedBy = "Instrumentation.OwnedByAttribute";
    public const string HealthCheck = "Instrumentation.HealthCheckAttribute";
    public const string TelemetryName = "Instrumentation.TelemetryNameAttribute";
    public const string Manifest = "Instrumentation.InstrumentationManifestAttribute";
    public const string Catalog = "Instrumentation.InstrumentationCatalogAttribute";
    public const string Privacy = "Instrumentation.InstrumentationPrivacyAttribute";

    /// <summary>The attributes that change what a call of the method does.</summary>
    public static readonly string[] Expanding = [Traced, Measured, BusinessMetric];

    /// <summary>What the attributes that may stand on a function are called where they are written.</summary>
    public static readonly string[] Simple = new[] { Traced, NotTraced, Measured, BusinessMetric, Tag, Pii, PiiReviewed, Objective, OwnedBy, HealthCheck, TelemetryName }
        .Select(static name => name.Substring(Namespace.Length + 1))
        .SelectMany(static name => new[] { name, name.Substring(0, name.Length - "Attribute".Length) })
        .ToArray();

    /// <summary>The expanding attributes that may also stand on a type, for its public methods.</summary>
    public static readonly string[] OnTypes = [Traced, Measured];

    /// <summary>Whether the attribute has that full name.</summary>
    public static bool Is(this AttributeData attribute, string fullName) =>
        attribute.AttributeClass is { } type
        && type.ContainingNamespace is { Name: Namespace, ContainingNamespace.IsGlobalNamespace: true }
        && type.Name.Length == fullName.Length - Namespace.Length - 1
        && fullName.EndsWith(type.Name, StringComparison.Ordinal);

    /// <summary>The first attribute of that name.</summary>
    public static AttributeData? Find(this System.Collections.Immutable.ImmutableArray<AttributeData> attributes, string fullName)
    {
        foreach (var attribute in attributes)
        {
            if (attribute.Is(fullName)) return attribute;
        }

        return null;
    }

    /// <summary>The value of a named argument, or <paramref name="fallback"/> where it is not given or of another type.</summary>
    public static T Named<T>(this AttributeData attribute, string name, T fallback)
    {
        foreach (var argument in attribute.NamedArguments)
        {
            if (argument.Key == name && argument.Value.Kind != TypedConstantKind.Array && argument.Value.Value is T value) return value;
        }

        return fallback;
    }

    /// <summary>The elements of a named argument that is a list; <see langword="null"/> where it is not given.</summary>
    public static T[]? NamedList<T>(this AttributeData attribute, string name)
    {
        foreach (var argument in attribute.NamedArguments)
        {
            if (argument.Key == name && argument.Value is { Kind: TypedConstantKind.Array, IsNull: false } list)
                return [.. list.Values.Select(static value => value.Value).OfType<T>()];
        }

        return null;
    }

    /// <summary>The first constructor argument, where it is a text.</summary>
    public static string? FirstText(this AttributeData attribute) =>
        attribute.ConstructorArguments.Length > 0 ? attribute.ConstructorArguments[0].Value as string : null;
}
