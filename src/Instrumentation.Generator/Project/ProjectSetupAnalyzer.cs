using System.Collections.Immutable;
using Instrumentation.Generator.Diagnostics;
using Instrumentation.Generator.Methods;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Instrumentation.Generator.Project;

/// <summary>Reports a project whose settings keep its annotations from having an effect (INS4001, INS4002).</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ProjectSetupAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.LanguageTooOld, Descriptors.InterceptionNotAllowed];

    /// <inheritdoc />
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationAction(Analyze);
    }

    private static void Analyze(CompilationAnalysisContext context)
    {
        var compilation = (CSharpCompilation)context.Compilation;
        if (AnnotatedNames.Of(compilation).IsEmpty) return;
        switch (ProjectPipeline.SupportOf(compilation))
        {
            case InterceptionSupport.LanguageTooOld:
                context.ReportDiagnostic(Diagnostic.Create(Descriptors.LanguageTooOld, Location.None, compilation.LanguageVersion.ToDisplayString()));
                break;
            case InterceptionSupport.NamespaceNotAllowed:
                context.ReportDiagnostic(Diagnostic.Create(Descriptors.InterceptionNotAllowed, Location.None));
                break;
        }
    }
}
