using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Primitives;

namespace Instrumentation.Hosting.Telemetry;

/// <summary>
/// Takes the span switches from the configuration, at the start and whenever it is reloaded: <c>Instrumentation:Spans</c> is the rules as
/// one text, or a section of <c>"Acme.Orders.**": "debug"</c>.
/// </summary>
internal sealed class SpanSwitchSetup(IConfiguration configuration, ILogger<SpanSwitchSetup> logger) : IHostedService, IDisposable
{
    private const string Section = $"{InstrumentationOptions.Section}:Spans";

    private IDisposable? _reloads;
    private bool _isConfigured;

    public static void Add(IServiceCollection services) => services.AddHostedService<SpanSwitchSetup>();

    public Task StartAsync(CancellationToken cancellationToken)
    {
        Apply();
        _reloads = ChangeToken.OnChange(configuration.GetReloadToken, Apply);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => _reloads?.Dispose();

    // Without an entry the environment variable's rules hold, which the runtime has read itself; they come back when an entry goes.
    private void Apply()
    {
        var rules = Rules(configuration.GetSection(Section));
        if (rules is null && !_isConfigured) return;
        try
        {
            SpanSwitches.Set(rules ?? Environment.GetEnvironmentVariable(SpanSwitches.EnvironmentVariable));
            _isConfigured = rules is not null;
        }
        catch (FormatException exception)
        {
            logger.LogError("{Section}: {Problem} The span switches stay as they were.", Section, exception.Message);
        }
    }

    // A section has no order of its own: the longer pattern is the more special one, and comes last, where it counts.
    private static string? Rules(IConfigurationSection section)
    {
        if (section.Value is { } text) return text;
        var rules = section.GetChildren().Where(static rule => rule.Value is not null).ToList();
        return rules.Count == 0
            ? null
            : string.Join(';', rules.OrderBy(static rule => rule.Key.Length).ThenBy(static rule => rule.Key, StringComparer.Ordinal).Select(static rule => $"{rule.Key}={rule.Value}"));
    }
}
