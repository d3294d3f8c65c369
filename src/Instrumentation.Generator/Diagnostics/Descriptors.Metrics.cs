using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Diagnostics;

internal static partial class Descriptors
{
    public static readonly DiagnosticDescriptor MetricPath = Rule(
        DiagnosticIds.MetricPath,
        Category.Metrics,
        DiagnosticSeverity.Error,
        "The metric reads a member that is not there",
        "Metric '{0}' cannot be recorded: {1}",
        "Value, Tags and When are member paths that start at a parameter, at 'return' or at 'this'.");

    public static readonly DiagnosticDescriptor MetricType = Rule(
        DiagnosticIds.MetricType,
        Category.Metrics,
        DiagnosticSeverity.Error,
        "The metric reads a value of the wrong type",
        "Metric '{0}' cannot be recorded: {1}",
        "A measurement is a number or a TimeSpan, a condition a bool, a tag a simple value.");

    public static readonly DiagnosticDescriptor MetricName = Rule(
        DiagnosticIds.MetricName,
        Category.Metrics,
        DiagnosticSeverity.Error,
        "The metric's name is against convention",
        "Metric '{0}' cannot be recorded: {1}",
        "OpenTelemetry's names are lower case and dotted: 'files.uploaded'.");

    public static readonly DiagnosticDescriptor MetricTarget = Rule(
        DiagnosticIds.MetricTarget,
        Category.Metrics,
        DiagnosticSeverity.Error,
        "The method cannot carry a metric",
        "Metric '{0}' cannot be recorded by '{1}': {2}",
        "A business metric stands on the method that does the work.");

    public static readonly DiagnosticDescriptor MetricConflict = Rule(
        DiagnosticIds.MetricConflict,
        Category.Metrics,
        DiagnosticSeverity.Error,
        "Two annotations of one metric disagree",
        "Metric '{0}' is {1} here and {2} on '{3}'; one name is one instrument, so use the same kind, unit, type of value and settings, or another name",
        "Exporters drop or mix the measurements of two instruments that share a name.",
        WellKnownDiagnosticTags.CompilationEnd);

    public static readonly DiagnosticDescriptor MetricUnbounded = Rule(
        DiagnosticIds.MetricUnbounded,
        Category.Metrics,
        DiagnosticSeverity.Warning,
        "The metric's tag takes any value",
        "Tag '{1}' of metric '{0}' is {2}, which takes any number of values, each of them a time series; leave it out, put it on the span with [Tag], or bound it: with an enum, a bool, [Tag(Values = …)] or MaxSeries",
        "The cost of a metric is the product of the values of its tags.");

    public static readonly DiagnosticDescriptor MetricUnit = Rule(
        DiagnosticIds.MetricUnit,
        Category.Metrics,
        DiagnosticSeverity.Warning,
        "The metric's unit or suffix is against convention",
        "Metric '{0}' is against convention: {1}",
        "Units are written in UCUM: 's', 'By', '%', '1' for a ratio, '{file}' for what is counted. Dashboards choose their axes by it, and exporters add it to the name.");

    public static readonly DiagnosticDescriptor MetricSettings = Rule(
        DiagnosticIds.MetricSettings,
        Category.Metrics,
        DiagnosticSeverity.Error,
        "The metric's settings do not fit together",
        "Metric '{0}' cannot be recorded: {1}",
        "Kind, Value, When and Buckets depend on each other: a histogram needs a value and a counter only grows.");
}
