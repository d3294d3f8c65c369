using Microsoft.Extensions.Compliance.Classification;

namespace Instrumentation.Hosting;

/// <summary>The classifications that <c>[Pii(Redaction = …)]</c> stands for; <c>services.AddRedaction(…)</c> may choose another redactor for each.</summary>
public static class InstrumentationData
{
    private const string Taxonomy = "Instrumentation";

    /// <summary><c>Redaction.Erase</c>: nothing is left of it.</summary>
    public static DataClassification Erased { get; } = new(Taxonomy, nameof(Erased));

    /// <summary><c>Redaction.Hash</c>: a keyed hash is left, if the application has a key.</summary>
    public static DataClassification Hashed { get; } = new(Taxonomy, nameof(Hashed));
}
