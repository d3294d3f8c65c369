using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Diagnostics;

internal static partial class Descriptors
{
    public static readonly DiagnosticDescriptor MethodNotCovered = Rule(
        DiagnosticIds.MethodNotCovered,
        Category.Tracing,
        DiagnosticSeverity.Warning,
        "The annotated method cannot be instrumented",
        "Calls of '{0}' will have no telemetry: {1}",
        "The annotation stands on a method that generated code cannot stand in for. Change what the message names, or remove the annotation.");

    public static readonly DiagnosticDescriptor CallNotCovered = Rule(
        DiagnosticIds.CallNotCovered,
        Category.Tracing,
        DiagnosticSeverity.Warning,
        "A call of an annotated method is not instrumented",
        "This use of '{0}' will have no telemetry: {1}",
        "The method is annotated, but this use of it cannot be intercepted. Rewrite it as the message says, or suppress the warning where the gap is meant.");

    public static readonly DiagnosticDescriptor TagNotRecordable = Rule(
        DiagnosticIds.TagNotRecordable,
        Category.Tracing,
        DiagnosticSeverity.Error,
        "The tag has no value to record",
        "This tag cannot be recorded: {0}",
        "A span attribute is a text, a bool, a number, an enum, or a simple value of the base library. Path names a member of anything else.");

    public static readonly DiagnosticDescriptor TagWithoutSpan = Rule(
        DiagnosticIds.TagWithoutSpan,
        Category.Tracing,
        DiagnosticSeverity.Warning,
        "The tag has no span to be on",
        "This tag will never be recorded: {0}",
        "A tag on a parameter or return value belongs to the span of its method, a tag on a property or field to the spans of its type's methods.");

    public static readonly DiagnosticDescriptor TagName = Rule(
        DiagnosticIds.TagName,
        Category.Tracing,
        DiagnosticSeverity.Warning,
        "The tag's name is against convention",
        "The name of this tag is against convention: {0}",
        "OpenTelemetry's attribute names are lower case and dotted: 'order.id'. A span has each of them once.");

    public static readonly DiagnosticDescriptor SpanSettings = Rule(
        DiagnosticIds.SpanSettings,
        Category.Tracing,
        DiagnosticSeverity.Warning,
        "The span's settings have no effect",
        "This setting of the span has no effect: {0}",
        "Where a setting cannot be used, the span is made without it.");

    public static readonly DiagnosticDescriptor TraceRuleWithoutEffect = Rule(
        DiagnosticIds.TraceRuleWithoutEffect,
        Category.Tracing,
        DiagnosticSeverity.Warning,
        "The trace rule has no effect",
        "This rule traces nothing: {0}",
        "A rule that matches nothing is usually a name that has changed.",
        WellKnownDiagnosticTags.CompilationEnd);

    public static readonly DiagnosticDescriptor Explanation = Rule(
        DiagnosticIds.Explanation,
        Category.Tracing,
        DiagnosticSeverity.Info,
        "How the annotated method is covered",
        "'{0}' is covered by {1}, because {2}: {3}",
        "Said of each annotated method where the project asks for it with 'instrumentation_explain = true'.",
        WellKnownDiagnosticTags.CompilationEnd);

    public static readonly DiagnosticDescriptor SpanOrigin = Rule(
        DiagnosticIds.SpanOrigin,
        Category.Tracing,
        DiagnosticSeverity.Error,
        "The span cannot have that parent or link",
        "This parameter cannot be the span's parent or link: {0}",
        "[Parent] and [Link] connect a span with another one whose context comes with the call.");

    public static readonly DiagnosticDescriptor ErrorPolicy = Rule(
        DiagnosticIds.ErrorPolicy,
        Category.Tracing,
        DiagnosticSeverity.Error,
        "The error policy decides nothing",
        "This entry of the error policy has no effect: {0}",
        "The policy says for the whole assembly what is an error. An entry that matches nothing leaves errors uncounted.",
        WellKnownDiagnosticTags.CompilationEnd);

    public static readonly DiagnosticDescriptor DecoratorImpossible = Rule(
        DiagnosticIds.DecoratorImpossible,
        Category.Tracing,
        DiagnosticSeverity.Error,
        "There is no decorator to register",
        "'{0}' cannot be put behind a decorator: {1}",
        "AddTraced and Decorator.Wrap need a generated decorator, and would fail when the program starts.");

    public static readonly DiagnosticDescriptor CalledElsewhere = Rule(
        DiagnosticIds.CalledElsewhere,
        Category.Tracing,
        DiagnosticSeverity.Info,
        "The method is called where the build does not see it",
        "'{0}' is called through '{1}' of '{2}', and calls in there have no telemetry; {3}",
        "Frameworks call what is written for them: background services, handlers, middleware. Such calls are compiled elsewhere and cannot be intercepted.");
}
