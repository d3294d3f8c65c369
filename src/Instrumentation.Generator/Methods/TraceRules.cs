using System.Runtime.CompilerServices;
using Instrumentation.Generator.Roslyn;
using Instrumentation.Shared;
using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Methods;

/// <summary>The <c>[assembly: TraceRule]</c>s of an assembly: which of its methods are traced because of their names.</summary>
internal sealed class TraceRules
{
    private static readonly ConditionalWeakTable<IAssemblySymbol, TraceRules> s_perAssembly = new();

    private readonly List<Rule> _rules;

    private TraceRules(IAssemblySymbol assembly) => _rules =
    [
        .. assembly.GetAttributes().Where(static attribute => attribute.Is(AttributeNames.TraceRule)).Select(Parse).OfType<Rule>(),
    ];

    public static TraceRules Of(IAssemblySymbol assembly) => s_perAssembly.GetValue(assembly, static assembly => new TraceRules(assembly));

    public bool IsEmpty => _rules.Count == 0;

    /// <summary>The rule that traces the method: the last one that matches, if it does not exclude.</summary>
    public AttributeData? RuleFor(IMethodSymbol method) =>
        _rules.Count == 0 || !IsEligible(method) ? null : RuleFor($"{method.ContainingType.DottedName()}.{method.Name}");

    /// <summary>The rule that traces methods of that name.</summary>
    public AttributeData? RuleFor(string function)
    {
        for (var i = _rules.Count - 1; i >= 0; i--)
        {
            if (_rules[i].Pattern.Matches(function)) return _rules[i].IsExclusion ? null : _rules[i].Attribute;
        }

        return null;
    }

    /// <summary>The pattern of a rule without the sign that excludes.</summary>
    public static string PatternOf(AttributeData rule) => (rule.FirstText() ?? "").Trim().TrimStart('-').Trim();

    private static Rule? Parse(AttributeData attribute)
    {
        var pattern = PatternOf(attribute);
        if (NamePattern.Problem(pattern) is not null) return null;
        return new Rule(attribute, new NamePattern(pattern), (attribute.FirstText() ?? "").TrimStart().StartsWith("-", StringComparison.Ordinal));
    }

    // A rule speaks for methods that somebody wrote. What says [NotTraced] is meant not to be.
    private static bool IsEligible(IMethodSymbol method) =>
        method is { MethodKind: MethodKind.Ordinary, IsImplicitlyDeclared: false, ContainingType: { TypeKind: not TypeKind.Delegate } type }
        && method.GetAttributes().Find(AttributeNames.NotTraced) is null
        && type.GetAttributes().Find(AttributeNames.NotTraced) is null;

    private sealed record Rule(AttributeData Attribute, NamePattern Pattern, bool IsExclusion);
}
