using System.ComponentModel;

namespace Instrumentation.Runtime;

/// <summary>Makes marked values harmless, in generated code. Until there is a redactor, nothing of them is recorded.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Redacted
{
    /// <summary>What is recorded in place of a value; <see langword="null"/> where there is none.</summary>
    /// <param name="value">The value.</param>
    /// <param name="redaction">How the mark asks for it to be made harmless.</param>
    public static string? Of<T>(T? value, Redaction redaction)
    {
        if (Label.Text(value) is not { } text) return null;
        return redaction == Redaction.None ? "" : ValueRedactor.Current?.Redact(text, redaction) ?? "";
    }
}
