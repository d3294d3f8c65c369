using Instrumentation.Generator.Flow;
using Microsoft.CodeAnalysis;
using static Instrumentation.Generator.Privacy.SinkFamily;

namespace Instrumentation.Generator.Privacy;

/// <summary>A row of the table of sinks.</summary>
/// <param name="Type">The full name of the type; methods that implement or override one of its own count too.</param>
/// <param name="Members">The names of methods or properties, parted by spaces; <c>.ctor</c> is a constructor, <c>*</c> any.</param>
/// <param name="Family">What kind of sink it is.</param>
/// <param name="Only">The names of the parameters that are written; all where it is empty.</param>
/// <param name="Except">The names of parameters that are not.</param>
/// <param name="Format">How an object is written.</param>
internal sealed record SinkRow(string Type, string Members, SinkFamily Family, string Only = "", string Except = "", TextFormat Format = TextFormat.Listed);

/// <summary>Where text leaves the program. Data: what is a sink is said here and nowhere else.</summary>
internal static class PiiSinks
{
    private const string Constructor = "..ctor";
    private const string Levels = "Trace Debug Info Warn Error Fatal";

    /// <summary>The sinks.</summary>
    public static readonly IReadOnlyList<SinkRow> Rows =
    [
        new("Microsoft.Extensions.Logging.LoggerExtensions", "Log LogTrace LogDebug LogInformation LogWarning LogError LogCritical", Log, Only: "message args exception"),
        new("Microsoft.Extensions.Logging.LoggerExtensions", "BeginScope", Scope, Only: "messageFormat args"),
        new("Microsoft.Extensions.Logging.ILogger", "Log", Log, Only: "state exception formatter"),
        new("Microsoft.Extensions.Logging.ILogger", "BeginScope", Scope, Only: "state"),
        new("Microsoft.Extensions.Logging.ILoggerFactory", "CreateLogger", Log),
        new("Microsoft.Extensions.Logging.LoggerMessage", "Define DefineScope", Log, Only: "formatString"),

        new("Serilog.ILogger", "Verbose Debug Information Warning Error Fatal Write", Log),
        new("Serilog.Log", "Verbose Debug Information Warning Error Fatal Write", Log),
        new("Serilog.ILogger", "ForContext", Scope, Except: "destructureObjects enricher enrichers source"),
        new("Serilog.Log", "ForContext", Scope, Except: "destructureObjects enricher enrichers source"),
        new("Serilog.ILogger", "BindProperty BindMessageTemplate", Log),
        new("Serilog.Context.LogContext", "PushProperty PushProperties", Scope, Except: "destructureObjects"),

        new("NLog.Logger", Levels + " Log", Log),
        new("NLog.ILogger", Levels + " Log", Log),
        new("NLog.ILoggerBase", "Log", Log),
        new("NLog.ILoggerExtensions", Levels + " Log ConditionalDebug ConditionalTrace", Log, Except: "logger"),
        new("NLog.Logger", "ConditionalDebug ConditionalTrace", Log),
        new("NLog.Logger", "WithProperty WithProperties PushScopeProperty PushScopeNested PushScopeState SetProperty", Scope),
        new("NLog.LogEventInfo", "Create .ctor Message Parameters", Log, Except: "loggerName logLevel level formatProvider"),
        new("NLog.LogEventBuilder", "Message Property Properties Log Exception Callback", Log),
        new("NLog.ScopeContext", "PushProperty PushProperties PushNestedState PushNestedStateProperties", Scope),
        new("NLog.GlobalDiagnosticsContext", "Set", Scope),
        new("NLog.MappedDiagnosticsLogicalContext", "Set SetScoped", Scope),
        new("NLog.MappedDiagnosticsContext", "Set SetScoped", Scope),
        new("NLog.NestedDiagnosticsLogicalContext", "Push PushObject", Scope),

        new("log4net.ILog", "Debug Info Warn Error Fatal DebugFormat InfoFormat WarnFormat ErrorFormat FatalFormat", Log),
        new("log4net.Util.ContextPropertiesBase", "Item", Scope),
        new("log4net.Util.ThreadContextProperties", "Item", Scope),
        new("log4net.Util.LogicalThreadContextProperties", "Item", Scope),
        new("log4net.Util.GlobalContextProperties", "Item", Scope),
        new("log4net.Util.ThreadContextStack", "Push", Scope),
        new("log4net.Util.LogicalThreadContextStack", "Push", Scope),
        new("log4net.NDC", "Push", Scope),
        new("log4net.MDC", "Set", Scope),

        new("System.ArgumentOutOfRangeException", "ThrowIfEqual ThrowIfNotEqual ThrowIfGreaterThan ThrowIfGreaterThanOrEqual ThrowIfLessThan ThrowIfLessThanOrEqual ThrowIfNegative ThrowIfNegativeOrZero ThrowIfZero", SinkFamily.Exception, Only: "value other", Format: TextFormat.Plain),

        new("System.Console", "Write WriteLine Title", SinkFamily.Console, Format: TextFormat.Plain),
        new("System.Diagnostics.Debug", "Write WriteLine WriteIf WriteLineIf Print Fail Assert", SinkFamily.Console, Except: "condition", Format: TextFormat.Plain),
        new("System.Diagnostics.Trace", "Write WriteLine WriteIf WriteLineIf TraceInformation TraceWarning TraceError Fail Assert", SinkFamily.Console, Except: "condition", Format: TextFormat.Plain),
        new("System.Diagnostics.TraceSource", "TraceEvent TraceInformation TraceData TraceTransfer", SinkFamily.Console, Except: "eventType id", Format: TextFormat.Plain),
        new("System.Diagnostics.TraceListener", "Write WriteLine TraceEvent TraceData Fail", SinkFamily.Console, Format: TextFormat.Plain),
        new("System.Diagnostics.Debugger", "Log", SinkFamily.Console),
        new("System.Diagnostics.EventLog", "WriteEntry WriteEvent", SinkFamily.Console),
        new("System.Diagnostics.DiagnosticSource", "Write", SinkFamily.Console, Format: TextFormat.Destructured),
        new("System.Diagnostics.Tracing.EventSource", "WriteEvent Write WriteEventWithRelatedActivityId", SinkFamily.Console, Format: TextFormat.Destructured),
        new("System.Environment", "FailFast", SinkFamily.Console),

        new("System.Diagnostics.Activity", "SetTag AddTag SetBaggage AddBaggage AddException SetStatus DisplayName .ctor TraceStateString", Span, Except: "code timestamp"),
        new("System.Diagnostics.ActivitySource", "StartActivity CreateActivity", Span, Except: "kind parentContext startTime idFormat parentId"),
        new("System.Diagnostics.ActivityEvent", ".ctor", Span, Except: "timestamp"),
        new("System.Diagnostics.ActivityLink", ".ctor", Span, Only: "tags"),
        new("OpenTelemetry.Baggage", "SetBaggage", Span),
        new("OpenTelemetry.Trace.TelemetrySpan", "SetAttribute AddEvent UpdateName SetStatus RecordException", Span, Except: "timestamp"),
        new("OpenTelemetry.Trace.ActivityExtensions", "RecordException SetStatus", Span, Except: "activity"),
        new("OpenTelemetry.Trace.Status", "WithDescription", Span),
        new("OpenTelemetry.Trace.Tracer", "StartSpan StartActiveSpan StartRootSpan", Span, Only: "name initialAttributes links"),

        new("System.Diagnostics.Metrics.Counter`1", "Add", Metric, Except: "delta"),
        new("System.Diagnostics.Metrics.UpDownCounter`1", "Add", Metric, Except: "delta"),
        new("System.Diagnostics.Metrics.Histogram`1", "Record", Metric, Except: "value"),
        new("System.Diagnostics.Metrics.Gauge`1", "Record", Metric, Except: "value"),
        new("System.Diagnostics.Metrics.Instrument`1", "RecordMeasurement", Metric, Except: "measurement"),
        new("System.Diagnostics.Metrics.Measurement`1", ".ctor", Metric, Only: "tags"),
        new("System.Diagnostics.Metrics.Meter", ".ctor CreateCounter CreateUpDownCounter CreateHistogram CreateGauge CreateObservableCounter CreateObservableGauge CreateObservableUpDownCounter", Metric, Only: "name tags description unit"),
        new("Prometheus.Counter", "WithLabels", Metric),
        new("Prometheus.Gauge", "WithLabels", Metric),
        new("Prometheus.Histogram", "WithLabels", Metric),
        new("Prometheus.Summary", "WithLabels", Metric),
        new("Prometheus.ICollector`1", "WithLabels", Metric),
    ];

