namespace Instrumentation.Generator.Project;

/// <summary>What generated code has to know of the project it is generated into.</summary>
/// <param name="Assembly">The assembly's name.</param>
/// <param name="Version">Its version.</param>
/// <param name="Source">The name of its activity source and meter.</param>
/// <param name="Directory">The project's folder; <see langword="null"/> where the build does not say.</param>
/// <param name="HasAbstractions">Whether the attributes are referenced. Without them nothing is generated.</param>
/// <param name="HasStackTraceHidden">Whether the framework can leave frames out of stack traces.</param>
/// <param name="HasModuleInitializers">Whether code can run when the assembly is loaded.</param>
/// <param name="Interception">Whether calls can be intercepted, or what is in the way.</param>
/// <param name="IsEnabled">Whether the project wants anything generated (<c>InstrumentationEnabled</c>).</param>
/// <param name="WantsCoverage">Whether it wants to know which uses are covered (<c>InstrumentationCoverageReport</c>).</param>
internal sealed record ProjectFacts(
    string Assembly, string Version, string Source, string? Directory, bool HasAbstractions, bool HasStackTraceHidden, bool HasModuleInitializers, InterceptionSupport Interception, bool IsEnabled,
    bool WantsCoverage)
{
    /// <summary>Whether anything may be generated.</summary>
    public bool Generates => HasAbstractions && IsEnabled;

    /// <summary>Whether generated files must do without what C# 12 has. Calls from other projects may be covered all the same.</summary>
    public bool IsOldLanguage => Interception == InterceptionSupport.LanguageTooOld;

    /// <summary>Whether calls may be intercepted.</summary>
    public bool Intercepts => Generates && Interception == InterceptionSupport.Available;
}

/// <summary>Whether a project's calls can be intercepted.</summary>
internal enum InterceptionSupport
{
    Available,

    /// <summary>The project compiles as a C# that generated code is too new for.</summary>
    LanguageTooOld,

    /// <summary>The project does not let <c>Instrumentation.Generated</c> intercept.</summary>
    NamespaceNotAllowed,
}
