using System.Text;

namespace FileShare.Files;

/// <summary>Makes the names that come with uploads fit to be shown and sent: one line, no folders, not too long.</summary>
internal static class FileName
{
    private const int MaxLength = 200;
    private const string Unnamed = "unnamed";

    public static string Clean(string? name)
    {
        // Some browsers send the whole path of their machine; the name is what follows the last separator.
        var last = (name ?? "").Split('/', '\\')[^1];
        var clean = new StringBuilder(last.Length);
        foreach (var rune in last.EnumerateRunes())
        {
            if (Rune.IsControl(rune) || rune == Rune.ReplacementChar) continue;
            if (clean.Length + rune.Utf16SequenceLength > MaxLength) break;
            clean.Append(rune);
        }

        var result = clean.ToString().Trim();
        return result.Trim('.').Length == 0 ? Unnamed : result;
    }
}
