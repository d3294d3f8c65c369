using System.ComponentModel;
using System.Runtime.InteropServices;

namespace Instrumentation.Runtime;

/// <summary>The value of a tag before it is an object: a text, a number or none.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct SeriesValue
{
    private const ulong Odd = 0x9E3779B97F4A7C15;

    // Nobody outside can make up texts that all hash alike.
    private static readonly ulong s_seed = unchecked((ulong)Guid.NewGuid().GetHashCode() * Odd);

    private readonly string? _text;
    private readonly long _bits;
    private readonly Kind _kind;

    private SeriesValue(Kind kind, string? text, long bits)
    {
        _kind = kind;
        _text = text;
        _bits = bits;
    }

    private enum Kind : byte
    {
        None,
        Text,
        Whole,
        Real,
    }

    /// <summary>A text.</summary>
    public static SeriesValue Of(string? value) => new(value is null ? Kind.None : Kind.Text, value, 0);

    /// <summary>A whole number.</summary>
    public static SeriesValue Of(long? value) => new(value.HasValue ? Kind.Whole : Kind.None, null, value.GetValueOrDefault());

    /// <summary>A number.</summary>
    public static SeriesValue Of(double? value) => new(value.HasValue ? Kind.Real : Kind.None, null, BitConverter.DoubleToInt64Bits(value.GetValueOrDefault()));

    /// <summary>The hash of a text that is the only value, beside values that are known.</summary>
    internal static ulong Hash(int known, string? text) => text is null ? (ulong)(uint)known : Hash((ulong)(uint)known ^ s_seed, text);

    internal ulong Hash(ulong hash) => _text is not null
        ? Hash(hash ^ s_seed, _text)
        : _kind == Kind.None ? hash : Mix(hash ^ s_seed, (ulong)_bits);

    // Four characters at a time. The length tells texts apart that end in the same ones.
    private static ulong Hash(ulong hash, string text)
    {
        var rest = MemoryMarshal.AsBytes(text.AsSpan());
        hash ^= (ulong)text.Length;
        for (; rest.Length >= sizeof(ulong); rest = rest.Slice(sizeof(ulong))) hash = Mix(hash, MemoryMarshal.Read<ulong>(rest));
        if (rest.Length == 0) return hash;
        ulong last = 0;
        for (; rest.Length > 0; rest = rest.Slice(sizeof(char))) last = (last << 16) | MemoryMarshal.Read<char>(rest);
        return Mix(hash, last);
    }

    internal bool Matches(object? value) => _kind switch
    {
        Kind.Text => value is string text && string.Equals(text, _text),
        Kind.Whole => value is long whole && whole == _bits,
        Kind.Real => value is double real && BitConverter.DoubleToInt64Bits(real) == _bits,
        _ => value is null,
    };

    internal object? ToObject() => _kind switch
    {
        Kind.Text => _text,
        Kind.Whole => Boxes.Of(_bits),
        Kind.Real => BitConverter.Int64BitsToDouble(_bits),
        _ => null,
    };

    private static ulong Mix(ulong hash, ulong part)
    {
        hash = unchecked((hash ^ part) * Odd);
        return hash ^ (hash >> 32);
    }
}
