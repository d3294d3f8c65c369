using System.Globalization;
using Instrumentation.Generator.Text;
using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Paths;

/// <summary>Reads values that are written in an annotation.</summary>
internal static class ConstantParser
{
    /// <summary>The value and its text; <see langword="null"/> where an attribute of a span cannot have it.</summary>
    public static (PathValue Value, string Text)? Parse(TypedConstant constant) => constant switch
    {
        { Kind: TypedConstantKind.Enum, Type: INamedTypeSymbol type, Value: { } value } =>
            Text(type.GetMembers().OfType<IFieldSymbol>().FirstOrDefault(field => value.Equals(field.ConstantValue))?.Name ?? EnumTextEmitter.Other),
        { Kind: TypedConstantKind.Primitive, Value: string or char } => Text(constant.Value.ToString()),
        { Kind: TypedConstantKind.Primitive, Value: bool value } => Literal(value ? "true" : "false", "", ValueShape.Boolean),
        { Kind: TypedConstantKind.Primitive, Value: double or float } => Literal(Convert.ToDouble(constant.Value, CultureInfo.InvariantCulture).ToString("R", CultureInfo.InvariantCulture), "D", ValueShape.Double),
        { Kind: TypedConstantKind.Primitive, Value: not (null or ulong) } => Literal(Convert.ToString(constant.Value, CultureInfo.InvariantCulture), "L", ValueShape.Int64),
        _ => null,
    };

    private static (PathValue Value, string Text) Text(string text) => (Of(GeneratedFile.Literal(text), ValueShape.Text), text);

    private static (PathValue Value, string Text) Literal(string text, string suffix, ValueShape shape) => (Of(text + suffix, shape), text);

    private static PathValue Of(string expression, ValueShape shape) =>
        new(PathRoot.Constant, IsLate: false, expression, shape, "", [], MayBeNull: false, MayThrow: false, NeedsCast: false);
}
