using System.Collections.Immutable;
using Instrumentation.Generator.Diagnostics;
using Instrumentation.Generator.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Instrumentation.Generator.Tracing;

/// <summary>Reports entries of the error policy that decide nothing (INS1012).</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ErrorPolicyAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.ErrorPolicy];

    /// <inheritdoc />
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationAction(Analyze);
    }

    private static void Analyze(CompilationAnalysisContext context)
    {
        if (context.Compilation.Assembly.GetAttributes().Find(AttributeNames.ErrorPolicy) is not { } attribute) return;
        foreach (var (problem, element) in ErrorPolicyParser.Problems(attribute, context.Compilation))
            context.ReportDiagnostic(Diagnostic.Create(Descriptors.ErrorPolicy, attribute.Location(problem.Argument, element, context.Compilation.Assembly), problem.Text));
    }
}
