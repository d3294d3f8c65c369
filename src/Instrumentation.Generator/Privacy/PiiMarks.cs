using Instrumentation.Generator.Roslyn;
using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Privacy;

/// <summary>What is marked as personal data.</summary>
internal static class PiiMarks
{
    /// <summary>The attribute that data classifications derive from.</summary>
    public const string ClassificationAttribute = $"{ClassificationNamespace}.{Classification}";

    /// <summary>Its simple name.</summary>
    public const string Classification = "DataClassificationAttribute";
    private const string ClassificationNamespace = "Microsoft.Extensions.Compliance.Classification";
    private const string NoClassification = "NoDataClassificationAttribute";

    /// <summary>
    /// The mark on a member, a parameter, a method's return value or a type, or on what it overrides, implements or was made from;
    /// <see langword="null"/> where there is none.
    /// </summary>
    public static AttributeData? MarkOf(ISymbol symbol)
    {
        var attributes = symbol is IMethodSymbol method ? method.GetReturnTypeAttributes() : symbol.GetAttributes();
        return attributes.FirstOrDefault(static attribute => IsMark(attribute.AttributeClass))
            ?? Origins(symbol).Select(MarkOf).FirstOrDefault(static mark => mark is not null);
    }

    /// <summary>The data classification that marks a symbol itself, if it is not ours.</summary>
    public static INamedTypeSymbol? ClassificationOf(ISymbol symbol) => (symbol is IMethodSymbol method ? method.GetReturnTypeAttributes() : symbol.GetAttributes())
        .FirstOrDefault(static attribute => IsMark(attribute.AttributeClass) && !attribute.Is(AttributeNames.Pii))?.AttributeClass;

    /// <summary>
    /// How the mark of a member, or of its type, asks for the value to be made harmless where it is recorded: a member of <c>Redaction</c>;
    /// <see langword="null"/> where it must not be recorded.
    /// </summary>
    public static string? RedactionOf(ISymbol symbol)
    {
        var mark = MarkOf(symbol) ?? (TypeOf(symbol) is { } type ? MarkOf(type) : null);
        return mark is null || !mark.Is(AttributeNames.Pii) ? null : mark.Named("Redaction", 0) switch { 1 => "Erase", 2 => "Hash", _ => null };
    }

    /// <summary>Whether a member, parameter, local or return value holds personal data, by its own mark or by its type's.</summary>
    public static bool IsPersonal(ISymbol symbol) => MarkOf(symbol) is not null || (TypeOf(symbol) is { } type && IsPersonal(type));

    /// <summary>Whether values of the type are personal data, or hold such values (<c>User?</c>, <c>User[]</c>, <c>List&lt;User&gt;</c>).</summary>
    public static bool IsPersonal(ITypeSymbol type)
    {
        if (type is IArrayTypeSymbol array) return IsPersonal(array.ElementType);
        for (var ancestor = type; ancestor is not null and not { SpecialType: SpecialType.System_Object }; ancestor = ancestor.BaseType)
        {
            if (IsMarked(ancestor)) return true;
        }

        return type.AllInterfaces.Any(IsMarked) || (type is INamedTypeSymbol { TypeArguments.Length: > 0 } generic && IsWrapper(generic) && generic.TypeArguments.Any(IsPersonal));
    }

    /// <summary>
    /// Whether a member of that type tells the personal data that it is read from. A text or a part does; a length, a flag, a count or an
    /// id does not, and has to be marked itself where it should.
    /// </summary>
    public static bool Tells(ITypeSymbol memberType)
    {
        var type = memberType.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T ? ((INamedTypeSymbol)memberType).TypeArguments[0] : memberType;
        return type.TypeKind != TypeKind.Enum
            && !type.Is("System", "Guid")
            && type.SpecialType is not (SpecialType.System_Boolean or SpecialType.System_Void)
                and not (>= SpecialType.System_SByte and <= SpecialType.System_UInt64);
    }

