using Instrumentation.Generator.Methods;
using Instrumentation.Generator.Roslyn;

namespace Instrumentation.Generator.Coverage;

/// <summary>Which annotated methods have their telemetry where they are used in this compilation.</summary>
internal sealed record CoverageReport(EquatableArray<MethodCoverage> Methods);

/// <summary>The coverage of one method.</summary>
/// <param name="Method">The method with its parameters, for people.</param>
/// <param name="Function">The value of <c>code.function.name</c>.</param>
/// <param name="Assembly">The assembly that declares it, where that is another one.</param>
/// <param name="Strategy">The way of expansion, one of <see cref="Strategies"/>.</param>
/// <param name="Reason">Why it cannot be expanded, where it cannot.</param>
/// <param name="Calls">The uses that are covered.</param>
/// <param name="Escapes">The uses that are not.</param>
/// <param name="Position">Where it is declared.</param>
internal sealed record MethodCoverage(
    string Method, string Function, string? Assembly, string Strategy, string? Reason, int Calls, EquatableArray<CallEscape> Escapes, SourcePosition Position);

/// <summary>A use that has no telemetry.</summary>
internal sealed record CallEscape(string Reason, SourcePosition Position);
