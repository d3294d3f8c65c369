using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Diagnostics;

/// <summary>All rules. Each range has a file of its own.</summary>
internal static partial class Descriptors
{
    private const string HelpLinkBase = "https://instrumentation.example/rules/";

    private static DiagnosticDescriptor Rule(
        string id, Category category, DiagnosticSeverity severity, string title, string message, string description, params string[] customTags) => new(
        id, title, message, "Instrumentation." + category, severity, isEnabledByDefault: true, description, $"{HelpLinkBase}{id}", customTags);

    // A rule that a project has to ask for.
    private static DiagnosticDescriptor OptionalRule(
        string id, Category category, DiagnosticSeverity severity, string title, string message, string description, params string[] customTags) => new(
        id, title, message, "Instrumentation." + category, severity, isEnabledByDefault: false, description, $"{HelpLinkBase}{id}", customTags);

    private enum Category
    {
        Tracing,
        Metrics,
        Privacy,
        Configuration,
    }
}
