namespace Instrumentation.Operations.Comparison;

/// <summary>Something that differs between two catalogs.</summary>
/// <param name="Effect">What it does to those who use the telemetry.</param>
/// <param name="Text">What differs, in words.</param>
internal sealed record Difference(Effect Effect, string Text);

internal enum Effect
{
    /// <summary>A query, panel or alert that used it finds nothing or the wrong thing.</summary>
    Breaking,

    /// <summary>It reads otherwise, and nothing is lost.</summary>
    Changed,

    Added,
}
