using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;

namespace Instrumentation.Hosting.Endpoints;

/// <summary>
/// Serves metrics and health in front of the application, so that neither its authentication nor its routes are in the way and nothing
/// has to be mapped.
/// </summary>
internal sealed class EndpointSetup(InstrumentationOptions options) : IStartupFilter
{
    public static void Add(IServiceCollection services, InstrumentationOptions options) =>
        services.AddSingleton<IStartupFilter>(new EndpointSetup(options));

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use(LeaveOutOfMetrics);
        if (!string.IsNullOrEmpty(options.MetricsPath)) app.UseOpenTelemetryPrometheusScrapingEndpoint(options.MetricsPath);
        ServeHealth(app, options.LivePath, "live");
        ServeHealth(app, options.ReadyPath, "ready");
        next(app);
    };

    private static void ServeHealth(IApplicationBuilder app, string? path, string tag)
    {
        if (string.IsNullOrEmpty(path)) return;
        app.UseHealthChecks(path, new HealthCheckOptions
        {
            Predicate = check => check.Tags.Contains(tag),
            ResponseWriter = Health.HealthReportWriter.WriteAsync,
        });
    }

    // A probe every second would hide what users see.
    private Task LeaveOutOfMetrics(HttpContext context, RequestDelegate next)
    {
#if NET9_0_OR_GREATER
        if (OwnPaths.Contains(options, context.Request.Path) && context.Features.Get<IHttpMetricsTagsFeature>() is { } metrics) metrics.MetricsDisabled = true;
#endif
        return next(context);
    }
}
