using System.ComponentModel;

namespace Instrumentation.Runtime;

/// <summary>What a health check said. It is <c>HealthCheckResult</c>'s content without its assembly, which annotated code need not reference.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct HealthOutcome
{
    /// <summary>An outcome.</summary>
    /// <param name="status">0 unhealthy, 1 degraded, 2 healthy: the numbers of <c>HealthStatus</c>.</param>
    /// <param name="description">What to tell people on call.</param>
    /// <param name="exception">What went wrong.</param>
    /// <param name="data">Figures that go with it.</param>
    public HealthOutcome(int status, string? description = null, Exception? exception = null, IReadOnlyDictionary<string, object>? data = null)
    {
        Status = status;
        Description = description;
        Exception = exception;
        Data = data;
    }

    /// <summary>0 unhealthy, 1 degraded, 2 healthy.</summary>
    public int Status { get; }

    /// <summary>What to tell people on call.</summary>
    public string? Description { get; }

    /// <summary>What went wrong.</summary>
    public Exception? Exception { get; }

    /// <summary>Figures that go with it.</summary>
    public IReadOnlyDictionary<string, object>? Data { get; }

    /// <summary>The outcome of a check that says yes or no.</summary>
    public static HealthOutcome Of(bool isHealthy) => new(isHealthy ? 2 : 0);
}
