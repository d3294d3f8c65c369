using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Instrumentation.Hosting.Tests;

/// <summary>The annotated code of the application that the tests host.</summary>
public sealed class Shop
{
    [Traced, Measured, BusinessMetric("orders.placed", Unit = "{order}"), BusinessMetric("order.weight", Kind = MetricKind.UpDownCounter, Unit = "By", Value = "bytes")]
    public async Task<int> Place(int bytes)
    {
        await Task.Yield();
        return Pack(bytes);
    }

    [Traced] public int Pack(int bytes) => bytes;
}

/// <summary>One health check of each form.</summary>
public sealed class Probes
{
    public bool IsDiskFull { get; set; }

    public Exception? Failure { get; set; }

    [HealthCheck("disk", Tags = ["live", "ready"])] public bool Disk() => !IsDiskFull;

    [HealthCheck("queue")] public async Task<bool> Queue(CancellationToken cancellation)
    {
        await Task.Yield();
        cancellation.ThrowIfCancellationRequested();
        return Failure is null ? true : throw Failure;
    }

    [HealthCheck("cache")] public static HealthCheckResult Cache() => HealthCheckResult.Degraded("half of it is cold");

    [HealthCheck("index")] public static async Task<HealthCheckResult> Index() { await Task.Yield(); return HealthCheckResult.Healthy(); }
}
