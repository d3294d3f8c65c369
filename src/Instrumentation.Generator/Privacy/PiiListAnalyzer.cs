using System.Collections.Immutable;
using Instrumentation.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Instrumentation.Generator.Privacy;

/// <summary>Reports the lines of <c>*.pii.txt</c> and the options that cannot be used (INS3015), where they stand.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PiiListAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.PiiListLine];

    /// <inheritdoc />
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationAction(static end =>
        {
            var (lines, problems) = PiiListParser.Parse(end.Options, end.CancellationToken);
            foreach (var (place, text) in problems) end.ReportDiagnostic(Diagnostic.Create(Descriptors.PiiListLine, place, text));
            foreach (var line in lines)
            {
                if (PiiListParser.Unknown(line, end.Compilation) is { } text) end.ReportDiagnostic(Diagnostic.Create(Descriptors.PiiListLine, line.Place, text));
            }
        });
    }
}
