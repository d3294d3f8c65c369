using OpenTelemetry;
using OpenTelemetry.Metrics;

namespace Instrumentation.Hosting.Telemetry;

/// <summary>Metrics: the annotated assemblies' meters, requests in and out, and the runtime's own.</summary>
internal static class MetricsSetup
{
    public static void Add(OpenTelemetryBuilder telemetry, InstrumentedAssemblies assemblies, InstrumentationOptions options) => telemetry.WithMetrics(metrics =>
    {
        metrics.AddMeter(assemblies.Sources);
        metrics.AddAspNetCoreInstrumentation();
        metrics.AddHttpClientInstrumentation();
        metrics.AddRuntimeInstrumentation();
        if (string.IsNullOrEmpty(options.MetricsPath)) return;
        metrics.AddPrometheusExporter(static exporter =>
        {
            // Who scrapes after a request wants to see that request.
            exporter.ScrapeResponseCacheDurationMilliseconds = 0;
        });
    });
}
