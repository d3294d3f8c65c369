using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Instrumentation.Runtime;

/// <summary>
/// The attributes of measurements whose tags all take known values: each combination is made once, when it is first needed. Called by
/// generated code.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class SeriesTable
{
    private readonly SeriesTag[] _tags;
    private readonly KeyValuePair<string, object?>[]?[] _combinations;

    /// <summary>A table of these tags.</summary>
    public SeriesTable(params SeriesTag[] tags)
    {
        _tags = tags;
        _combinations = new KeyValuePair<string, object?>[SeriesTag.Count(tags)][];
    }

    /// <summary>The combination of that number; the last tag counts fastest.</summary>
    public KeyValuePair<string, object?>[] this[int number]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => _combinations[number] ?? Make(number);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private KeyValuePair<string, object?>[] Make(int number) => _combinations[number] = SeriesTag.Combination(_tags, number, out _);
}
