using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Diagnostics;

internal static partial class Descriptors
{
    public static readonly DiagnosticDescriptor LanguageTooOld = Rule(
        DiagnosticIds.LanguageTooOld,
        Category.Configuration,
        DiagnosticSeverity.Warning,
        "The project's C# is too old for interceptors",
        "Nothing is instrumented in this project: generated code needs C# 12, and the project compiles as C# {0}; set <LangVersion>12</LangVersion> or later",
        "Projects for older frameworks compile as an older C# unless LangVersion says otherwise.",
        WellKnownDiagnosticTags.CompilationEnd);

    public static readonly DiagnosticDescriptor InterceptionNotAllowed = Rule(
        DiagnosticIds.InterceptionNotAllowed,
        Category.Configuration,
        DiagnosticSeverity.Warning,
        "The project does not allow the interceptors",
        "No call is instrumented in this project: it does not let 'Instrumentation.Generated' intercept; add <InterceptorsNamespaces>$(InterceptorsNamespaces);Instrumentation.Generated</InterceptorsNamespaces>",
        "The package adds this by itself. It is missing where the package's build files are excluded or the property is overwritten.",
        WellKnownDiagnosticTags.CompilationEnd);
}
