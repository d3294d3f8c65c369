using System.Globalization;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Instrumentation.Generator.Roslyn;

/// <summary>A word of a text.</summary>
/// <param name="Start">Where it begins.</param>
/// <param name="Length">How long it is.</param>
/// <param name="Hash">Equal for equal words, and seldom for others.</param>
/// <param name="IsQuoted">Whether a quote stands right before or after it: then it is part of a text, for no name is written next to one.</param>
/// <param name="IsSure">Whether it stands there letter by letter; one with <c>\u0041</c> or with characters that count for nothing may be any.</param>
internal readonly record struct Word(int Start, int Length, int Hash, bool IsQuoted, bool IsSure);

/// <summary>The words of a text: what may be an identifier, wherever it stands. Nothing is parsed and nothing allocated for a word.</summary>
internal static class WordsInText
{
    private const int BufferSize = 4096;

    public static IEnumerable<Word> Of(SourceText text) => Of(text, new TextSpan(0, text.Length));

    /// <summary>Those of a part of it.</summary>
    public static IEnumerable<Word> Of(SourceText text, TextSpan span)
    {
        var buffer = new char[BufferSize];
        var (hash, start, isSure, before, last) = (0, -1, true, ' ', ' ');
        for (var offset = span.Start; offset < span.End; offset += BufferSize)
        {
            var count = Math.Min(BufferSize, span.End - offset);
            text.CopyTo(offset, buffer, 0, count);
            for (var i = 0; i < count; i++)
            {
                var c = buffer[i];
                if (IsPart(c))
                {
                    if (start < 0) (hash, start, isSure, before) = (0, offset + i, true, last);
                    hash = Add(hash, c);
                    if ((last == '\\' && (c is 'u' or 'U')) || (c > '\u007f' && CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.Format)) isSure = false;
                }
                else if (start >= 0)
                {
                    yield return new Word(start, offset + i - start, hash, before == '"' || c == '"', isSure);
                    start = -1;
                }

                last = c;
            }
        }

        if (start >= 0) yield return new Word(start, span.End - start, hash, IsQuoted: false, isSure);
    }

    /// <summary>The hash of a word.</summary>
    public static int HashOf(string word) => word.Aggregate(0, Add);

    private static bool IsPart(char c) => c <= '\u007f'
        ? c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_' or '\\'
        : SyntaxFacts.IsIdentifierPartCharacter(c);

    private static int Add(int hash, char c) => unchecked((hash * 31) + c);
}
