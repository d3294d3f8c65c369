using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Diagnostics;

/// <summary>Whether rules are on, for what is worth doing only if somebody asks for it.</summary>
internal static class RuleStates
{
    /// <summary>Whether a rule is on in some file, by <c>.editorconfig</c>, <c>.globalconfig</c>, a rule set or the compiler's options.</summary>
    public static bool IsOn(this DiagnosticDescriptor rule, Compilation compilation, CancellationToken cancellation)
    {
        var options = compilation.Options;
        if (options.SpecificDiagnosticOptions.TryGetValue(rule.Id, out var state)) return IsOn(rule, state);
        if (options.SyntaxTreeOptionsProvider is not { } configured) return rule.IsEnabledByDefault;
        if (configured.TryGetGlobalDiagnosticValue(rule.Id, cancellation, out var everywhere) && IsOn(rule, everywhere)) return true;
        return rule.IsEnabledByDefault || compilation.SyntaxTrees.Any(tree => configured.TryGetDiagnosticValue(tree, rule.Id, cancellation, out var here) && IsOn(rule, here));
    }

    private static bool IsOn(DiagnosticDescriptor rule, ReportDiagnostic state) => state == ReportDiagnostic.Default ? rule.IsEnabledByDefault : state != ReportDiagnostic.Suppress;
}
