namespace Instrumentation.Operations.Output;

/// <summary>How a file of the pack differs from the one that stands in the folder.</summary>
internal enum ChangeKind
{
    Unchanged,
    Created,
    Changed,

    /// <summary>It was generated once, and is no longer part of the pack.</summary>
    Removed,
}

/// <summary>A difference between the pack and the folder.</summary>
/// <param name="Path">The path below the folder.</param>
/// <param name="Kind">What has to be done to the file.</param>
/// <param name="Before">The text that stands there.</param>
/// <param name="After">The text that belongs there.</param>
internal sealed record FileChange(string Path, ChangeKind Kind, string? Before, string? After)
{
    /// <summary>The first line that differs: its number, and what stands there and what belongs there.</summary>
    public (int Line, string Before, string After) FirstDifference
    {
        get
        {
            var before = (Before ?? "").ReplaceLineEndings("\n").Split('\n');
            var after = (After ?? "").Split('\n');
            var line = 0;
            while (line < before.Length && line < after.Length && before[line] == after[line]) line++;
            return (line + 1, before.ElementAtOrDefault(line) ?? "", after.ElementAtOrDefault(line) ?? "");
        }
    }
}
