using System.Runtime.CompilerServices;
using Instrumentation.Generator.Roslyn;
using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Methods;

/// <summary>
/// The annotated methods behind methods that are not annotated: implementations that are called through their interface, overrides
/// that are called through what they override. A call of the latter has the telemetry of the former, if that is what it reaches.
/// </summary>
internal sealed class Implementations
{
    private const char Separator = '=';

    private static readonly ConditionalWeakTable<Compilation, Implementations> s_perCompilation = new();

    private readonly Dictionary<IMethodSymbol, List<IMethodSymbol?>> _perMethod = new(SymbolEqualityComparer.Default);

    private Implementations(Compilation compilation)
    {
        foreach (var method in AnnotatedNames.Of(compilation).Methods(CancellationToken.None)) AddDeclared(MethodShapeParser.Definition(method), compilation);
        foreach (var reference in AnnotatedNames.References(compilation))
        {
            foreach (var pair in reference.GetAttributes().Where(static attribute => attribute.Is(AttributeNames.Manifest)).SelectMany(static manifest => manifest.NamedList<string>("Implementations") ?? []))
                AddReferenced(pair.Split(Separator), reference, compilation);
        }

        // The most derived one comes first: it is the one that a call reaches.
        foreach (var reached in _perMethod.Values) reached.Sort(static (one, other) => Depth(other).CompareTo(Depth(one)));
    }

    /// <summary>The annotated methods that a call of the method may reach, although it is not annotated itself; <see langword="null"/> stands for one that cannot be seen from here.</summary>
    public static IReadOnlyList<IMethodSymbol?> Behind(IMethodSymbol method, Compilation compilation)
    {
        if (!IsDispatched(method) || IsFramework(method, compilation.Assembly)) return [];
        return s_perCompilation.GetValue(compilation, static compilation => new Implementations(compilation))._perMethod.TryGetValue(method, out var reached) ? reached : [];
    }

    /// <summary>Whether calls that reach the explicit implementation through its interface can be followed.</summary>
    public static bool IsVisible(IMethodSymbol method) => Fronts(method).Any();

    /// <summary>What the manifest tells of a method: the methods that it is reached through.</summary>
    public static IEnumerable<string> InManifest(IMethodSymbol method) =>
        Fronts(method).Select(front => $"{front.GetDocumentationCommentId()}{Separator}{method.GetDocumentationCommentId()}");

    /// <summary>The methods of other people, such as the framework's, through which the method is called where nobody sees it.</summary>
    public static IMethodSymbol? ForeignFront(IMethodSymbol method) => AllFronts(method).FirstOrDefault(front => !SymbolEqualityComparer.Default.Equals(front.ContainingAssembly, method.ContainingAssembly));

    /// <summary>The type as the called method's type parameters make it, if they tell all of its type arguments.</summary>
    public static INamedTypeSymbol? TypeBehind(IMethodSymbol called, INamedTypeSymbol type)
    {
        var front = called.ContainingType;
        if (!type.AllTypeParameters().Any()) return type;
        if (type.ContainingType?.AllTypeParameters().Any() == true) return null;

        var seen = type.AllInterfaces.Concat(type.Ancestors()).FirstOrDefault(ancestor => SymbolEqualityComparer.Default.Equals(ancestor.OriginalDefinition, front));
        if (seen is null) return null;
        var arguments = type.TypeParameters
            .Select(parameter => seen.TypeArguments.IndexOf(parameter, 0, SymbolEqualityComparer.Default))
            .Select(index => index < 0 ? null : front.TypeParameters[index])
            .ToArray<ITypeSymbol?>();
        return arguments.Any(static argument => argument is null) ? null : type.Construct(arguments!);
    }

    private void AddDeclared(IMethodSymbol method, Compilation compilation)
    {
        if (PartialMethods.CoversItself(method) || MethodLimits.Reason(method, compilation) is not null) return;
        foreach (var front in Fronts(method)) Add(front, method);
    }

    private void Add(IMethodSymbol front, IMethodSymbol? method)
    {
        if (!_perMethod.TryGetValue(front, out var reached)) _perMethod[front] = reached = [];
        if (!reached.Contains(method, SymbolEqualityComparer.Default)) reached.Add(method);
    }

    private void AddReferenced(string[] pair, IAssemblySymbol reference, Compilation compilation)
    {
        if (pair.Length != 2) return;
        var fronts = DocumentationCommentId.GetSymbolsForDeclarationId(pair[0], compilation).OfType<IMethodSymbol>();
        var method = DocumentationCommentId.GetSymbolsForDeclarationId(pair[1], compilation).OfType<IMethodSymbol>()
            .FirstOrDefault(candidate => SymbolEqualityComparer.Default.Equals(candidate.ContainingAssembly, reference));
        foreach (var front in fronts)
        {
            if (method is null || !method.ContainingType.CanBeNamed(compilation)) Add(front, null);
            else if (Annotations.IsAnnotated(method)) Add(front, method);
        }
    }

    // The framework's own are left out: nobody wants every ToString and Dispose of a program looked at.
    private static IEnumerable<IMethodSymbol> Fronts(IMethodSymbol method) => AllFronts(method).Where(front => !IsFramework(front, method.ContainingAssembly));

    private static IEnumerable<IMethodSymbol> AllFronts(IMethodSymbol method)
    {
        if (method.IsStatic) yield break;
        for (var candidate = method; candidate is not null; candidate = candidate.OverriddenMethod?.OriginalDefinition)
        {
            foreach (var front in Implemented(candidate).Prepend(candidate))
            {
                // A call of what is annotated has that telemetry.
                if (!SymbolEqualityComparer.Default.Equals(front, method) && !Annotations.IsAnnotated(front)) yield return front;
            }
        }
    }

    private static IEnumerable<IMethodSymbol> Implemented(IMethodSymbol method) =>
        method.ExplicitInterfaceImplementations.IsDefaultOrEmpty
            ? from type in method.ContainingType.AllInterfaces
              from member in type.GetMembers(method.Name).OfType<IMethodSymbol>()
              where SymbolEqualityComparer.Default.Equals(method.ContainingType.FindImplementationForInterfaceMember(member)?.OriginalDefinition, method)
              select member.OriginalDefinition
            : method.ExplicitInterfaceImplementations.Select(static implemented => implemented.OriginalDefinition);

    private static bool IsDispatched(IMethodSymbol method) => !method.IsStatic && (method.IsAbstract || method.IsVirtual || method.IsOverride);

    private static bool IsFramework(IMethodSymbol method, IAssemblySymbol own) => method.ContainingAssembly?.Name is { } name
        && !SymbolEqualityComparer.Default.Equals(method.ContainingAssembly, own)
        && (name is "mscorlib" or "netstandard" or "System" || name.StartsWith("System.", StringComparison.Ordinal) || name.StartsWith("Microsoft.", StringComparison.Ordinal));

    private static int Depth(IMethodSymbol? method) => method?.ContainingType.Ancestors().Count() ?? -1;
}
