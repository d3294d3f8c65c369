using System.ComponentModel;

namespace Instrumentation.Runtime;

/// <summary>
/// What generated code does with the end of a call: attributes from the return value, business metrics. A struct, so that
/// it is carried along without an allocation of its own.
/// </summary>
/// <typeparam name="T">The type of the result; <see cref="Nothing"/> for a method without one.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IOutcome<T>
{
    /// <summary>The call came to its end and returned <paramref name="result"/>, which may be one that stands for an error.</summary>
    void Succeeded(ref OperationScope scope, T result);

    /// <summary>The call ended without a result.</summary>
    /// <param name="scope">The call.</param>
    /// <param name="cancelled">Whether that is no error: it was cancelled, or the exception is an expected one.</param>
    void Failed(in OperationScope scope, bool cancelled);
}

/// <summary>The result of a method that has none.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct Nothing;

/// <summary>The outcome of a method whose telemetry does not depend on it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct NoOutcome<T> : IOutcome<T>
{
    /// <inheritdoc />
    public void Succeeded(ref OperationScope scope, T result)
    {
    }

    /// <inheritdoc />
    public void Failed(in OperationScope scope, bool cancelled)
    {
    }
}
