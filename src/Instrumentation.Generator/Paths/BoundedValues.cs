using Instrumentation.Generator.Roslyn;
using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Paths;

/// <summary>The values that <c>[Tag(Values = …)]</c> allows a text to take: a metric that reads the same text takes no other either.</summary>
internal static class BoundedValues
{
    /// <summary>The values of what lies at <paramref name="rest"/> below the symbol; none where nothing is said.</summary>
    /// <param name="symbol">A parameter, a member, or a method for its return value.</param>
    /// <param name="rest">The names below it.</param>
    public static EquatableArray<string> Of(ISymbol? symbol, IEnumerable<string> rest)
    {
        var path = string.Join(".", rest);
        var attributes = symbol is IMethodSymbol method ? method.GetReturnTypeAttributes() : symbol?.GetAttributes() ?? [];
        foreach (var attribute in attributes)
        {
            if (!attribute.Is(AttributeNames.Tag) || attribute.NamedList<string>("Values") is not { Length: > 0 } values) continue;
            if (string.Join(".", (attribute.Named<string?>("Path", null) ?? "").Split('.').Select(static part => part.Trim())) == path)
                return values.Distinct(StringComparer.Ordinal).ToEquatableArray();
        }

        return [];
    }
}
