using Instrumentation.Generator.Methods;
using Instrumentation.Generator.Privacy;
using Instrumentation.Generator.Roslyn;
using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Paths;

/// <summary>What came of a member path: the value, or the reason why there is none.</summary>
/// <param name="Value">The value.</param>
/// <param name="Type">Its type.</param>
/// <param name="Problem">Why there is no value.</param>
/// <param name="Personal">The member or parameter on the way that holds personal data.</param>
internal sealed record ParsedPath(PathValue? Value, ITypeSymbol? Type, string? Problem, ISymbol? Personal)
{
    /// <summary>The only values that it may take, where a <c>[Tag]</c> says so.</summary>
    public EquatableArray<string> Values { get; init; } = [];

    public static ParsedPath Fault(string problem) => new(null, null, problem, null);
}

/// <summary>
/// Resolves <c>file.Length</c>, <c>return.Region</c>, <c>this.Tenant</c> against a method, as the compiler would: every part must
/// be a readable instance property or field that generated code may reach.
/// </summary>
internal static class MemberPathParser
{
    public static ParsedPath Parse(string path, IMethodSymbol method, MethodShape shape, Compilation compilation)
    {
        var parts = path.Split('.');
        if (parts.Any(string.IsNullOrWhiteSpace)) return ParsedPath.Fault($"'{path}' is not a member path");

        var (root, type, expression, isLate, problem) = Root(parts[0].Trim(), method, shape);
        if (problem is not null) return ParsedPath.Fault(problem);
        ISymbol? start = root switch
        {
            PathRoot.Parameter => method.Parameters.First(parameter => parameter.Name == parts[0].Trim()),
            PathRoot.Return => method,
            _ => null,
        };
        return Follow(parts.Skip(1), root, type!, expression!, isLate, start, compilation);
    }

    /// <summary>Resolves the parts below a value.</summary>
    /// <param name="parts">The names, outermost first.</param>
    /// <param name="root">Where the path starts.</param>
    /// <param name="type">The type of what it starts from.</param>
    /// <param name="expression">What it starts from, in generated code.</param>
    /// <param name="isLate">Whether it is read after the call.</param>
    /// <param name="start">The parameter or member that it starts from, or the method where it starts from the return value.</param>
    /// <param name="compilation">Where it must be accessible.</param>
    public static ParsedPath Follow(
        IEnumerable<string> parts, PathRoot root, ITypeSymbol type, string expression, bool isLate, ISymbol? start, Compilation compilation)
    {
        var mayThrow = start is not null && MayThrow(start);
        var personal = PiiMarks.IsPersonal(type) || (start is not null && PiiMarks.IsPersonal(start)) ? start ?? type : null;
        var mayBeNull = false;
        var isSelf = root == PathRoot.This && start is null;
        var isOptional = !isSelf && IsOptional(type);
        var names = parts.Select(static part => part.Trim()).ToList();
        var values = BoundedValues.Of(start, names);
        for (var i = 0; i < names.Count; i++)
        {
            var part = names[i];
            var container = Unwrap(type, out var isNullable);
            var member = Member(container, part, compilation);
            if (member is null) return ParsedPath.Fault(Missing(container, part, compilation));

            var mayBeAbsent = !isSelf && (isNullable || !container.IsValueType);
            expression += (mayBeAbsent ? "?." : ".") + MethodShapeParser.Escape(member.Name);
            mayBeNull |= mayBeAbsent;
            mayThrow |= MayThrow(member);
            type = member is IPropertySymbol property ? property.Type : ((IFieldSymbol)member).Type;
            if (PiiMarks.IsPersonal(member)) personal = member;
            else if (!PiiMarks.Tells(type)) personal = null;
            isSelf = false;
            isOptional |= IsOptional(type);
            if (BoundedValues.Of(member, names.Skip(i + 1)) is { Count: > 0 } bounded) values = bounded;
        }

        var value = Unwrap(type, out var endsNullable);
        var shape = ShapeOf(value);
        var enumNames = shape == ValueShape.Enum ? EnumNames((INamedTypeSymbol)value) : [];
        return new ParsedPath(
            new PathValue(
                root,
                isLate,
                expression,
                shape,
                shape == ValueShape.Enum ? new TypeText([]).Of(value) : "",
                enumNames,
                mayBeNull || endsNullable || value.IsReferenceType || value is ITypeParameterSymbol,
                mayThrow || shape == ValueShape.Formatted,
                value.SpecialType is SpecialType.System_UInt64 or SpecialType.System_UIntPtr or SpecialType.System_Decimal) { IsOptional = isOptional },
            type,
            null,
            personal) { Values = shape == ValueShape.Text ? values : [] };
    }

