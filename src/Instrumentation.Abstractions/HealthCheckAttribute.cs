namespace Instrumentation;

/// <summary>
/// Registers the method as a health check, without reflection. It returns <c>bool</c>, <c>Task&lt;bool&gt;</c>,
/// <c>HealthCheckResult</c> or <c>Task&lt;HealthCheckResult&gt;</c>, and may take a <c>CancellationToken</c>.
/// </summary>
/// <param name="name">The check's name in the health report.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class HealthCheckAttribute(string name) : Attribute
{
    /// <summary>The check's name.</summary>
    public string Name { get; } = name;

    /// <summary>Tags; <c>live</c> and <c>ready</c> choose the endpoint. Not set: <c>ready</c>.</summary>
    public string[]? Tags { get; set; }
}
