using Instrumentation.Generator.Methods;

namespace Instrumentation.Generator.Catalog;

/// <summary>A member, parameter or type that is marked as personal data.</summary>
internal sealed record PersonalDatum(string Member, string Kind, string Redaction, SourcePosition Position);

/// <summary>A method that is a health check.</summary>
internal sealed record HealthCheck(string Name, Roslyn.EquatableArray<string> Tags, string Function, string? Owner, SourcePosition Position);
