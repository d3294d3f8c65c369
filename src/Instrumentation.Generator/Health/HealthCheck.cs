using Instrumentation.Generator.Methods;
using Instrumentation.Generator.Roslyn;

namespace Instrumentation.Generator.Health;

/// <summary>A method that is a health check.</summary>
/// <param name="Call">How generated code calls it.</param>
internal sealed record HealthCheck(
    string Name, EquatableArray<string> Tags, string Function, string? Owner, SourcePosition Position, HealthCheckCall Call);

/// <summary>The call of a health check.</summary>
/// <param name="Type">The type that it is a method of.</param>
/// <param name="Method">Its name.</param>
/// <param name="IsStatic">Whether it needs no instance.</param>
/// <param name="IsAwaited">Whether its answer comes later.</param>
/// <param name="TakesToken">Whether it takes a <c>CancellationToken</c>.</param>
/// <param name="ReturnsResult">Whether it answers with a <c>HealthCheckResult</c> and not with a bool.</param>
internal sealed record HealthCheckCall(string Type, string Method, bool IsStatic, bool IsAwaited, bool TakesToken, bool ReturnsResult);
