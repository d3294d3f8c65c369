using Instrumentation.Generator.Roslyn;
using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Privacy;

/// <summary>Where text reaches a log. Data: what is a log is said here and nowhere else.</summary>
internal static class LogSinks
{
    private const string Logging = "Microsoft.Extensions.Logging";

    // Type, method; every argument but the receiver is written.
    private static readonly (string Namespace, string Type, string Method)[] s_methods =
    [
        (Logging, "LoggerExtensions", "Log"),
        (Logging, "LoggerExtensions", "LogTrace"),
        (Logging, "LoggerExtensions", "LogDebug"),
        (Logging, "LoggerExtensions", "LogInformation"),
        (Logging, "LoggerExtensions", "LogWarning"),
        (Logging, "LoggerExtensions", "LogError"),
        (Logging, "LoggerExtensions", "LogCritical"),
        (Logging, "LoggerExtensions", "BeginScope"),
        (Logging, "ILogger", "Log"),
        (Logging, "ILogger", "BeginScope"),
    ];

    /// <summary>Whether the method writes its arguments to a log.</summary>
    public static bool Contains(IMethodSymbol method)
    {
        var definition = (method.ReducedFrom ?? method).OriginalDefinition;
        foreach (var (containingNamespace, type, name) in s_methods)
        {
            if (definition.Name == name && definition.ContainingType.Is(containingNamespace, type)) return true;
        }

        // [LoggerMessage] partial void: the parameters are the message.
        return definition.GetAttributes().Any(static attribute =>
            attribute.AttributeClass is { Name: "LoggerMessageAttribute" } type && type.Is(Logging, "LoggerMessageAttribute"));
    }
}
