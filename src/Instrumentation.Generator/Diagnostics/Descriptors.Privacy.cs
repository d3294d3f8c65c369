using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Diagnostics;

internal static partial class Descriptors
{
    public static readonly DiagnosticDescriptor PiiInLog = Rule(
        DiagnosticIds.PiiInLog,
        Category.Privacy,
        DiagnosticSeverity.Error,
        "Personal data would be written to a log",
        "'{0}' is personal data ([Pii]) and '{1}' would write it to the log, where everybody who reads logs can see it; log an id instead, leave it out, or pass it through a redactor",
        "Data marked [Pii] must not reach a log in clear. If this flow is meant, put [PiiReviewed(\"reason\")] on the method that contains it; the audit report lists it.");

    public static readonly DiagnosticDescriptor PiiInSpan = Rule(
        DiagnosticIds.PiiInSpan,
        Category.Privacy,
        DiagnosticSeverity.Error,
        "Personal data would become a span attribute",
        "'{0}' is personal data ([Pii]) and this tag would put it on a span; tag an id instead, or remove the tag",
        "Data marked [Pii] must not reach a span in clear.");

    public static readonly DiagnosticDescriptor PiiInMetric = Rule(
        DiagnosticIds.PiiInMetric,
        Category.Privacy,
        DiagnosticSeverity.Error,
        "Personal data would become a metric label",
        "'{0}' is personal data ([Pii]) and metric '{1}' would make it a label; remove it from Tags",
        "Data marked [Pii] must not reach a metric label. A label is also a time series for each person.");

    public static readonly DiagnosticDescriptor PiiReviewIncomplete = Rule(
        DiagnosticIds.PiiReviewIncomplete,
        Category.Privacy,
        DiagnosticSeverity.Error,
        "The privacy review is incomplete",
        "This review cannot be relied on: {0}",
        "[PiiReviewed] accepts a flow of personal data. Whoever reads the audit report must be able to tell why, and until when.");
}
