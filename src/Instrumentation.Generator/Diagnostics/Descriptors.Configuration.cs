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

    public static readonly DiagnosticDescriptor HealthCheckShape = Rule(
        DiagnosticIds.HealthCheckShape,
        Category.Configuration,
        DiagnosticSeverity.Error,
        "The method cannot be a health check",
        "'{0}' cannot be registered as a health check: {1}",
        "A health check is called by generated code, without reflection: its type is asked of the service provider, and it is told nothing but when to stop.");

    public static readonly DiagnosticDescriptor HealthCheckTwice = Rule(
        DiagnosticIds.HealthCheckTwice,
        Category.Configuration,
        DiagnosticSeverity.Error,
        "Two health checks have the same name",
        "'{0}' is the name of the health check '{1}' already, and the program would not start; choose another name",
        "ASP.NET Core refuses to start with two health checks of one name, whatever their case.",
        WellKnownDiagnosticTags.CompilationEnd);

    public static readonly DiagnosticDescriptor ObjectiveUnusable = Rule(
        DiagnosticIds.ObjectiveUnusable,
        Category.Configuration,
        DiagnosticSeverity.Warning,
        "The objective is not usable",
        "No alert can be made of this objective: {0}",
        "An objective is compared with what the operation's metrics say.");

    public static readonly DiagnosticDescriptor NameMissing = Rule(
        DiagnosticIds.NameMissing,
        Category.Configuration,
        DiagnosticSeverity.Warning,
        "The owner or source has no name",
        "{0} needs a name, and this one is empty",
        "Alerts are routed to the owner by name, and listeners subscribe to the source by name.");
}
