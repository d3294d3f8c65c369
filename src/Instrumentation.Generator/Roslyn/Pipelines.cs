using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Roslyn;

/// <summary>Two values of a pipeline.</summary>
internal sealed record Both<TLeft, TRight>(TLeft Left, TRight Right)
    where TLeft : class?
    where TRight : class?;

/// <summary>Joins the steps of a pipeline by way of classes.</summary>
/// <remarks>
/// The compiler's tables are generic over what a step yields. Their code is there, compiled, for all classes together; for each value type,
/// such as the tuple of <c>Combine</c> and any tuple with another in it, the first build of a process compiles some hundred and thirty
/// methods more, which takes longer than most steps.
/// </remarks>
internal static class Pipelines
{
    /// <summary>A value together with another.</summary>
    public static IncrementalValueProvider<Both<TLeft, TRight>> With<TLeft, TRight>(this IncrementalValueProvider<TLeft> left, IncrementalValueProvider<TRight> right)
        where TLeft : class?
        where TRight : class? => left.Combine(right).Select(static (pair, _) => new Both<TLeft, TRight>(pair.Left, pair.Right));

    /// <summary>Each of several values together with another.</summary>
    public static IncrementalValuesProvider<Both<TLeft, TRight>> With<TLeft, TRight>(this IncrementalValuesProvider<TLeft> left, IncrementalValueProvider<TRight> right)
        where TLeft : class?
        where TRight : class? => left.Combine(right).Select(static (pair, _) => new Both<TLeft, TRight>(pair.Left, pair.Right));

    /// <summary>Several values as one list.</summary>
    public static IncrementalValueProvider<EquatableArray<T>> Gather<T>(this IncrementalValuesProvider<T> values)
        where T : class, IEquatable<T> => values.Collect().Select(static (items, _) => items.ToEquatableArray());
}
