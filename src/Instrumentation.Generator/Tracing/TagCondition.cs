using Instrumentation.Generator.Methods;
using Instrumentation.Generator.Paths;
using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Tracing;

/// <summary>The condition of a tag, or what is wrong with it; neither where it is always set.</summary>
internal readonly record struct TagCondition(PathValue? Value, string? Problem)
{
    /// <summary>Reads <c>When</c>.</summary>
    /// <param name="attribute">The tag.</param>
    /// <param name="isLate">Whether the tag is set after the call.</param>
    /// <param name="method">The method; <see langword="null"/> for a tag of a member, which may be one of many methods'.</param>
    /// <param name="shape">The method's signature.</param>
    /// <param name="compilation">Where the condition is read.</param>
    public static TagCondition Of(AttributeData attribute, bool isLate, IMethodSymbol? method, MethodShape? shape, Compilation compilation)
    {
        if (attribute.Named<string?>("When", null)?.Trim() is not { } path) return default;
        if (method is null || shape is null) return new(null, "a tag of a member or a type is one of many methods, and has no condition; leave When out");

        var parsed = MemberPathParser.Parse(path, method, shape, compilation);
        if (parsed.Problem is { } problem) return new(null, problem);
        if (parsed.Value!.Shape != ValueShape.Boolean) return new(null, $"'{path}' is no bool, and a condition is one");
        if (isLate) return new(parsed.Value, null);
        return parsed.Value.IsLate && parsed.Value.Root != PathRoot.This
            ? new(null, $"the tag is set when the call begins, and '{path}' is not known then")
            : new(parsed.Value with { IsLate = false }, null);
    }
}
