using Instrumentation.Generator.Roslyn;
using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Privacy;

/// <summary>Finds rows by the full name of a type and the name of one of its members, overrides and implementations included.</summary>
internal sealed class MemberTable<T>
{
    private readonly Dictionary<string, List<(string Type, T Row)>> _byMember = new(StringComparer.Ordinal);

    /// <summary>Adds a row for some members of a type.</summary>
    public void Add(string type, string members, T row)
    {
        foreach (var member in members.Split(' '))
        {
            if (!_byMember.TryGetValue(member, out var rows)) _byMember[member] = rows = [];
            rows.Add((type, row));
        }
    }

    /// <summary>The rows of a member.</summary>
    public IEnumerable<T> Of(ISymbol member)
    {
        var name = member is IPropertySymbol { IsIndexer: true } ? "Item" : member is IMethodSymbol { MethodKind: MethodKind.ExplicitInterfaceImplementation } ? member.Name.Substring(member.Name.LastIndexOf('.') + 1) : member.Name;
        var own = _byMember.TryGetValue(name, out var rows) ? rows : [];
        var any = _byMember.TryGetValue("*", out var wild) ? wild : [];
        if (own.Count == 0 && any.Count == 0) yield break;

        var type = member.ContainingType;
        var isConstructor = member is IMethodSymbol { MethodKind: MethodKind.Constructor };
        foreach (var (declaring, row) in own.Concat(any))
        {
            if (type is not null && (Is(type, declaring) || (!isConstructor && Inherits(type, declaring)))) yield return row;
        }
    }

    private static bool Inherits(INamedTypeSymbol type, string name) => type.Ancestors().Any(ancestor => Is(ancestor, name)) || type.AllInterfaces.Any(implemented => Is(implemented, name));

    private static bool Is(INamedTypeSymbol type, string name) => name.EndsWith(type.MetadataName, StringComparison.Ordinal) && type.OriginalDefinition.MetadataName() == name;
}
