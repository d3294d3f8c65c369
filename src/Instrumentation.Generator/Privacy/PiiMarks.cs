using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Privacy;

/// <summary>What is marked as personal data.</summary>
internal static class PiiMarks
{
    private const string Classification = "DataClassificationAttribute";
    private const string ClassificationNamespace = "Microsoft.Extensions.Compliance.Classification";
    private const string NoClassification = "NoDataClassificationAttribute";

    /// <summary>The mark on a member, a parameter or a type, or on what it overrides or was made from; <see langword="null"/> where there is none.</summary>
    public static AttributeData? MarkOf(ISymbol symbol)
    {
        foreach (var attribute in symbol.GetAttributes())
        {
            if (IsMark(attribute.AttributeClass)) return attribute;
        }

        return symbol switch
        {
            IPropertySymbol { OverriddenProperty: { } overridden } => MarkOf(overridden),
            IPropertySymbol property => MarkOfRecordParameter(property),
            _ => null,
        };
    }

    /// <summary>Whether a member, parameter or local holds personal data, by its own mark or by its type's.</summary>
    public static bool IsPersonal(ISymbol symbol) => MarkOf(symbol) is not null || TypeOf(symbol) is { } type && IsPersonal(type);

    /// <summary>Whether values of the type are personal data.</summary>
    public static bool IsPersonal(ITypeSymbol type)
    {
        for (ITypeSymbol? ancestor = type; ancestor is not null and not { SpecialType: SpecialType.System_Object }; ancestor = ancestor.BaseType)
        {
            if (MarkOf(ancestor) is not null) return true;
        }

        return false;
    }

    private static bool IsMark(INamedTypeSymbol? attribute)
    {
        if (attribute is null) return false;
        if (attribute is { Name: "PiiAttribute", ContainingNamespace: { Name: AttributeNames.Namespace, ContainingNamespace.IsGlobalNamespace: true } }) return true;
        if (attribute.Name == NoClassification) return false;
        for (var ancestor = attribute; ancestor is not null; ancestor = ancestor.BaseType)
        {
            if (ancestor.Name == Classification && ancestor.ContainingNamespace.ToDisplayString() == ClassificationNamespace) return true;
        }

        return false;
    }

    // `record User([Pii] string Email)`: the mark stands on the parameter, the data in the property.
    private static AttributeData? MarkOfRecordParameter(IPropertySymbol property)
    {
        if (!property.ContainingType.IsRecord) return null;
        foreach (var constructor in property.ContainingType.InstanceConstructors)
        {
            foreach (var parameter in constructor.Parameters)
            {
                if (parameter.Name == property.Name && parameter.Locations.Length > 0 && property.Locations.Contains(parameter.Locations[0]))
                    return MarkOf(parameter);
            }
        }

        return null;
    }

    private static ITypeSymbol? TypeOf(ISymbol symbol) => symbol switch
    {
        IPropertySymbol property => property.Type,
        IFieldSymbol field => field.Type,
        IParameterSymbol parameter => parameter.Type,
        ILocalSymbol local => local.Type,
        _ => null,
    };
}
