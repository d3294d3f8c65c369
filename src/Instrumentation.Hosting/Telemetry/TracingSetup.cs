using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using OpenTelemetry;
using OpenTelemetry.Trace;

namespace Instrumentation.Hosting.Telemetry;

/// <summary>Traces: the annotated assemblies' spans below those of requests that come in and go out.</summary>
internal static class TracingSetup
{
    public static void Add(OpenTelemetryBuilder telemetry, InstrumentedAssemblies assemblies, InstrumentationOptions options) => telemetry.WithTracing(tracing =>
    {
        tracing.AddSource(assemblies.Sources);
        tracing.AddAspNetCoreInstrumentation(server =>
        {
            server.Filter = context => !OwnPaths.Contains(options, context.Request.Path);
            if (options.RecordUrls) return;
            server.EnrichWithHttpRequest = static (span, _) => Forget(span, "url.path", "url.query");
            server.EnrichWithHttpResponse = static (span, response) => RecordRoute(span, response.HttpContext);
        });
        tracing.AddHttpClientInstrumentation(client =>
        {
            if (!options.RecordUrls) client.EnrichWithHttpRequestMessage = static (span, request) => span.SetTag("url.full", Origin(request.RequestUri));
        });
    });

    private static void RecordRoute(Activity span, HttpContext context)
    {
        if (context.GetEndpoint() is Microsoft.AspNetCore.Routing.RouteEndpoint { RoutePattern.RawText: { } route }) span.SetTag("url.path", route);
    }

    private static void Forget(Activity span, params ReadOnlySpan<string> keys)
    {
        foreach (var key in keys) span.SetTag(key, null);
    }

    private static string? Origin(Uri? address) => address is { IsAbsoluteUri: true } ? address.GetLeftPart(UriPartial.Authority) + "/" : null;
}
