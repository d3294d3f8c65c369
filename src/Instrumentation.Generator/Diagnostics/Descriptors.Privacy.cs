using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Diagnostics;

internal static partial class Descriptors
{
    public static readonly DiagnosticDescriptor PiiInLog = Rule(
        DiagnosticIds.PiiInLog,
        Category.Privacy,
        DiagnosticSeverity.Error,
        "Personal data would be written to a log",
        "'{0}' is personal data ([Pii]) and '{1}' would write it to the log, where everybody who reads logs can see it; log an id instead, leave it out, or pass it through a redactor{2}",
        "Data marked [Pii] must not reach a log in clear. If this flow is meant, put [PiiReviewed(\"reason\")] on the method that contains it; the audit report lists it.");

    public static readonly DiagnosticDescriptor PiiInSpan = Rule(
        DiagnosticIds.PiiInSpan,
        Category.Privacy,
        DiagnosticSeverity.Error,
        "Personal data would become a span attribute",
        "'{0}' is personal data ([Pii]) and {1} would put it on a span; tag an id instead, or remove the tag{2}",
        "Data marked [Pii] must not reach a span, its name, its events or its baggage in clear.");

    public static readonly DiagnosticDescriptor PiiInMetric = Rule(
        DiagnosticIds.PiiInMetric,
        Category.Privacy,
        DiagnosticSeverity.Error,
        "Personal data would become a metric label",
        "'{0}' is personal data ([Pii]) and {1} would make it a label; remove it from {2}",
        "Data marked [Pii] must not reach a metric label. A label is also a time series for each person.");

    public static readonly DiagnosticDescriptor PiiInException = Rule(
        DiagnosticIds.PiiInException,
        Category.Privacy,
        DiagnosticSeverity.Error,
        "Personal data would be in an exception's text",
        "'{0}' is personal data ([Pii]) and '{1}' would carry it in its message, which ends in logs, traces and error pages; name an id instead{2}",
        "Exceptions are written where they are caught, often by code that knows nothing of what is in them.");

    public static readonly DiagnosticDescriptor PiiInConsole = Rule(
        DiagnosticIds.PiiInConsole,
        Category.Privacy,
        DiagnosticSeverity.Error,
        "Personal data would be written to the console or a trace",
        "'{0}' is personal data ([Pii]) and '{1}' would write it to the console or to a trace, which are collected like logs; write an id instead, or leave it out{2}",
        "What a container writes to its console is a log. So is the output of Debug, Trace and event sources.");

    public static readonly DiagnosticDescriptor PiiInScope = Rule(
        DiagnosticIds.PiiInScope,
        Category.Privacy,
        DiagnosticSeverity.Error,
        "Personal data would be attached to a logging scope",
        "'{0}' is personal data ([Pii]) and '{1}' would attach it to every log entry of the scope; attach an id instead, or leave it out{2}",
        "The properties of a scope are written with each entry that is logged in it.");

    public static readonly DiagnosticDescriptor PiiInSerializedLog = Rule(
        DiagnosticIds.PiiInSerializedLog,
        Category.Privacy,
        DiagnosticSeverity.Error,
        "An object with personal data would be serialized into a log",
        "'{0}' is personal data ([Pii]) and is in the text that '{1}' would write to the log; log an id instead, or keep the member out of the text with [JsonIgnore]{2}",
        "A serializer writes all public members of an object, and of the objects that it holds.");

    public static readonly DiagnosticDescriptor PiiExposed = OptionalRule(
        DiagnosticIds.PiiExposed,
        Category.Privacy,
        DiagnosticSeverity.Error,
        "Personal data would leave the process",
        "'{0}' is personal data ([Pii]) and '{1}' would send or store it in clear{2}",
        "Responses, URLs, headers and files may be meant to hold personal data. Turn the rule on where they are not.");

    public static readonly DiagnosticDescriptor PiiReviewIncomplete = Rule(
        DiagnosticIds.PiiReviewIncomplete,
        Category.Privacy,
        DiagnosticSeverity.Error,
        "The privacy review is incomplete",
        "This review cannot be relied on: {0}",
        "[PiiReviewed] accepts a flow of personal data. Whoever reads the audit report must be able to tell why, and until when.");

    public static readonly DiagnosticDescriptor PiiReturnUnmarked = Rule(
        DiagnosticIds.PiiReturnUnmarked,
        Category.Privacy,
        DiagnosticSeverity.Info,
        "A public method returns personal data and does not say so",
        "'{0}' returns '{1}', which is personal data; mark it with [return: Pii], so that callers in other assemblies are checked too",
        "What a method returns is followed here, and by projects that use the generator. Whoever reads the signature knows only the mark.");

    public static readonly DiagnosticDescriptor PiiNeverRead = Rule(
        DiagnosticIds.PiiNeverRead,
        Category.Privacy,
        DiagnosticSeverity.Info,
        "Marked data is never read",
        "'{0}' is marked [Pii] and nothing in the project reads it; remove it, or the mark, if it is not needed",
        "Data that is not needed is best not kept.",
        WellKnownDiagnosticTags.CompilationEnd);

    public static readonly DiagnosticDescriptor PiiNameUnmarked = OptionalRule(
        DiagnosticIds.PiiNameUnmarked,
        Category.Privacy,
        DiagnosticSeverity.Info,
        "A name looks like personal data and is not marked",
        "'{0}' looks like personal data and is not marked; mark it with [Pii], so that the build keeps it out of telemetry",
        "A list of members to think about. A name is no evidence: that is why the rule is off.");

    public static readonly DiagnosticDescriptor PiiNotFollowed = Rule(
        DiagnosticIds.PiiNotFollowed,
        Category.Privacy,
        DiagnosticSeverity.Info,
        "Personal data could not be followed through a method",
        "What happens to personal data in '{0}' could not be followed to the end: {1}; leaks in it may not be reported",
        "The method is too large, or a call in it goes too deep. Split it.");

    public static readonly DiagnosticDescriptor PiiListLine = Rule(
        DiagnosticIds.PiiListLine,
        Category.Privacy,
        DiagnosticSeverity.Warning,
        "A line of the privacy list cannot be used",
        "This line has no effect: {0}",
        "Lines of *.pii.txt read 'sink <family> <id>', 'sanitizer <id>' or 'source <id>', where the id is that of a documentation comment.",
        WellKnownDiagnosticTags.CompilationEnd);
}
