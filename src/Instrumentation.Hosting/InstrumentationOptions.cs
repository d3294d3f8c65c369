using System.Reflection;

namespace Instrumentation.Hosting;

/// <summary>
/// What <c>AddInstrumentation</c> can be told. All of it has a default that works; each value can also be set in the configuration
/// section <c>Instrumentation</c>. Where telemetry is sent, and how much of it, is OpenTelemetry's to configure: <c>OTEL_*</c>.
/// </summary>
public sealed class InstrumentationOptions
{
    /// <summary>The configuration section that the options are read from.</summary>
    public const string Section = "Instrumentation";

    /// <summary>Where Prometheus scrapes; <see langword="null"/> or empty: nowhere. Default <c>/metrics</c>.</summary>
    public string? MetricsPath { get; set; } = "/metrics";

    /// <summary>Where an orchestrator asks whether the process must be restarted: the checks tagged <c>live</c>. Default <c>/health/live</c>.</summary>
    public string? LivePath { get; set; } = "/health/live";

    /// <summary>Where a load balancer asks whether to send requests: the checks tagged <c>ready</c>. Default <c>/health/ready</c>.</summary>
    public string? ReadyPath { get; set; } = "/health/ready";

    /// <summary>
    /// Whether the spans of requests hold the path and the query that were asked for. Off by default: a path can hold a token or a name.
    /// Then <c>url.path</c> is the route's template, and <c>url.full</c> of a client span ends after the host.
    /// </summary>
    public bool RecordUrls { get; set; }

    /// <summary>
    /// Whether calls below a request that is not recorded are spared the question to the sampler, where OpenTelemetry's configuration
    /// (<c>OTEL_TRACES_SAMPLER</c>, or its default) lets children follow their parents and no other sampler was set. On by default; switch it
    /// off where a second listener records what the SDK drops.
    /// </summary>
    public bool ChildrenFollowParents { get; set; } = true;

    /// <summary>
    /// Annotated assemblies that the application does not reference and loads later, such as plug-ins. All others are found through the
    /// manifest that the build writes.
    /// </summary>
    public IList<Assembly> Assemblies { get; } = [];
}
