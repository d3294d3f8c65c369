using System.Collections.Immutable;
using Instrumentation.Generator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Instrumentation.Testing;

/// <summary>What a build reports of a program: the generator has run, and so have all analyzers.</summary>
public static class AnalyzedProgram
{
    private static readonly ImmutableArray<DiagnosticAnalyzer> s_analyzers =
    [
        .. typeof(InstrumentationGenerator).Assembly.GetTypes()
            .Where(static type => type.IsSubclassOf(typeof(DiagnosticAnalyzer)) && !type.IsAbstract)
            .Select(static type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
    ];

    /// <summary>The rules that the program breaks; throws where it does not compile.</summary>
    public static async Task<IReadOnlyList<Diagnostic>> Diagnose(
        string source, LanguageVersion language = LanguageVersion.Preview, string interceptors = "Instrumentation.Generated", Dictionary<string, string>? settings = null, string? enabled = null, AdditionalText? file = null)
    {
        var generated = Generation.Of([new SourceFile("/app/Program.cs", source)], language: language, interceptors: interceptors);
        var errors = generated.Problems().Where(static problem => problem.Severity == DiagnosticSeverity.Error).ToList();
        if (errors.Count > 0) throw new InvalidOperationException(string.Join("\n", errors) + "\n" + source);

        return await Diagnose(generated.Output, settings, enabled, file);
    }

    /// <summary>The rules that the program breaks, and <c>AD0001</c> for each exception of an analyzer; the program may be unfinished.</summary>
    public static Task<IReadOnlyList<Diagnostic>> Diagnose(Generation generated) => Diagnose(generated.Output);

    /// <summary>As above, for a program that more than our generator has written to.</summary>
    /// <param name="program">The program.</param>
    /// <param name="settings">Lines of .editorconfig.</param>
    /// <param name="enabled">A rule that is off by default and on here.</param>
    /// <param name="file">An additional file of the project.</param>
    public static async Task<IReadOnlyList<Diagnostic>> Diagnose(Compilation program, Dictionary<string, string>? settings = null, string? enabled = null, AdditionalText? file = null)
    {
        var options = enabled is null || !IsOff(enabled) ? program.Options : program.Options.WithSpecificDiagnosticOptions(program.Options.SpecificDiagnosticOptions.SetItem(enabled, ReportDiagnostic.Warn));
        return [.. await program.WithOptions(options).WithAnalyzers(s_analyzers, new AnalyzerOptions(file is null ? [] : [file], new ProjectOptions(settings ?? []))).GetAnalyzerDiagnosticsAsync()];
    }

    private static bool IsOff(string id) => s_analyzers.SelectMany(static analyzer => analyzer.SupportedDiagnostics).Any(descriptor => descriptor.Id == id && !descriptor.IsEnabledByDefault);
}
