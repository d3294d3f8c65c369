using System.Text.Json.Serialization;

namespace Instrumentation.Benchmarks.Budgets;

/// <summary>What one figure of one row may be.</summary>
/// <param name="Row">The row, such as <c>off/Sync</c>.</param>
/// <param name="Figure">Which figure (<see cref="Figures"/>).</param>
/// <param name="Of">The way that is held to it.</param>
/// <param name="To">The way that it is compared with.</param>
/// <param name="AtMost">The most that it may be.</param>
/// <param name="Goal">What we want it to be, where it is not that yet.</param>
internal sealed record Budget(
    [property: JsonPropertyName("row")] string Row,
    [property: JsonPropertyName("figure")] string Figure,
    [property: JsonPropertyName("of")] string Of,
    [property: JsonPropertyName("to")] string To,
    [property: JsonPropertyName("at most")] double AtMost,
    [property: JsonPropertyName("goal")] double? Goal = null);
