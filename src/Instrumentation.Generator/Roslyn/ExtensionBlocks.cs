using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Roslyn;

/// <summary>Members of C# 14's extension blocks: <c>extension(int x) { int Twice() => x * 2; }</c>.</summary>
/// <remarks>
/// The compiler makes a static method of each, with the receiver as its first parameter. It is what runs, what has a name, and
/// what an interceptor must look like. The symbols that lead there differ between the versions of Roslyn that we run in.
/// </remarks>
internal static class ExtensionBlocks
{
    /// <summary>Whether the method is declared in an extension block.</summary>
    public static bool IsExtensionMember(this IMethodSymbol method) => method.ContainingType is { TypeKind: TypeKind.Extension };

    /// <summary>The static method that an extension member is compiled to; <see langword="null"/> where the compiler does not show it.</summary>
    public static IMethodSymbol? Implementation(this IMethodSymbol member)
    {
        var block = member.ContainingType;
        var candidates = block.ContainingType.GetMembers(member.Name).OfType<IMethodSymbol>()
            .Where(candidate => candidate.IsStatic && candidate.Arity == block.Arity + member.Arity && EndsWith(candidate, member))
            .ToList();
        return candidates.FirstOrDefault(candidate => candidate.Locations.Any(member.Locations.Contains)) ?? (candidates.Count == 1 ? candidates[0] : null);
    }

    /// <summary>Whether the method is what an extension member is compiled to.</summary>
    public static bool IsImplementation(IMethodSymbol method) => method is { IsImplicitlyDeclared: true, IsStatic: true, MethodKind: MethodKind.Ordinary };

    private static bool EndsWith(IMethodSymbol implementation, IMethodSymbol member)
    {
        var receiver = member.IsStatic ? 0 : 1;
        return implementation.Parameters.Length == member.Parameters.Length + receiver
            && implementation.Parameters.Skip(receiver).Zip(member.Parameters, static (one, other) => one.RefKind == other.RefKind && one.Type.ToDisplayString() == other.Type.ToDisplayString()).All(static same => same);
    }
}
