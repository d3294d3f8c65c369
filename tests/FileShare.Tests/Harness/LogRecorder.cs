using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace FileShare.Tests.Harness;

/// <summary>Keeps every line that is logged, with its values, its scopes and its exception, as a sink that writes all of it would.</summary>
internal sealed class LogRecorder : ILoggerProvider, ISupportExternalScope
{
    private readonly ConcurrentQueue<string> _lines = new();
    private IExternalScopeProvider _scopes = new LoggerExternalScopeProvider();

    public IReadOnlyList<string> Lines => [.. _lines];

    public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName);

    public void SetScopeProvider(IExternalScopeProvider scopeProvider) => _scopes = scopeProvider;

    public void Dispose()
    {
    }

    private static string Show(object? state) => state is IEnumerable<KeyValuePair<string, object?>> values
        ? $"{state} {string.Join(' ', values.Select(static value => $"{value.Key}={value.Value}"))}"
        : $"{state}";

    private sealed class Logger(LogRecorder recorder, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => recorder._scopes.Push(state);

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            var line = $"{logLevel} {category}: {formatter(state, exception)} {Show(state)} {exception}";
            recorder._scopes.ForEachScope(static (scope, add) => add(Show(scope)), (Action<string>)(scope => line += $" => {scope}"));
            recorder._lines.Enqueue(line);
        }
    }
}
