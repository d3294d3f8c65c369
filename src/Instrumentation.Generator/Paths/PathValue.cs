using Instrumentation.Generator.Interception;
using Instrumentation.Generator.Roslyn;
using Instrumentation.Generator.Text;

namespace Instrumentation.Generator.Paths;

/// <summary>Where a member path starts.</summary>
internal enum PathRoot
{
    Parameter,
    This,
    Return,

    /// <summary>Nowhere: it is always the same.</summary>
    Constant,
}

/// <summary>What telemetry makes of a value.</summary>
internal enum ValueShape
{
    /// <summary>Nothing: the type has no form that an attribute or a measurement can take.</summary>
    None,
    Int64,
    Double,
    Boolean,
    Text,
    Enum,

    /// <summary>A duration; recorded in the metric's unit.</summary>
    Duration,

    /// <summary>A value of the base library whose invariant text is stable (Guid, DateTimeOffset, Version, …).</summary>
    Formatted,
}

/// <summary>A member path that the compiler has checked, as an expression of generated code.</summary>
/// <param name="Root">Where it starts.</param>
/// <param name="IsLate">Whether it is read after the call (the return value, the instance, an <c>out</c> parameter).</param>
/// <param name="Expression">The expression.</param>
/// <param name="Shape">What telemetry makes of the value.</param>
/// <param name="Type">The type without its <c>?</c>, where the shape is <see cref="ValueShape.Enum"/>.</param>
/// <param name="EnumNames">The names of the enum's values, with their fully qualified constants in the same order.</param>
/// <param name="MayBeNull">Whether there may be no value.</param>
/// <param name="MayThrow">Whether a getter of somebody's runs.</param>
/// <param name="NeedsCast">Whether C# has no implicit conversion to what is recorded (<c>ulong</c>, <c>decimal</c>).</param>
internal sealed record PathValue(
    PathRoot Root,
    bool IsLate,
    string Expression,
    ValueShape Shape,
    string Type,
    EquatableArray<EnumName> EnumNames,
    bool MayBeNull,
    bool MayThrow,
    bool NeedsCast)
{
    /// <summary>Whether no value is one of the answers, and not only what the compiler cannot rule out.</summary>
    public bool IsOptional { get; init; }

    /// <summary>How a marked value is made harmless before it is recorded: a member of <c>Redaction</c>; <see langword="null"/> where it is as it is.</summary>
    public string? Redaction { get; init; }

    /// <summary>The marked member that it is read from, as the catalog names it, where it is redacted.</summary>
    public string? Personal { get; init; }

    // What is redacted.
    private string? Read { get; init; }

    /// <summary>The value after redaction, which is a text whatever it was. The redactor is somebody's code, too.</summary>
    public PathValue Redacted(string redaction, string personal) => this with
    {
        Expression = $"{TypeNames.Redacted}.Of({Expression}, global::{AttributeNames.Namespace}.Redaction.{redaction})",
        Read = Expression,
        Redaction = redaction,
        Personal = personal,
        Shape = ValueShape.Text,
        Type = "",
        EnumNames = [],
        MayBeNull = true,
        MayThrow = true,
        NeedsCast = false,
    };

    /// <summary>A text that is always the same.</summary>
    public static PathValue Constant(string text) =>
        new(PathRoot.Constant, IsLate: true, GeneratedFile.Literal(text), ValueShape.Text, "", [], MayBeNull: false, MayThrow: false, NeedsCast: false);

    /// <summary>Whether the path starts at the parameter, or at a cast of it.</summary>
    public bool StartsAt(string parameter)
    {
        if (Root != PathRoot.Parameter) return false;
        var expression = Read ?? Expression;
        var start = expression.StartsWith("((", StringComparison.Ordinal) ? expression.IndexOf($"(object?){parameter})", StringComparison.Ordinal) : 0;
        if (start > 0) return true;
        return start == 0
            && expression.StartsWith(parameter, StringComparison.Ordinal)
            && (expression.Length == parameter.Length || expression[parameter.Length] is '.' or '?');
    }
}

/// <summary>A value of an enum: its text in telemetry and the constant.</summary>
internal sealed record EnumName(string Text, string Constant);
