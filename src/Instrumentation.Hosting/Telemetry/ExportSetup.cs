using Microsoft.Extensions.Configuration;
using OpenTelemetry;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace Instrumentation.Hosting.Telemetry;

/// <summary>Sends what was told to be sent: each signal whose OTLP endpoint is configured (<c>OTEL_EXPORTER_OTLP_ENDPOINT</c>, or the signal's own).</summary>
internal static class ExportSetup
{
    private const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    public static void Add(OpenTelemetryBuilder telemetry, IConfiguration configuration)
    {
        if (IsSent(configuration, "TRACES")) telemetry.WithTracing(static tracing => tracing.AddOtlpExporter());
        if (IsSent(configuration, "METRICS")) telemetry.WithMetrics(static metrics => metrics.AddOtlpExporter());
        if (IsSent(configuration, "LOGS")) telemetry.WithLogging(static logging => logging.AddOtlpExporter());
    }

    // OTEL_TRACES_EXPORTER=none and its siblings are the specification's way to keep one signal at home.
    private static bool IsSent(IConfiguration configuration, string signal) =>
        !string.Equals(configuration[$"OTEL_{signal}_EXPORTER"], "none", StringComparison.OrdinalIgnoreCase)
        && (IsSet(configuration[Endpoint]) || IsSet(configuration[$"OTEL_EXPORTER_OTLP_{signal}_ENDPOINT"]));

    private static bool IsSet(string? value) => !string.IsNullOrWhiteSpace(value);
}
