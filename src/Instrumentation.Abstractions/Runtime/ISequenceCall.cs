using System.ComponentModel;

namespace Instrumentation.Runtime;

/// <summary>
/// What generated code does with the enumeration of a sequence: attributes at its start, business metrics at its end. It holds what
/// was known at the call, because the enumeration may begin much later.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface ISequenceCall : IOutcome<Nothing>
{
    /// <summary>The enumeration begins.</summary>
    void Started(in OperationScope scope);
}

/// <summary>The call of a sequence that has neither attributes nor business metrics.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct NoSequenceCall : ISequenceCall
{
    /// <inheritdoc />
    public void Started(in OperationScope scope)
    {
    }

    /// <inheritdoc />
    public void Succeeded(ref OperationScope scope, Nothing result)
    {
    }

    /// <inheritdoc />
    public void Failed(in OperationScope scope, bool cancelled)
    {
    }
}
