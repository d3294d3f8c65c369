using Microsoft.Extensions.Compliance.Redaction;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Instrumentation.Hosting.Privacy;

/// <summary>
/// Has marked values redacted by the redactors of the container: erased, or hashed with the key of <c>Instrumentation:Redaction</c>. Without a
/// key a hash could be guessed, so that nothing is left of the value then.
/// </summary>
internal sealed class RedactionSetup(IRedactorProvider redactors) : IHostedService
{
    private const string Section = $"{InstrumentationOptions.Section}:Redaction";
    private const int ShortestKey = 44;

    private readonly ContainerRedactor _redactor = new(redactors);

    public static void Add(IServiceCollection services, IConfiguration configuration)
    {
        var section = configuration.GetSection(Section);
        var key = section["Key"];
        services.AddRedaction(redaction =>
        {
            redaction.SetRedactor<ErasingRedactor>(InstrumentationData.Erased);
            if (string.IsNullOrEmpty(key)) redaction.SetRedactor<ErasingRedactor>(InstrumentationData.Hashed);
            else redaction.SetRedactor<KeyedRedactor>(InstrumentationData.Hashed);
        });
        if (!string.IsNullOrEmpty(key)) services.AddSingleton(_ => new RedactionKey(Checked(key), KeyId(section["KeyId"])));
        services.AddHostedService<RedactionSetup>();
    }

    public Task StartAsync(CancellationToken cancellationToken)
    {
        ValueRedactor.Current = _redactor;
        return Task.CompletedTask;
    }

    // What the container made is gone with it.
    public Task StopAsync(CancellationToken cancellationToken)
    {
        if (ReferenceEquals(ValueRedactor.Current, _redactor)) ValueRedactor.Current = null;
        return Task.CompletedTask;
    }

    private static byte[] Checked(string key)
    {
        var bytes = new byte[key.Length];
        return key.Length >= ShortestKey && Convert.TryFromBase64String(key, bytes, out var count)
            ? bytes[..count]
            : throw new InvalidOperationException($"{Section}:Key must be at least {ShortestKey} characters of Base64; make one with 'openssl rand -base64 64' and keep it with the other secrets.");
    }

    private static int? KeyId(string? text) => string.IsNullOrEmpty(text) ? null
        : int.TryParse(text, out var id) ? id
        : throw new InvalidOperationException($"{Section}:KeyId is '{text}'; it must be a whole number.");

    private sealed class ContainerRedactor(IRedactorProvider redactors) : ValueRedactor
    {
        private readonly Redactor _erased = redactors.GetRedactor(InstrumentationData.Erased);
        private readonly Redactor _hashed = redactors.GetRedactor(InstrumentationData.Hashed);

        public override string Redact(string value, Redaction redaction) => (redaction == Redaction.Hash ? _hashed : _erased).Redact(value);
    }
}
