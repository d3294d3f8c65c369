using Instrumentation.Hosting;
using Instrumentation.Hosting.Endpoints;
using Instrumentation.Hosting.Health;
using Instrumentation.Hosting.Privacy;
using Instrumentation.Hosting.Telemetry;

namespace Microsoft.Extensions.Hosting;

/// <summary>The one door to Instrumentation's hosting.</summary>
public static class InstrumentationHostingExtensions
{
    /// <summary>
    /// Wires the OpenTelemetry SDK for every annotated assembly: traces, metrics and logs, sent by OTLP where <c>OTEL_EXPORTER_OTLP_*</c>
    /// says where to; and serves <c>/metrics</c>, <c>/health/live</c> and <c>/health/ready</c>.
    /// </summary>
    /// <param name="builder">The application's builder.</param>
    /// <param name="configure">Changes the options after they have been read from the section <c>Instrumentation</c>.</param>
    /// <returns><paramref name="builder"/>.</returns>
    /// <remarks>Calling it a second time is an error: everything would be sent twice.</remarks>
    /// <exception cref="InvalidOperationException">It has been called already, or two endpoints share a path.</exception>
    public static TBuilder AddInstrumentation<TBuilder>(this TBuilder builder, Action<InstrumentationOptions>? configure = null)
        where TBuilder : IHostApplicationBuilder
    {
        ArgumentNullException.ThrowIfNull(builder);
        var options = OptionsReader.Read(builder.Configuration);
        configure?.Invoke(options);
        OptionsReader.Validate(options);

        var assemblies = InstrumentedAssemblies.Find(options, builder.Environment.ApplicationName);
        var telemetry = TelemetrySetup.Begin(builder, assemblies);
        TracingSetup.Add(telemetry, assemblies, options);
        MetricsSetup.Add(telemetry, assemblies, options);
        ExportSetup.Add(telemetry, builder.Configuration);
        SamplingSetup.Add(builder.Services, builder.Configuration, options);
        SpanSwitchSetup.Add(builder.Services);
        RedactionSetup.Add(builder.Services, builder.Configuration);
        HealthSetup.Add(builder.Services, assemblies);
        EndpointSetup.Add(builder.Services, options);
        return builder;
    }
}