    private static bool IsMarked(ITypeSymbol type) => type.GetAttributes().Any(static attribute => IsMark(attribute.AttributeClass));

    /// <summary>Whether the member says of itself that it is no personal data, within a type that is.</summary>
    public static bool IsExempt(ISymbol member) => member.GetAttributes().Any(static attribute => attribute.AttributeClass is { Name: NoClassification });

    private static bool IsMark(INamedTypeSymbol? attribute)
    {
        if (attribute is null or { Name: NoClassification }) return false;
        if (attribute is { Name: "PiiAttribute", ContainingNamespace: { Name: AttributeNames.Namespace, ContainingNamespace.IsGlobalNamespace: true } }) return true;
        for (var ancestor = attribute; ancestor is not null; ancestor = ancestor.BaseType)
        {
            if (ancestor.Is(ClassificationNamespace, Classification)) return true;
        }

        return false;
    }

    // Where else the mark of a symbol may stand.
    private static IEnumerable<ISymbol> Origins(ISymbol symbol) => symbol switch
    {
        IPropertySymbol { OverriddenProperty: { } overridden } => [overridden],
        IPropertySymbol property => RecordParameter(property).Concat(BackingField(property)).Concat(Implemented(property)),
        IMethodSymbol { OverriddenMethod: { } overridden } => [overridden],
        IMethodSymbol { MethodKind: MethodKind.Ordinary or MethodKind.ExplicitInterfaceImplementation } method => Implemented(method),
        IParameterSymbol { ContainingSymbol: IMethodSymbol method } parameter =>
            Origins(method).OfType<IMethodSymbol>().Select(origin => (ISymbol)origin.Parameters[parameter.Ordinal]),
        _ => [],
    };

    private static IEnumerable<ISymbol> Implemented(ISymbol member)
    {
        var type = member.ContainingType;
        if (type is null or { TypeKind: TypeKind.Interface }) return [];
        return
            from declared in type.AllInterfaces
            from candidate in declared.GetMembers()
            where candidate.Kind == member.Kind && member.Name.EndsWith(candidate.Name, StringComparison.Ordinal)
            where SymbolEqualityComparer.Default.Equals(type.FindImplementationForInterfaceMember(candidate), member)
            select candidate;
    }

    // `record User([Pii] string Email)`: the mark stands on the parameter, the data in the property.
    private static IEnumerable<ISymbol> RecordParameter(IPropertySymbol property) => property.ContainingType is { IsRecord: true } type
        ? type.InstanceConstructors
            .SelectMany(static constructor => constructor.Parameters)
            .Where(parameter => parameter.Name == property.Name && (parameter.Locations.Length == 0 || property.Locations.Contains(parameter.Locations[0])))
        : [];

    // `[field: Pii] public string Email { get; }`
    private static IEnumerable<ISymbol> BackingField(IPropertySymbol property) =>
        property.ContainingType.GetMembers().OfType<IFieldSymbol>().Where(field => SymbolEqualityComparer.Default.Equals(field.AssociatedSymbol, property));

    /// <summary>The type of a member, parameter, local or result.</summary>
    public static ITypeSymbol? TypeOf(ISymbol symbol) => symbol switch
    {
        IPropertySymbol property => property.Type,
        IFieldSymbol field => field.Type,
        IParameterSymbol parameter => parameter.Type,
        ILocalSymbol local => local.Type,
        IMethodSymbol method => method.ReturnType,
        _ => null,
    };

    private static bool IsWrapper(INamedTypeSymbol type) =>
        type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T
        || type.IsTupleType
        || type.Is("System.Threading.Tasks", "Task")
        || type.Is("System.Threading.Tasks", "ValueTask")
        || type.AllInterfaces.Append(type).Any(static implemented => implemented.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_IEnumerable_T
            || implemented.Is("System.Collections.Generic", "IAsyncEnumerable"));
}
