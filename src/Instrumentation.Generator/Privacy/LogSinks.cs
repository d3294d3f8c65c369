using Instrumentation.Generator.Roslyn;
using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Privacy;

/// <summary>Where text reaches a log. Data: what is a log is said here and nowhere else.</summary>
internal static class LogSinks
{
    private const string Logging = "Microsoft.Extensions.Logging";
    private const string Logger = "ILogger";

    // Type, method; every argument but the receiver is written.
    private static readonly (string Type, string Method)[] s_methods =
    [
        ("LoggerExtensions", "Log"),
        ("LoggerExtensions", "LogTrace"),
        ("LoggerExtensions", "LogDebug"),
        ("LoggerExtensions", "LogInformation"),
        ("LoggerExtensions", "LogWarning"),
        ("LoggerExtensions", "LogError"),
        ("LoggerExtensions", "LogCritical"),
        ("LoggerExtensions", "BeginScope"),
        (Logger, "Log"),
        (Logger, "BeginScope"),
    ];

    /// <summary>Whether the compilation knows logs at all.</summary>
    public static bool AreIn(Compilation compilation) => compilation.GetTypeByMetadataName($"{Logging}.{Logger}") is not null;

    /// <summary>Whether the method writes its arguments to a log.</summary>
    public static bool Contains(IMethodSymbol method)
    {
        var definition = (method.ReducedFrom ?? method).OriginalDefinition;
        foreach (var (type, name) in s_methods)
        {
            if (definition.Name != name) continue;
            if (definition.ContainingType.Is(Logging, type)) return true;
            if (type == Logger && definition.ContainingType.AllInterfaces.Any(static implemented => implemented.Is(Logging, Logger))) return true;
        }

        return IsLoggerMessage(definition);
    }

    /// <summary><c>[LoggerMessage] partial void</c>: the parameters are the message.</summary>
    public static bool IsLoggerMessage(IMethodSymbol method) => method.GetAttributes().Any(static attribute =>
        attribute.AttributeClass is { Name: "LoggerMessageAttribute" } type && type.Is(Logging, "LoggerMessageAttribute"));
}
