using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Instrumentation.Generator.Flow;

/// <summary>What patterns hand to their variables.</summary>
internal sealed partial class FlowRun
{
    private FlowValue Match(IIsPatternOperation match)
    {
        var value = Eval(match.Value);
        var matches = Matches(match.Pattern, value, match.Value.Type);
        if (matches != false) Bind(match.Pattern, value, match.Value.Type);
        return Truth(matches);
    }

    private void Bind(IPatternOperation pattern, FlowValue value, ITypeSymbol? type)
    {
        switch (pattern)
        {
            case IDeclarationPatternOperation declaration:
                Declare(declaration.DeclaredSymbol, declaration.MatchedType is { } matched ? Narrowed(value, matched, pattern) : value, pattern);
                break;
            case IRecursivePatternOperation recursive:
                Bind(recursive, Narrowed(value, recursive.MatchedType, pattern));
                break;
            case IListPatternOperation list:
                Declare(list.DeclaredSymbol, value, pattern);
                Bind(list, value);
                break;
            case ISlicePatternOperation { Pattern: { } inner }:
                Bind(inner, value, type);
                break;
            case IBinaryPatternOperation binary:
                Bind(binary.LeftPattern, value, type);
                Bind(binary.RightPattern, value, type);
                break;
            case INegatedPatternOperation negated:
                Bind(negated.Pattern, value, type);
                break;
            case IConstantPatternOperation constant:
                Eval(constant.Value);
                break;
        }
    }

    // `[var first, .., var last]`: how far from its end something stands tells where it is, if it is known how long the whole is.
    private void Bind(IListPatternOperation list, FlowValue value)
    {
        var isOpen = false;
        var length = list.Patterns.Any(static inner => inner is ISlicePatternOperation) ? LengthOf(value) : list.Patterns.Length;
        for (var i = 0; i < list.Patterns.Length; i++)
        {
            var inner = list.Patterns[i];
            int? at = isOpen ? length - (list.Patterns.Length - i) : i;
            var element = inner is ISlicePatternOperation ? Sliced(value, i, length - (list.Patterns.Length - 1 - i) ?? int.MaxValue, inner) : at is { } index ? ElementAt(value, index, inner, inner.NarrowedType) : Elements(value, list, inner.NarrowedType);
            Bind(inner, element, inner.InputType);
            isOpen |= inner is ISlicePatternOperation;
        }
    }

    private void Bind(IRecursivePatternOperation pattern, FlowValue value)
    {
        Declare(pattern.DeclaredSymbol, value, pattern);
        for (var i = 0; i < pattern.DeconstructionSubpatterns.Length; i++)
        {
            var inner = pattern.DeconstructionSubpatterns[i];
            var part = pattern.MatchedType.IsTupleType || pattern.DeconstructSymbol is null
                ? ReadPart(value, null, $"Item{i + 1}", inner.InputType, pattern)
                : Taken(value, (IMethodSymbol)pattern.DeconstructSymbol, pattern.DeconstructionSubpatterns.Length, pattern)[i];
            Bind(inner, part, inner.InputType);
        }

        foreach (var property in pattern.PropertySubpatterns)
        {
            if (property.Member is IMemberReferenceOperation { Member: var member } reference) Bind(property.Pattern, Read(value, member, reference), property.Pattern.InputType);
        }
    }

    private void Declare(ISymbol? variable, FlowValue value, IOperation place)
    {
        if (variable is ILocalSymbol { Type: var type } && FlowObject.IsValue(type)) value = Unboxed(value);
        if (variable is not null) _state.SetRoot(variable, value.WithTaints(value.Taints.Through(variable.Name, place.Syntax)));
    }

    // `value is User user`: it is known to be one from here on.
    private FlowValue Narrowed(FlowValue value, ITypeSymbol type, IOperation place)
    {
        var result = value;
        if (value.Objects.IsEmpty) result = result.WithObjects(Given(place, type).Objects);
        return _policy.SourceOfType(type) is { } source && result.Taints.IsEmpty ? result.With(TaintSet.Of(Token.Of(source), new Hop(source.Name, place.Syntax, null))) : result;
    }
}
