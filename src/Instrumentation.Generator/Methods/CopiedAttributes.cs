using Instrumentation.Generator.Text;
using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Methods;

/// <summary>
/// The attributes that an interceptor must repeat: those that trimming and the rules about escaping references read off the method
/// that is called. All others are read off the method that the source names, which stays the same.
/// </summary>
internal static class CopiedAttributes
{
    private const string Namespace = "System.Diagnostics.CodeAnalysis.";

    private static readonly string[] s_requirements =
        [Namespace + "RequiresUnreferencedCodeAttribute", Namespace + "RequiresDynamicCodeAttribute", Namespace + "RequiresAssemblyFilesAttribute"];

    /// <summary>What a trimmed program must not do with the method, and what its result keeps, one attribute list each.</summary>
    public static IEnumerable<string> OfMethod(IMethodSymbol method, Compilation compilation)
    {
        // A requirement of a type is one of calling its static methods.
        var attributes = method.IsStatic ? method.GetAttributes().Concat(method.ContainingType.GetAttributes()) : method.GetAttributes();
        var requirements = attributes.Where(static attribute => s_requirements.Any(name => IsNamed(attribute, name)));
        foreach (var attribute in requirements.GroupBy(static attribute => attribute.AttributeClass!.Name, StringComparer.Ordinal).Select(static group => group.First()))
        {
            if (IsReachable(attribute, compilation)) yield return $"[{NameOf(attribute)}({GeneratedFile.Literal(attribute.FirstText() ?? "")})]";
        }

        foreach (var members in MembersKept(method.GetReturnTypeAttributes(), compilation)) yield return $"[return: {members}]";
    }

    /// <summary>What a type argument keeps; nothing, or an attribute list and a space.</summary>
    public static string OfTypeParameter(ITypeParameterSymbol parameter, Compilation compilation) => Listed(MembersKept(parameter.GetAttributes(), compilation));

    /// <summary>What an argument keeps, and whether a reference to it may be returned; nothing, or an attribute list and a space.</summary>
    public static string OfParameter(IParameterSymbol parameter, Compilation compilation)
    {
        var escape = parameter.GetAttributes().Where(attribute => IsNamed(attribute, Namespace + "UnscopedRefAttribute") && IsReachable(attribute, compilation)).Select(NameOf);
        return Listed(MembersKept(parameter.GetAttributes(), compilation).Concat(escape));
    }

    private static IEnumerable<string> MembersKept(IEnumerable<AttributeData> attributes, Compilation compilation) =>
        from attribute in attributes
        where IsNamed(attribute, Namespace + "DynamicallyAccessedMembersAttribute") && IsReachable(attribute, compilation)
        where attribute.ConstructorArguments.Length == 1
        let members = attribute.ConstructorArguments[0]
        select $"{NameOf(attribute)}(({members.Type!.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat)})({members.Value}))";

    private static string Listed(IEnumerable<string> attributes)
    {
        var list = string.Join(", ", attributes);
        return list.Length == 0 ? "" : $"[{list}] ";
    }

    // A library for older frameworks brings its own, which only it can see; then nothing is trimmed by them either.
    private static bool IsReachable(AttributeData attribute, Compilation compilation) => compilation.IsSymbolAccessibleWithin(attribute.AttributeClass!, compilation.Assembly);

    private static bool IsNamed(AttributeData attribute, string name) =>
        attribute.AttributeClass is { } type && name.EndsWith("." + type.Name, StringComparison.Ordinal) && type.ToDisplayString() == name;

    private static string NameOf(AttributeData attribute) => attribute.AttributeClass!.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);
}
