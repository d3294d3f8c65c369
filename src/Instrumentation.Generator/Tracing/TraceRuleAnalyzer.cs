using System.Collections.Immutable;
using Instrumentation.Generator.Diagnostics;
using Instrumentation.Generator.Methods;
using Instrumentation.Generator.Roslyn;
using Instrumentation.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Instrumentation.Generator.Tracing;

/// <summary>Reports <c>[assembly: TraceRule]</c>s that are no pattern, or that no method matches (INS1007).</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class TraceRuleAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.TraceRuleWithoutEffect];

    /// <inheritdoc />
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationAction(Analyze);
    }

    private static void Analyze(CompilationAnalysisContext context)
    {
        var rules = context.Compilation.Assembly.GetAttributes().Where(static attribute => attribute.Is(AttributeNames.TraceRule)).ToList();
        if (rules.Count == 0) return;

        var functions = AnnotatedNames.Of(context.Compilation).Functions.Distinct(StringComparer.Ordinal).ToList();
        foreach (var rule in rules)
        {
            if (Problem(rule, functions) is { } problem)
                context.ReportDiagnostic(Diagnostic.Create(Descriptors.TraceRuleWithoutEffect, rule.Location(Locations.FirstArgument, context.Compilation.Assembly), problem));
        }
    }

    private static string? Problem(AttributeData rule, List<string> functions)
    {
        var pattern = TraceRules.PatternOf(rule);
        if (NamePattern.Problem(pattern) is { } problem) return problem;
        var matcher = new NamePattern(pattern);
        return functions.Any(matcher.Matches) ? null : $"no method of this project matches '{pattern}'; a name is 'Namespace.Type.Method', '*' stands for a part of one name and '**' for any number of names";
    }
}
