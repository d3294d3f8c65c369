#nullable enable
#pragma warning disable
// What the libraries look like from outside.
namespace Serilog
{
    public interface ILogger
    {
        void Debug(string messageTemplate, params object?[] propertyValues);
        void Information(string messageTemplate);
        void Information<T>(string messageTemplate, T propertyValue);
        void Information<T0, T1>(string messageTemplate, T0 propertyValue0, T1 propertyValue1);
        void Information(string messageTemplate, params object?[] propertyValues);
        void Warning<T>(string messageTemplate, T propertyValue);
        void Error(Exception? exception, string messageTemplate, params object?[] propertyValues);
        ILogger ForContext(string propertyName, object? value, bool destructureObjects = false);
        ILogger ForContext<T>();
    }
    public static class Log
    {
        public static ILogger Logger { get; set; } = null!;
        public static void Information(string messageTemplate) => Logger.Information(messageTemplate);
        public static void Information<T>(string messageTemplate, T propertyValue) => Logger.Information(messageTemplate, propertyValue);
        public static void Warning<T>(string messageTemplate, T propertyValue) => Logger.Warning(messageTemplate, propertyValue);
    }
}
namespace Serilog.Context
{
    public static class LogContext { public static IDisposable PushProperty(string name, object? value, bool destructureObjects = false) => null!; }
}
namespace NLog
{
    public class Logger
    {
        public void Info(string message) { }
        public void Info(string message, params object?[] args) { }
        public void Info<T>(string message, T argument) { }
        public void Debug(LogMessageGenerator message) { }
        public void Error(Exception exception, string message, params object?[] args) { }
        public void Log(LogEventInfo e) { }
        public Logger WithProperty(string name, object? value) => this;
    }
    public delegate string LogMessageGenerator();
    public class LogEventInfo
    {
        public string? Message { get; set; }
        public IDictionary<object, object?> Properties { get; } = new Dictionary<object, object?>();
        public static LogEventInfo Create(int level, string loggerName, string message) => new();
    }
    public static class ScopeContext { public static IDisposable PushProperty(string key, object? value) => null!; public static IDisposable PushNestedState(object? value) => null!; }
    public static class GlobalDiagnosticsContext { public static void Set(string item, object? value) { } }
    public static class LogManager { public static Logger GetCurrentClassLogger() => new(); }
}
namespace log4net
{
    public interface ILog
    {
        void Debug(object? message); void Info(object? message); void Warn(object? message, Exception? exception); void Error(object? message);
        void InfoFormat(string format, params object?[] args); void WarnFormat(string format, object? arg0);
    }
    public static class LogManager { public static ILog GetLogger(Type type) => null!; }
    public static class ThreadContext { public static log4net.Util.ThreadContextProperties Properties { get; } = new(); }
    public static class LogicalThreadContext { public static log4net.Util.LogicalThreadContextProperties Properties { get; } = new(); }
}
namespace log4net.Util
{
    public class ThreadContextProperties { public object? this[string key] { get => null; set { } } }
    public class LogicalThreadContextProperties { public object? this[string key] { get => null; set { } } }
}
namespace OpenTelemetry
{
    public readonly struct Baggage { public static Baggage SetBaggage(string name, string? value) => default; public static string? GetBaggage(string name) => null; }
}
namespace OpenTelemetry.Trace
{
    public class TelemetrySpan { public TelemetrySpan SetAttribute(string key, string? value) => this; public TelemetrySpan SetAttribute(string key, int value) => this; public TelemetrySpan AddEvent(string name) => this; public TelemetrySpan UpdateName(string name) => this; }
    public class Tracer { public TelemetrySpan StartSpan(string name, int kind = 0) => new(); public TelemetrySpan StartActiveSpan(string name, int kind = 0) => new(); }
}
namespace Newtonsoft.Json
{
    public static class JsonConvert { public static string SerializeObject(object? value) => ""; public static T? DeserializeObject<T>(string value) => default; }
    [AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)] public sealed class JsonIgnoreAttribute : Attribute;
}
namespace Microsoft.Extensions.Compliance.Classification
{
    public abstract class DataClassificationAttribute : Attribute;
    public sealed class NoDataClassificationAttribute : DataClassificationAttribute;
}
namespace Microsoft.Extensions.Compliance.Redaction
{
    public abstract class Redactor { public string Redact(string? source) => ""; public abstract int Redact(ReadOnlySpan<char> source, Span<char> destination); }
    public interface IRedactorProvider { Redactor GetRedactor(string classification); }
}
namespace Microsoft.AspNetCore.DataProtection2 { }
namespace Corpus
{
    public sealed class PrivateAttribute : Microsoft.Extensions.Compliance.Classification.DataClassificationAttribute;
}
