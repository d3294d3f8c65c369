namespace Instrumentation.Generator.Diagnostics;

/// <summary>What a diagnostic tells its code fix: names of its properties.</summary>
internal static class FixProperties
{
    /// <summary>The text of a string literal that is wrong.</summary>
    public const string Wrong = "wrong";

    /// <summary>The text that is meant in its place.</summary>
    public const string Suggestion = "suggestion";

    /// <summary>The full name of the attribute that is missing.</summary>
    public const string Missing = "missing";

    /// <summary>The documentation id of the annotated method that a call may reach and cannot have the telemetry of.</summary>
    public const string Behind = "behind";

    /// <summary>The documentation id of the method that is called where no name stands for it.</summary>
    public const string Called = "called";

    /// <summary>There where a partial method can be covered.</summary>
    public const string PartialHelps = "partialHelps";

    /// <summary>There where a method can be covered once it is internal.</summary>
    public const string InternalHelps = "internalHelps";
}
