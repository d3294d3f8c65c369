using System.Collections.Concurrent;
using System.Collections.Immutable;
using Instrumentation.Generator.Diagnostics;
using Instrumentation.Generator.Methods;
using Instrumentation.Generator.Paths;
using Instrumentation.Generator.Roslyn;
using Instrumentation.Generator.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Instrumentation.Generator.Metrics;

/// <summary>Reports mistakes in <c>[BusinessMetric]</c> (INS2001 to INS2008, INS3003) where they are written.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class BusinessMetricUsageAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
    [
        Descriptors.MetricPath, Descriptors.MetricType, Descriptors.MetricName, Descriptors.MetricTarget,
        Descriptors.MetricConflict, Descriptors.MetricUnbounded, Descriptors.MetricUnit, Descriptors.MetricSettings, Descriptors.PiiInMetric,
    ];

    /// <inheritdoc />
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            if (start.Compilation.GetTypeByMetadataName(AttributeNames.BusinessMetric) is null) return;
            var declarations = new ConcurrentBag<Declaration>();
            start.RegisterSymbolAction(symbol => AnalyzeMethod(symbol, declarations), SymbolKind.Method);
            start.RegisterCompilationEndAction(end => ReportConflicts(end, declarations));
        });
    }

    private static void AnalyzeMethod(SymbolAnalysisContext context, ConcurrentBag<Declaration> declarations)
    {
        var method = (IMethodSymbol)context.Symbol;
        if (method.PartialDefinitionPart is not null || method.GetAttributes().Find(AttributeNames.BusinessMetric) is null) return;
        if (Annotations.IsAnnotated(method) && MethodLimits.Reason(method, context.Compilation) is not null) return;

        var shape = MethodShapeParser.Parse(method, context.Compilation);
        foreach (var parsed in BusinessMetricParser.Parse(method, shape, context.Compilation))
        {
            foreach (var problem in parsed.Problems) context.ReportDiagnostic(Report(parsed.Attribute, problem, method));
            if (parsed.Metric is not { } metric) continue;
            declarations.Add(new Declaration(metric.Instrument, method, parsed.Attribute));
            ReportUnbounded(context, parsed.Attribute, metric, method);
        }
    }

    private static Diagnostic Report(AttributeData attribute, MetricProblem problem, IMethodSymbol method)
    {
        var place = problem.Element is { } element ? attribute.Location(problem.Argument, element, method) : attribute.Location(problem.Argument, method);
        var name = attribute.FirstText() ?? "";
        return problem.Kind switch
        {
            MetricProblemKind.Path => Diagnostic.Create(Descriptors.MetricPath, place, name, problem.Text),
            MetricProblemKind.Type => Diagnostic.Create(Descriptors.MetricType, place, name, problem.Text),
            MetricProblemKind.Name => Diagnostic.Create(Descriptors.MetricName, place, Suggested(attribute, problem), name, problem.Text),
            MetricProblemKind.Unit => Diagnostic.Create(Descriptors.MetricUnit, place, Suggested(attribute, problem), name, problem.Text),
            MetricProblemKind.Settings => Diagnostic.Create(Descriptors.MetricSettings, place, name, problem.Text),
            MetricProblemKind.Personal => Diagnostic.Create(Descriptors.PiiInMetric, place, problem.Personal!.ShortName(), $"metric '{name}'", "Tags"),
            _ => Diagnostic.Create(Descriptors.MetricTarget, place, name, method.Name, problem.Text),
        };
    }

    // The text of the literal that is wrong, and what it should be.
    private static ImmutableDictionary<string, string?>? Suggested(AttributeData attribute, MetricProblem problem)
    {
        var wrong = problem switch
        {
            { Kind: MetricProblemKind.Unit } => attribute.Named<string?>("Unit", null),
            { Element: { } element } => attribute.NamedList<string>(problem.Argument)?[element],
            _ => attribute.FirstText(),
        };
        if (wrong is null) return null;
        var better = problem switch
        {
            { Kind: MetricProblemKind.Unit } => UnitSuggestions.For(wrong),
            { Element: not null } => wrong.IndexOf('=') is var cut and > 0 && DottedNames.Suggestion(wrong.Substring(0, cut).Trim(), allowed: "-") is { } key ? key + wrong.Substring(cut) : null,
            _ => DottedNames.Suggestion(wrong),
        };
        return better is null ? null : ImmutableDictionary<string, string?>.Empty.Add(FixProperties.Wrong, wrong).Add(FixProperties.Suggestion, better);
    }

    private static void ReportUnbounded(SymbolAnalysisContext context, AttributeData attribute, BusinessMetric metric, IMethodSymbol method)
    {
        // Whoever says how many series there may be knows what the tag is.
        if (metric.Instrument.MaxSeries > 0) return;
        for (var i = 0; i < metric.Tags.Count; i++)
        {
            var tag = metric.Tags[i];
            var kind = tag.Value.Shape is ValueShape.Int64 or ValueShape.Double or ValueShape.Duration ? "a number" : "a text";
            if (TagDomain.Of(tag) is null)
                context.ReportDiagnostic(Diagnostic.Create(Descriptors.MetricUnbounded, attribute.Location("Tags", i, method), metric.Instrument.Name, tag.Key, kind));
        }
    }

    private static void ReportConflicts(CompilationAnalysisContext context, ConcurrentBag<Declaration> declarations)
    {
        foreach (var metric in declarations.GroupBy(static declaration => declaration.Instrument.Name, StringComparer.Ordinal))
        {
            // The first in the order of the source speaks for the metric, whatever order the methods were analyzed in.
            var ordered = metric.OrderBy(static declaration => declaration.Place, Locations.InOrderOfSource).ToList();
            foreach (var other in ordered.Skip(1).Where(other => !Agree(other.Instrument, ordered[0].Instrument)))
            {
                context.ReportDiagnostic(Diagnostic.Create(
                    Descriptors.MetricConflict,
                    other.Place,
                    [ordered[0].Place],
                    metric.Key,
                    Describe(other.Instrument),
                    Describe(ordered[0].Instrument),
                    $"{ordered[0].Method.ContainingType.Name}.{ordered[0].Method.Name}"));
            }
        }
    }

    private static bool Agree(Instrument left, Instrument right) =>
        left.Kind == right.Kind && left.Unit == right.Unit && left.ValueType == right.ValueType && left.IsBound == right.IsBound && left.IsObserved == right.IsObserved
        && (left.MaxSeries == 0 || right.MaxSeries == 0 || left.MaxSeries == right.MaxSeries)
        && (left.Buckets.Count == 0 || right.Buckets.Count == 0 || left.Buckets.Equals(right.Buckets));

    private static string Describe(Instrument instrument)
    {
        var text = $"a {instrument.Kind} of {instrument.ValueType}";
        if (instrument.IsBound) text = $"a pre-bound {text.Substring(2)}";
        if (instrument.IsObserved) text = $"an observed {text.Substring(2)}";
        if (instrument.MaxSeries > 0) text += $" of {instrument.MaxSeries} series";
        if (instrument.Unit is not null) text += $" in {instrument.Unit}";
        return instrument.Buckets.Count == 0 ? text : $"{text} with buckets [{string.Join(", ", instrument.Buckets.Select(static b => b.ToString(System.Globalization.CultureInfo.InvariantCulture)))}]";
    }

    private sealed record Declaration(Instrument Instrument, IMethodSymbol Method, AttributeData Attribute)
    {
        public Location Place => Attribute.Location(Method);
    }
}
