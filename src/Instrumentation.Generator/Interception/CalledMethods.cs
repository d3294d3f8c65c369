using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Instrumentation.Generator.Methods;
using Instrumentation.Generator.Roslyn;
using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Interception;

/// <summary>What is the same for every call of a method.</summary>
internal sealed class CalledMethod
{
    private readonly Lazy<(Expansion? Expansion, EquatableArray<Expansion> Behind)> _expansions;

    public CalledMethod(IMethodSymbol method, Compilation compilation)
    {
        Method = method;
        _expansions = new(() => Expand(compilation));
        if (PartialMethods.CoversItself(method)) return;
        IsAnnotated = Annotations.Source(method) is not null;
        if (!IsAnnotated) Behind = Implementations.Behind(method, compilation);
        if (!HasTelemetry) return;
        Key = MethodShapeParser.KeyOf(method);
        Limit = IsAnnotated
            ? MethodLimits.Reason(method, compilation)
            : Behind.Select(reached => MethodLimits.ReasonBehind(reached, method, compilation)).FirstOrDefault(static reason => reason is not null);
    }

    public IMethodSymbol Method { get; }

    public bool IsAnnotated { get; }

    /// <summary>The annotated methods behind it, where it is not annotated itself.</summary>
    public IReadOnlyList<IMethodSymbol?> Behind { get; } = [];

    /// <summary>Whether its calls are any matter of ours.</summary>
    public bool HasTelemetry => IsAnnotated || Behind.Count > 0;

    /// <summary>Why none of its calls can be covered.</summary>
    public string? Limit { get; }

    public string Key { get; } = "";

    /// <summary>What happens at its calls, where that is not found with the annotated methods of this assembly.</summary>
    public Expansion? Expansion => _expansions.Value.Expansion;

    /// <summary>What happens where the receiver is of one of several types.</summary>
    public EquatableArray<Expansion> ExpansionsBehind => _expansions.Value.Behind;

    /// <summary>Whether it is one of the annotated methods of this assembly.</summary>
    public bool IsDeclaredIn(Compilation compilation) =>
        Annotations.IsAnnotated(Method) && SymbolEqualityComparer.Default.Equals(Method.ContainingAssembly, compilation.Assembly);

    private (Expansion? Expansion, EquatableArray<Expansion> Behind) Expand(Compilation compilation)
    {
        if (Behind.Count > 0)
        {
            var behind = Behind.Select(reached => AnnotatedMethodParser.ExpandBehind(reached!, Method, compilation)).OfType<Expansion>().ToEquatableArray();
            return (AnnotatedMethodParser.Plain(Method, compilation), behind);
        }

        return (IsDeclaredIn(compilation) ? null : AnnotatedMethodParser.Expand(Method, compilation), []);
    }
}

/// <summary>The methods that are called in a compilation: each is looked at once, and not at each call.</summary>
internal static class CalledMethods
{
    private static readonly ConditionalWeakTable<Compilation, ConcurrentDictionary<IMethodSymbol, CalledMethod>> s_perCompilation = new();

    public static CalledMethod Of(IMethodSymbol method, Compilation compilation) => s_perCompilation
        .GetValue(compilation, static _ => new ConcurrentDictionary<IMethodSymbol, CalledMethod>(SymbolEqualityComparer.Default))
        .GetOrAdd(method, method => new CalledMethod(method, compilation));
}
