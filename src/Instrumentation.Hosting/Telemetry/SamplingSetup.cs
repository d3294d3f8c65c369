using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OpenTelemetry.Trace;

namespace Instrumentation.Hosting.Telemetry;

/// <summary>
/// Makes a call that nobody records cheap where the sampler lets children follow their parents: OpenTelemetry's default, and the samplers of
/// <c>OTEL_TRACES_SAMPLER</c> whose name starts with <c>parentbased</c>. Every other sampler stays as it is and is asked each time.
/// </summary>
internal sealed class SamplingSetup : IHostedService, IDisposable
{
    private const string Name = "OTEL_TRACES_SAMPLER";

    public static void Add(IServiceCollection services, IConfiguration configuration, InstrumentationOptions options)
    {
        if (!options.ChildrenFollowParents || Of(configuration[Name], configuration[$"{Name}_ARG"]) is not { } sampler) return;

        // What comes last counts: a sampler of the application's own must win, whether it was set before this call or after.
        var first = new ServiceCollection();
        first.ConfigureOpenTelemetryTracerProvider(tracing => tracing.SetSampler(new FollowingSampler(sampler)));
        for (var i = 0; i < first.Count; i++) services.Insert(i, first[i]);
        services.AddHostedService<SamplingSetup>();
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    // The next host of this process may have another sampler.
    public void Dispose() => SpanSampling.ChildrenFollowParents = false;

    // The names are those of OpenTelemetry's specification, "General SDK configuration".
    private static ParentBasedSampler? Of(string? name, string? argument) => name?.ToLowerInvariant() switch
    {
        null or "" or "parentbased_always_on" => new ParentBasedSampler(new AlwaysOnSampler()),
        "parentbased_always_off" => new ParentBasedSampler(new AlwaysOffSampler()),
        "parentbased_traceidratio" when double.TryParse(argument, NumberStyles.Float, CultureInfo.InvariantCulture, out var ratio) && ratio is >= 0 and <= 1 =>
            new ParentBasedSampler(new TraceIdRatioBasedSampler(ratio)),
        _ => null,
    };
}
