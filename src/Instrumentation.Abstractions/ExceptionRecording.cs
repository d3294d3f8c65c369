namespace Instrumentation;

/// <summary>
/// What a span records of an exception that leaves the method. Status <c>Error</c> and <c>error.type</c> are always set.
/// </summary>
public enum ExceptionRecording
{
    /// <summary>Nothing more.</summary>
    None = 0,

    /// <summary>An <c>exception</c> event with <c>exception.type</c>.</summary>
    Type = 1,

    /// <summary>The event also holds <c>exception.message</c>. Messages may hold personal data.</summary>
    TypeAndMessage = 2,

    /// <summary>The event also holds <c>exception.stacktrace</c>, messages included.</summary>
    Full = 3,
}
