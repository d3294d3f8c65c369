using System.Collections.Concurrent;
using System.Collections.Immutable;
using Instrumentation.Generator.Diagnostics;
using Instrumentation.Generator.Interception;
using Instrumentation.Generator.Methods;
using Instrumentation.Generator.Project;
using Instrumentation.Generator.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Instrumentation.Generator.Coverage;

/// <summary>Says of each annotated method how it is covered, and why so (INS1008), where <c>instrumentation_explain</c> is <c>true</c>.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class CoverageExplanationAnalyzer : DiagnosticAnalyzer
{
    private const string Option = "instrumentation_explain";

    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.Explanation];

    /// <inheritdoc />
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            // The options of a file hold the global ones too. Where nobody asks, nothing is registered and nothing costs.
            var options = start.Options.AnalyzerConfigOptionsProvider;
            var asking = new HashSet<SyntaxTree>(start.Compilation.SyntaxTrees.Where(tree => IsOn(options.GetOptions(tree))));
            if (asking.Count == 0) return;
            var names = AnnotatedNames.Of(start.Compilation);
            if (names.IsEmpty) return;

            var methods = new ConcurrentBag<IMethodSymbol>();
            var uses = new ConcurrentBag<(string Method, bool IsCovered)>();
            start.RegisterSymbolAction(symbol => AddMethod(symbol, asking, methods), SymbolKind.Method);
            start.RegisterSyntaxNodeAction(node => AddUse(node, names, uses), MethodUses.Kinds);
            var unwritten = ImplicitCalls.Of(names);
            if (unwritten.Kinds.Length > 0) start.RegisterSyntaxNodeAction(node => AddUses(unwritten.At(node.Node, node.SemanticModel, node.CancellationToken), uses), unwritten.Kinds);
            start.RegisterCompilationEndAction(end => Report(end, methods, uses));
        });
    }

    private static bool IsOn(AnalyzerConfigOptions options) =>
        options.TryGetValue(Option, out var value) && value.Equals("true", StringComparison.OrdinalIgnoreCase);

    private static void AddMethod(SymbolAnalysisContext context, HashSet<SyntaxTree> asking, ConcurrentBag<IMethodSymbol> methods)
    {
        var method = (IMethodSymbol)context.Symbol;
        if (method.PartialDefinitionPart is not null || !Annotations.IsAnnotated(method)) return;
        if (method.Locations[0].SourceTree is { } tree && asking.Contains(tree) && MethodLimits.Reason(method, context.Compilation) is null) methods.Add(method);
    }

    private static void AddUse(SyntaxNodeAnalysisContext context, AnnotatedNames names, ConcurrentBag<(string Method, bool IsCovered)> uses)
    {
        if (MethodUses.Of(context.Node, names, context.SemanticModel, context.CancellationToken) is { } use) AddUses([use], uses);
    }

    private static void AddUses(IEnumerable<MethodUse> found, ConcurrentBag<(string Method, bool IsCovered)> uses)
    {
        foreach (var use in found)
        {
            foreach (var reached in use.Reached) uses.Add((MethodShapeParser.KeyOf(reached), use.Escape is null));
        }
    }

    private static void Report(
        CompilationAnalysisContext context, ConcurrentBag<IMethodSymbol> methods, ConcurrentBag<(string Method, bool IsCovered)> uses)
    {
        var counts = uses.GroupBy(static use => use.Method, StringComparer.Ordinal)
            .ToDictionary(static method => method.Key, static method => (All: method.Count(), Covered: method.Count(static use => use.IsCovered)), StringComparer.Ordinal);
        var intercepts = ProjectPipeline.SupportOf((CSharpCompilation)context.Compilation) == InterceptionSupport.Available;
        foreach (var method in methods)
        {
            counts.TryGetValue(MethodShapeParser.KeyOf(MethodShapeParser.Definition(method)), out var count);
            var strategy = Strategies.Of(method, context.Compilation);
            var covered = intercepts ? $"{Uses(count.Covered)} in this project covered, {count.All - count.Covered} not" : "no use is, because this project does not allow interceptors";
            var (way, extent) = strategy switch
            {
                Strategies.Partial => ("the generated part of a partial method", $"every caller is, also by a delegate, by reflection or from other assemblies; {Uses(count.All)} in this project"),
                Strategies.Decorator => ("a decorator", $"every caller of what is registered is; of other objects {covered}"),
                _ => ("an interceptor", covered),
            };
            context.ReportDiagnostic(Diagnostic.Create(
                Descriptors.Explanation, method.Locations[0], $"{MethodShapeParser.Definition(method).ContainingType.Name}.{method.Name}", way, Strategies.Why(method, strategy), extent));
        }
    }

    private static string Uses(int number) => number == 1 ? "1 use" : $"{number} uses";
}
