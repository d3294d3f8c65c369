using Instrumentation.Generator.Methods;

namespace Instrumentation.Generator.Catalog;

/// <summary>A member, parameter or type that is marked as personal data.</summary>
internal sealed record PersonalDatum(string Member, string Kind, string Redaction, SourcePosition Position);
