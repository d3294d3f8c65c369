using System.Runtime;
using System.Runtime.InteropServices;
using BenchmarkDotNet.Environments;

namespace Instrumentation.Benchmarks.Reports;

/// <summary>The machine, and what runs on it.</summary>
internal static class Machine
{
    /// <summary>One line for each fact.</summary>
    public static IReadOnlyList<string> Describe() =>
    [
        .. HostEnvironmentInfo.GetCurrent().ToFormattedString().Where(static line => line.Trim().Length > 0),
        $"{Environment.ProcessorCount} logical processors, {RuntimeInformation.OSArchitecture}, garbage collector: {(GCSettings.IsServerGC ? "server" : "workstation")}",
        $"Packages: {string.Join(", ", Packages())}",
    ];

    private static IEnumerable<string> Packages() =>
        new[] { typeof(OpenTelemetry.Sdk), typeof(System.Diagnostics.ActivitySource), typeof(Castle.DynamicProxy.ProxyGenerator), typeof(AspectInjector.Broker.Aspect), typeof(Prometheus.Metrics) }
            .Select(static type => type.Assembly.GetName())
            .Select(static name => $"{name.Name} {name.Version}");
}
