using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OpenTelemetry;
using OpenTelemetry.Resources;

namespace Instrumentation.Hosting.Telemetry;

/// <summary>Starts the SDK, and says who is talking.</summary>
internal static class TelemetrySetup
{
    public static OpenTelemetryBuilder Begin(IHostApplicationBuilder builder, InstrumentedAssemblies assemblies)
    {
        if (builder.Services.Any(static service => service.ServiceType == typeof(InstrumentedAssemblies)))
            throw new InvalidOperationException("AddInstrumentation has been called already; once is enough, and twice would send everything twice.");

        builder.Services.AddSingleton(assemblies);
        return builder.Services.AddOpenTelemetry().ConfigureResource(resource => Describe(resource, builder.Environment));
    }

    // OTEL_SERVICE_NAME and OTEL_RESOURCE_ATTRIBUTES have the last word.
    private static void Describe(ResourceBuilder resource, IHostEnvironment environment) => resource
        .AddService(environment.ApplicationName, serviceVersion: Version(), autoGenerateServiceInstanceId: true)
        .AddAttributes([new KeyValuePair<string, object>("deployment.environment.name", environment.EnvironmentName)])
        .AddEnvironmentVariableDetector();

    private static string? Version() =>
        Assembly.GetEntryAssembly()?.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion;
}
