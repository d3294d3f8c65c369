using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Instrumentation.Generator.Roslyn;

/// <summary>Questions about types that more than one feature asks.</summary>
internal static class TypeFacts
{
    /// <summary>Whether a generated file of the assembly can write the type's name.</summary>
    public static bool CanBeNamed(this ITypeSymbol type, Compilation compilation) => type switch
    {
        IArrayTypeSymbol array => array.ElementType.CanBeNamed(compilation),
        IPointerTypeSymbol pointer => pointer.PointedAtType.CanBeNamed(compilation),
        IFunctionPointerTypeSymbol function => function.Signature.ReturnType.CanBeNamed(compilation)
            && function.Signature.Parameters.All(parameter => parameter.Type.CanBeNamed(compilation)),
        ITypeParameterSymbol or IDynamicTypeSymbol => true,
        INamedTypeSymbol { TypeKind: TypeKind.Error } => false,
        INamedTypeSymbol named => named.CanBeReferencedByName
            && !named.IsAnonymousType
            && !IsFileLocalAnywhere(named)
            && compilation.IsSymbolAccessibleWithin(named.OriginalDefinition, compilation.Assembly)
            && !HasExternAlias(named, compilation)
            && named.TypeArguments.All(argument => argument.CanBeNamed(compilation))
            && (named.ContainingType is null || named.ContainingType.CanBeNamed(compilation)),
        _ => false,
    };

    /// <summary>The name that the method is called by; that of an explicit interface implementation is the interface's.</summary>
    public static string SimpleName(this IMethodSymbol method) =>
        method.ExplicitInterfaceImplementations.IsDefaultOrEmpty ? method.Name : method.ExplicitInterfaceImplementations[0].Name;

    /// <summary>The namespace, the type and its containers, dotted, without type parameters.</summary>
    public static string DottedName(this INamedTypeSymbol type)
    {
        var name = type.ContainingType is { } container ? $"{container.DottedName()}.{type.Name}" : type.Name;
        if (type.ContainingType is not null || type.ContainingNamespace is null or { IsGlobalNamespace: true }) return name;
        return $"{type.ContainingNamespace.ToDisplayString()}.{name}";
    }

    /// <summary>As <see cref="DottedName"/>, with the number of type parameters: different types have different names.</summary>
    public static string MetadataName(this INamedTypeSymbol type)
    {
        if (type.ContainingType is { } container) return $"{container.MetadataName()}+{type.MetadataName}";
        return type.ContainingNamespace is null or { IsGlobalNamespace: true }
            ? type.MetadataName
            : $"{type.ContainingNamespace.ToDisplayString()}.{type.MetadataName}";
    }

    /// <summary>Whether some assembly of the compilation has a type of that <see cref="MetadataName"/>, visible or not. Its members are not read.</summary>
    public static bool HasType(this Compilation compilation, string metadataName)
    {
        INamespaceSymbol? space = compilation.GlobalNamespace;
        var start = 0;
        for (var dot = metadataName.IndexOf('.'); dot > 0 && space is not null; dot = metadataName.IndexOf('.', start))
        {
            space = space.GetMembers(metadataName.Substring(start, dot - start)).OfType<INamespaceSymbol>().FirstOrDefault();
            start = dot + 1;
        }

        var name = metadataName.Substring(start);
        var arity = name.IndexOf('`');
        return space?.GetTypeMembers(arity < 0 ? name : name.Substring(0, arity), arity < 0 ? 0 : int.Parse(name.Substring(arity + 1), CultureInfo.InvariantCulture)).IsEmpty == false;
    }

    /// <summary>The type parameters of the type and of all that it stands in, outermost first.</summary>
    public static IEnumerable<ITypeParameterSymbol> AllTypeParameters(this INamedTypeSymbol type) =>
        (type.ContainingType?.AllTypeParameters() ?? []).Concat(type.TypeParameters);

    /// <summary>What the type derives from, nearest first.</summary>
    public static IEnumerable<INamedTypeSymbol> Ancestors(this INamedTypeSymbol type)
    {
        for (var ancestor = type.BaseType; ancestor is not null; ancestor = ancestor.BaseType) yield return ancestor;
    }

    /// <summary>Whether the type is <c>Namespace.Name</c>, whatever its type arguments.</summary>
    public static bool Is(this ITypeSymbol type, string containingNamespace, string name) =>
        type.Name == name && type.ContainingType is null && type.ContainingNamespace?.ToDisplayString() == containingNamespace;

    /// <summary>Whether the framework has the type. A copy of it that the source or a library brings along is no use: the runtime does not know it.</summary>
    public static bool FrameworkHas(this Compilation compilation, string metadataName) =>
        compilation.GetSpecialType(SpecialType.System_Object).ContainingAssembly?.GetTypeByMetadataName(metadataName) is not null;

    /// <summary>
    /// Whether type arguments may be ref structs, which came with C# 13. An older project can call a method of another assembly that allows
    /// them, but with other types only; a stand-in that does not allow them is as good there, and the only one that compiles.
    /// </summary>
    public static bool HasRefStructArguments(this Compilation compilation) => compilation is CSharpCompilation { LanguageVersion: >= LanguageVersion.CSharp13 };

    private static bool IsFileLocalAnywhere(INamedTypeSymbol type) =>
        type.IsFileLocal || (type.ContainingType is { } container && IsFileLocalAnywhere(container));

    // A reference that is only known under an extern alias cannot be reached through global::.
    private static bool HasExternAlias(INamedTypeSymbol type, Compilation compilation)
    {
        if (SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, compilation.Assembly)) return false;
        var aliases = compilation.GetMetadataReference(type.ContainingAssembly)?.Properties.Aliases ?? default;
        return !aliases.IsDefaultOrEmpty && !aliases.Contains("global");
    }
}
