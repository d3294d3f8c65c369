namespace Instrumentation;

/// <summary>
/// Makes values harmless that are marked <c>[Pii(Redaction = …)]</c> and are recorded all the same. <c>Instrumentation.Hosting</c> sets one that
/// asks the redactors of the application's container; without one, an empty text is recorded.
/// </summary>
public abstract class ValueRedactor
{
    private static volatile ValueRedactor? s_current;

    /// <summary>The redactor of the process.</summary>
    public static ValueRedactor? Current
    {
        get => s_current;
        set => s_current = value;
    }

    /// <summary>What is recorded in place of a text.</summary>
    /// <param name="value">The text.</param>
    /// <param name="redaction">How it is to be made harmless; never <see cref="Redaction.None"/>.</param>
    public abstract string Redact(string value, Redaction redaction);
}