    /// <summary>Members, and constructors, of whose results it is known where what is written to them ends: by full name, and the kind of sink.</summary>
    public static readonly IReadOnlyDictionary<string, SinkFamily> Roles = new Dictionary<string, SinkFamily>(StringComparer.Ordinal)
    {
        ["System.Console.Out"] = SinkFamily.Console,
        ["System.Console.Error"] = SinkFamily.Console,
        ["NLog.LogEventInfo.Properties"] = Log,
        ["System.Exception.Data"] = Exposure,
        ["System.Diagnostics.ProcessStartInfo.ArgumentList"] = Exposure,
        ["Microsoft.AspNetCore.Mvc.ProblemDetails.Extensions"] = Exposure,
        ["Microsoft.AspNetCore.Http.HttpResponse.Headers"] = Exposure,
        ["System.IO.StreamWriter..ctor"] = Exposure,
        ["System.IO.FileStream..ctor"] = Exposure,
        ["System.IO.File.CreateText"] = Exposure,
        ["System.IO.File.AppendText"] = Exposure,
        ["System.IO.File.Create"] = Exposure,
        ["System.IO.File.OpenWrite"] = Exposure,
        ["System.IO.File.Open"] = Exposure,
        ["System.IO.FileInfo.CreateText"] = Exposure,
        ["System.IO.FileInfo.AppendText"] = Exposure,
        ["System.IO.FileInfo.Create"] = Exposure,
        ["System.IO.FileInfo.OpenWrite"] = Exposure,
    };

    /// <summary>The simple names of those members.</summary>
    public static readonly HashSet<string> RoleNames = [.. Roles.Keys.Select(static role => role.EndsWith(Constructor, StringComparison.Ordinal) ? ".ctor" : role.Substring(role.LastIndexOf('.') + 1))];

    /// <summary>How it is written to what they return, by another name than that of a sink above.</summary>
    public static readonly IReadOnlyList<string> WritesOfRoles = ["WriteLineAsync", "WriteAsync", "TryAdd"];

    /// <summary>What such a member is called where somebody is told of it: <c>Console.Out</c>, <c>StreamWriter</c>.</summary>
    public static string NameOfRole(string role) => role.EndsWith(Constructor, StringComparison.Ordinal)
        ? role.Substring(0, role.Length - Constructor.Length).Substring(role.LastIndexOf('.', role.Length - Constructor.Length - 1) + 1)
        : role.Substring(role.LastIndexOf('.', role.LastIndexOf('.') - 1) + 1);

    /// <summary>Parameters of exceptions that are no part of their text.</summary>
    public static readonly HashSet<string> SilentExceptionParameters = ["paramName", "parameterName", "fileName", "objectName", "className", "memberName", "helpLink", "source", "resourceName", "typeName"];
}
