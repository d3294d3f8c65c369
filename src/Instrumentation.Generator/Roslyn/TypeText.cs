using System.Text;
using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Roslyn;

/// <summary>
/// Types as text that means the same anywhere: every name starts at <c>global::</c>. Type parameters of nested generic types
/// may share a name; each gets one of its own.
/// </summary>
internal sealed class TypeText
{
    private static readonly SymbolDisplayFormat s_format = SymbolDisplayFormat.FullyQualifiedFormat.WithMiscellaneousOptions(
        SymbolDisplayMiscellaneousOptions.EscapeKeywordIdentifiers
        | SymbolDisplayMiscellaneousOptions.UseSpecialTypes
        | SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    private readonly Dictionary<ITypeParameterSymbol, string> _names = new(SymbolEqualityComparer.Default);

    public TypeText(IReadOnlyList<ITypeParameterSymbol> parameters)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var parameter in parameters)
        {
            var name = parameter.ToDisplayString(s_format).TrimEnd('?');
            while (!taken.Add(name)) name += "_";
            _names[parameter] = name;
        }
    }

    public string Of(ITypeSymbol type)
    {
        if (_names.Count == 0) return type.ToDisplayString(s_format);

        var text = new StringBuilder();
        foreach (var part in type.ToDisplayParts(s_format))
        {
            if (part.Symbol is ITypeParameterSymbol parameter && _names.TryGetValue(parameter, out var name)) text.Append(name);
            else text.Append(part.ToString());
        }

        return text.ToString();
    }

    /// <summary>The <c>where</c> clause of a type parameter, or nothing.</summary>
    /// <param name="parameter">The type parameter.</param>
    /// <param name="allowsRefStructs">Whether the language of the text has <c>allows ref struct</c> (<see cref="TypeFacts.HasRefStructArguments"/>).</param>
    public string? Constraint(ITypeParameterSymbol parameter, bool allowsRefStructs)
    {
        var parts = new List<string>();
        if (parameter.HasUnmanagedTypeConstraint) parts.Add("unmanaged");
        else if (parameter.HasValueTypeConstraint) parts.Add("struct");
        else if (parameter.HasReferenceTypeConstraint)
            parts.Add(parameter.ReferenceTypeConstraintNullableAnnotation == NullableAnnotation.Annotated ? "class?" : "class");
        else if (parameter.HasNotNullConstraint) parts.Add("notnull");
        parts.AddRange(parameter.ConstraintTypes.Select(Of));
        if (parameter.HasConstructorConstraint) parts.Add("new()");
        if (parameter.AllowsRefLikeType && allowsRefStructs) parts.Add("allows ref struct");
        return parts.Count == 0 ? null : $"where {_names[parameter]} : {string.Join(", ", parts)}";
    }
}
