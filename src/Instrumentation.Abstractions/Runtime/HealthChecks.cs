using System.ComponentModel;

namespace Instrumentation.Runtime;

/// <summary>The health checks of all loaded assemblies. Each assembly's generated code adds its own when the assembly is loaded.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class HealthChecks
{
    private static readonly List<HealthCheck> s_checks = [];

    /// <summary>The checks that have been added, in the order of their names.</summary>
    public static IReadOnlyList<HealthCheck> All
    {
        get
        {
            lock (s_checks) return [.. s_checks.OrderBy(static check => check.Name, StringComparer.Ordinal)];
        }
    }

    /// <summary>Adds a check.</summary>
    /// <param name="assembly">The assembly that it belongs to.</param>
    /// <param name="name">Its name in the health report.</param>
    /// <param name="tags">Its tags; <c>live</c> and <c>ready</c> choose the endpoint.</param>
    /// <param name="run">Runs it; the services are those of a scope of its own.</param>
    public static void Add(string assembly, string name, string[] tags, Func<IServiceProvider, CancellationToken, Task<HealthOutcome>> run)
    {
        lock (s_checks) s_checks.Add(new HealthCheck(assembly, name, tags, run));
    }

    /// <summary>The instance whose method is the check.</summary>
    /// <exception cref="InvalidOperationException">The type is not registered as a service.</exception>
    public static T Service<T>(IServiceProvider services)
        where T : class =>
        services.GetService(typeof(T)) as T
        ?? throw new InvalidOperationException($"{typeof(T)} has a [HealthCheck] method and is not registered as a service; register it, or make the method static.");
}

/// <summary>A health check as generated code registers it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class HealthCheck(string assembly, string name, string[] tags, Func<IServiceProvider, CancellationToken, Task<HealthOutcome>> run)
{
    /// <summary>The assembly that it belongs to: a process may hold several programs, as test runs do.</summary>
    public string Assembly { get; } = assembly;

    /// <summary>Its name in the health report.</summary>
    public string Name { get; } = name;

    /// <summary>Its tags.</summary>
    public IReadOnlyList<string> Tags { get; } = tags;

    /// <summary>Runs it.</summary>
    public Task<HealthOutcome> RunAsync(IServiceProvider services, CancellationToken cancellation) => run(services, cancellation);
}
