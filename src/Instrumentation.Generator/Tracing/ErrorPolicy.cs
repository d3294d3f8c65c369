using Instrumentation.Generator.Paths;
using Instrumentation.Generator.Roslyn;

namespace Instrumentation.Generator.Tracing;

/// <summary>What of a call is an error, besides the exceptions that are no cancellations.</summary>
/// <param name="NotErrors">The exceptions that are none.</param>
/// <param name="Result">The bool of the result that says it, if there is one.</param>
/// <param name="IsInverted">Whether it says the opposite.</param>
/// <param name="ErrorType">The value of <c>error.type</c> then.</param>
internal sealed record ErrorPolicy(EquatableArray<string> NotErrors, PathValue? Result, bool IsInverted, string ErrorType)
{
    public static readonly ErrorPolicy Default = new([], null, false, "");

    /// <summary>The condition that the result stands for an error.</summary>
    public string Condition => Result is null ? "" : IsInverted ? $"({Result.Expression}) == false" : $"({Result.Expression}) == true";
}
