using System.Collections;
using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;

namespace Instrumentation.Runtime;

/// <summary>Ends a call when the enumeration of what it returned ends. Called by generated code, for iterators and asynchronous sequences.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Sequences
{
    /// <summary>A sequence whose enumerations are calls of the operation.</summary>
    [return: NotNullIfNotNull(nameof(sequence))]
    public static IEnumerable<T>? Of<T, TCall>(IEnumerable<T>? sequence, Operation operation, TCall call)
        where TCall : struct, ISequenceCall => sequence is null ? null : new TracedSequence<T, TCall>(sequence, operation, call);

    /// <summary>A sequence whose enumerations are calls of the operation. An iterator without a type has objects.</summary>
    [return: NotNullIfNotNull(nameof(sequence))]
    public static IEnumerable? Of<TCall>(IEnumerable? sequence, Operation operation, TCall call)
        where TCall : struct, ISequenceCall => sequence is IEnumerable<object?> typed ? Of(typed, operation, call) : sequence;

    /// <summary>An enumerator whose enumeration is a call of the operation.</summary>
    [return: NotNullIfNotNull(nameof(enumerator))]
    public static IEnumerator<T>? Of<T, TCall>(IEnumerator<T>? enumerator, Operation operation, TCall call)
        where TCall : struct, ISequenceCall => enumerator is null ? null : new TracedEnumerator<T, TCall>(enumerator, operation, call);

    /// <summary>An enumerator whose enumeration is a call of the operation. An iterator without a type has objects.</summary>
    [return: NotNullIfNotNull(nameof(enumerator))]
    public static IEnumerator? Of<TCall>(IEnumerator? enumerator, Operation operation, TCall call)
        where TCall : struct, ISequenceCall => enumerator is IEnumerator<object?> typed ? Of(typed, operation, call) : enumerator;

    /// <summary>An asynchronous sequence whose enumerations are calls of the operation.</summary>
    [return: NotNullIfNotNull(nameof(sequence))]
    public static IAsyncEnumerable<T>? Of<T, TCall>(IAsyncEnumerable<T>? sequence, Operation operation, TCall call)
        where TCall : struct, ISequenceCall => sequence is null ? null : new TracedAsyncSequence<T, TCall>(sequence, operation, call);

    /// <summary>An asynchronous enumerator whose enumeration is a call of the operation.</summary>
    [return: NotNullIfNotNull(nameof(enumerator))]
    public static IAsyncEnumerator<T>? Of<T, TCall>(IAsyncEnumerator<T>? enumerator, Operation operation, TCall call)
        where TCall : struct, ISequenceCall => enumerator is null ? null : new TracedAsyncEnumerator<T, TCall>(enumerator, operation, call);
}
