using Instrumentation.Generator.Methods;
using Instrumentation.Generator.Project;
using Instrumentation.Generator.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Instrumentation.Generator.Decorators;

/// <summary>What cannot be decorated, and why.</summary>
internal static class DecoratorLimits
{
    /// <summary>The reason why no decorator can be written for the type; <see langword="null"/> where one can.</summary>
    public static string? Reason(ITypeSymbol type, Compilation compilation)
    {
        if (type is ITypeParameterSymbol) return "which interface is meant is only known at run time; name the interface in this call";
        if (type is not INamedTypeSymbol { TypeKind: TypeKind.Interface } service) return "only an interface can be decorated";
        if (compilation is CSharpCompilation csharp && csharp.LanguageVersion < LanguageVersion.CSharp12) return "generated code needs C# 12; set <LangVersion>12</LangVersion> or later";
        if (!compilation.FrameworkHas("System.Runtime.CompilerServices.ModuleInitializerAttribute")) return "decorators register themselves when the assembly is loaded, which needs .NET 5";
        if (!(service.IsUnboundGenericType ? service.OriginalDefinition : service).CanBeNamed(compilation)) return "it cannot be named by generated code; make it and the types around it internal";

        var members = Members(service.OriginalDefinition).ToList();
        if (members.FirstOrDefault(static member => member is { IsStatic: true, IsAbstract: true }) is { } @static)
            return $"it has a static abstract member, '{@static.Name}', which no object can stand before";
        foreach (var member in members.Where(static member => member is { IsStatic: false, IsAbstract: true }))
        {
            if (!compilation.IsSymbolAccessibleWithin(member, compilation.Assembly)) return $"generated code cannot reach its member '{member.Name}'";
            if (TypesOf(member).FirstOrDefault(named => !named.CanBeNamed(compilation)) is { } hidden)
                return $"'{hidden.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)}' cannot be named by generated code; make it internal";
            // The method of the decorator inherits the constraints, and an older language has no word for this one.
            if (member is IMethodSymbol method && method.TypeParameters.Any(static parameter => parameter.AllowsRefLikeType) && !compilation.HasRefStructArguments())
                return $"its method '{member.Name}' takes ref structs as type arguments, which needs C# 13; set <LangVersion>13</LangVersion> or later";
        }

        return members.OfType<IMethodSymbol>().Any(method => HasTelemetry(method.OriginalDefinition, compilation))
            ? null
            : "none of its methods is annotated, and no annotated method implements one; add [Traced] to the interface, or to what implements it";
    }

    /// <summary>The members of the interface and of all that it extends.</summary>
    public static IEnumerable<ISymbol> Members(INamedTypeSymbol service) => service.AllInterfaces.Prepend(service)
        .SelectMany(static type => type.GetMembers())
        .Where(static member => member is IMethodSymbol { MethodKind: MethodKind.Ordinary } or IPropertySymbol or IEventSymbol);

    /// <summary>Whether a call of the interface's method is one of an annotated method, or may reach one.</summary>
    public static bool HasTelemetry(IMethodSymbol method, Compilation compilation) =>
        Annotations.Source(method) is not null ? MethodLimits.Reason(method, compilation) is null : IsBehind(method, compilation);

    private static bool IsBehind(IMethodSymbol method, Compilation compilation) =>
        Implementations.Behind(method, compilation).Any(reached => MethodLimits.ReasonBehind(reached, method, compilation) is null);

    private static IEnumerable<ITypeSymbol> TypesOf(ISymbol member) => member switch
    {
        IMethodSymbol method => method.Parameters.Select(static parameter => parameter.Type).Append(method.ReturnType),
        IPropertySymbol property => property.Parameters.Select(static parameter => parameter.Type).Append(property.Type),
        IEventSymbol @event => [@event.Type],
        _ => [],
    };
}