    /// <summary>What telemetry makes of a value of that type.</summary>
    public static ValueShape ShapeOf(ITypeSymbol type) => type.SpecialType switch
    {
        SpecialType.System_Boolean => ValueShape.Boolean,
        SpecialType.System_String => ValueShape.Text,
        SpecialType.System_Byte or SpecialType.System_SByte or SpecialType.System_Int16 or SpecialType.System_UInt16
            or SpecialType.System_Int32 or SpecialType.System_UInt32 or SpecialType.System_Int64 or SpecialType.System_UInt64
            or SpecialType.System_IntPtr or SpecialType.System_UIntPtr => ValueShape.Int64,
        SpecialType.System_Single or SpecialType.System_Double or SpecialType.System_Decimal => ValueShape.Double,
        SpecialType.System_Char or SpecialType.System_DateTime => ValueShape.Formatted,
        _ when type.TypeKind == TypeKind.Enum => ValueShape.Enum,
        _ when type.Is("System", "TimeSpan") => ValueShape.Duration,
        _ when type.Is("System", "Guid") || type.Is("System", "DateTimeOffset") || type.Is("System", "Uri") || type.Is("System", "Version")
            || type.Is("System", "DateOnly") || type.Is("System", "TimeOnly") || type.Is("System", "Half") || type.Is("System", "Int128")
            || type.Is("System", "UInt128") || type.Is("System.Numerics", "BigInteger") || type.Is("System.Net", "IPAddress") => ValueShape.Formatted,
        _ => ValueShape.None,
    };

    private static (PathRoot Root, ITypeSymbol? Type, string? Expression, bool IsLate, string? Problem) Root(
        string name, IMethodSymbol method, MethodShape shape)
    {
        switch (name)
        {
            case "this" when method.IsStatic:
                return (default, null, null, false, "a static method has no 'this'");
            case "this":
                return (PathRoot.This, method.ContainingType, shape.SelfView ?? shape.Self, true, null);
            case "return":
                var (_, result) = MethodShapeParser.Returned(method);
                return result is null
                    ? (default, null, null, false, MethodShapeParser.WhyNoResult(method))
                    : (PathRoot.Return, result, shape.ResultView ?? shape.Result, true, null);
        }

        var parameter = method.Parameters.FirstOrDefault(parameter => parameter.Name == name);
        if (parameter is null)
        {
            var known = string.Join(", ", method.Parameters.Select(static p => $"'{p.Name}'").Append("'return'").Concat(method.IsStatic ? [] : ["'this'"]));
            return (default, null, null, false, $"there is no parameter '{name}'; a path starts with {known}");
        }

        return (PathRoot.Parameter, parameter.Type, shape.Parameters[parameter.Ordinal].Name, parameter.RefKind == RefKind.Out, null);
    }

    private static bool IsOptional(ITypeSymbol type) =>
        type.NullableAnnotation == NullableAnnotation.Annotated || type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T;

    private static ITypeSymbol Unwrap(ITypeSymbol type, out bool isNullable)
    {
        isNullable = type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T;
        return isNullable ? ((INamedTypeSymbol)type).TypeArguments[0] : type;
    }

    private static ISymbol? Member(ITypeSymbol type, string name, Compilation compilation) => Lineage(type)
        .SelectMany(ancestor => ancestor.GetMembers(name))
        .FirstOrDefault(member => IsReadable(member) && compilation.IsSymbolAccessibleWithin(member, compilation.Assembly));

    private static bool IsReadable(ISymbol member) => member switch
    {
        IPropertySymbol property => !property.IsStatic && !property.IsIndexer && property.GetMethod is not null,
        IFieldSymbol field => !field.IsStatic && !field.IsImplicitlyDeclared,
        _ => false,
    };

    private static IEnumerable<ITypeSymbol> Lineage(ITypeSymbol type)
    {
        if (type is ITypeParameterSymbol parameter) return parameter.ConstraintTypes.SelectMany(Lineage);
        var ancestors = new List<ITypeSymbol>();
        for (var ancestor = type; ancestor is not null; ancestor = ancestor.BaseType) ancestors.Add(ancestor);
        return ancestors.Concat(type.AllInterfaces);
    }

    private static string Missing(ITypeSymbol type, string name, Compilation compilation)
    {
        var shown = type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);
        if (Lineage(type).SelectMany(ancestor => ancestor.GetMembers(name)).Any(IsReadable))
            return $"'{shown}.{name}' is not accessible to generated code; make it internal";

        var known = Lineage(type).SelectMany(static ancestor => ancestor.GetMembers())
            .Where(member => IsReadable(member) && compilation.IsSymbolAccessibleWithin(member, compilation.Assembly))
            .Select(static member => member.Name).Distinct().Take(8).ToList();
        return known.Count == 0
            ? $"'{shown}' has no property or field '{name}'"
            : $"'{shown}' has no property or field '{name}'; it has {string.Join(", ", known)}";
    }

    // A field or a property that the compiler implements cannot throw; anything else may, an override of it too.
    private static bool MayThrow(ISymbol member) => member is IPropertySymbol property
        && property.ContainingType.SpecialType is not SpecialType.System_String
        && (property.IsVirtual || property.IsOverride && !property.IsSealed || !IsAutomatic(property));

    private static bool IsAutomatic(IPropertySymbol property) =>
        property.ContainingType.GetMembers().OfType<IFieldSymbol>().Any(field => SymbolEqualityComparer.Default.Equals(field.AssociatedSymbol, property));

    private static EquatableArray<EnumName> EnumNames(INamedTypeSymbol type)
    {
        var seen = new HashSet<object?>();
        return type.GetMembers().OfType<IFieldSymbol>()
            .Where(field => field.HasConstantValue && seen.Add(field.ConstantValue))
            .Select(field => new EnumName(field.Name, $"{new TypeText([]).Of(type)}.{MethodShapeParser.Escape(field.Name)}"))
            .ToEquatableArray();
    }
}
