using Instrumentation.Hosting.Telemetry;
using Instrumentation.Runtime;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Instrumentation.Hosting.Health;

/// <summary>Registers the health checks that generated code has added.</summary>
internal static class HealthSetup
{
    public static void Add(IServiceCollection services, InstrumentedAssemblies assemblies)
    {
        var builder = services.AddHealthChecks();
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var check in HealthChecks.All.Where(check => assemblies.Contains(check.Assembly)))
        {
            if (!names.Add(check.Name))
                throw new InvalidOperationException($"Two methods are [HealthCheck(\"{check.Name}\")]; give each a name of its own.");
            builder.Add(new HealthCheckRegistration(check.Name, provider => new GeneratedHealthCheck(check, provider), HealthStatus.Unhealthy, check.Tags));
        }
    }

    /// <summary>Runs a generated check with the services of the scope that the check was given.</summary>
    private sealed class GeneratedHealthCheck(Runtime.HealthCheck check, IServiceProvider services) : IHealthCheck
    {
        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        {
            var outcome = await check.RunAsync(services, cancellationToken).ConfigureAwait(false);
            return new HealthCheckResult((HealthStatus)outcome.Status, outcome.Description, outcome.Exception, outcome.Data);
        }
    }
}
