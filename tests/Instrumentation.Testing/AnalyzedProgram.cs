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
        string source, LanguageVersion language = LanguageVersion.Preview, string interceptors = "Instrumentation.Generated", Dictionary<string, string>? settings = null)
    {
        var generated = Generation.Of([new SourceFile("/app/Program.cs", source)], language: language, interceptors: interceptors);
        var errors = generated.Problems().Where(static problem => problem.Severity == DiagnosticSeverity.Error).ToList();
        if (errors.Count > 0) throw new InvalidOperationException(string.Join("\n", errors) + "\n" + source);

        return await Diagnose(generated.Output, settings);
    }

    /// <summary>The rules that the program breaks, and <c>AD0001</c> for each exception of an analyzer; the program may be unfinished.</summary>
    public static Task<IReadOnlyList<Diagnostic>> Diagnose(Generation generated) => Diagnose(generated.Output);

    /// <summary>As above, for a program that more than our generator has written to.</summary>
    public static async Task<IReadOnlyList<Diagnostic>> Diagnose(Compilation program, Dictionary<string, string>? settings = null) =>
        [.. await program.WithAnalyzers(s_analyzers, new AnalyzerOptions([], new ProjectOptions(settings ?? []))).GetAnalyzerDiagnosticsAsync()];
}
