using Instrumentation.Operations.Catalog;

namespace Instrumentation.Operations.Output;

/// <summary>
/// Compares a pack with a folder, and brings the folder to it: all files or none. Nothing else writes files.
/// </summary>
internal sealed class PackWriter(string folder, IReadOnlyList<(string Folder, string Pattern)> places)
{
    /// <summary>What has to change for the folder to hold exactly this pack.</summary>
    /// <exception cref="InputException">The folder cannot be read, or a file stands in the way that was not generated.</exception>
    public IReadOnlyList<FileChange> Compare(IReadOnlyList<PackFile> pack)
    {
        try
        {
            if (File.Exists(folder)) throw new InputException(folder, "it is a file", "give a folder as --output");
            var wanted = pack.Select(static file => file.Path).ToHashSet(StringComparer.Ordinal);
            var stale = places
                .Select(place => (Folder: Full(place.Folder), place.Pattern))
                .Where(static place => Directory.Exists(place.Folder))
                .SelectMany(static place => Directory.EnumerateFiles(place.Folder, place.Pattern))
                .Select(file => Path.GetRelativePath(folder, file).Replace('\\', '/'))
                .Where(path => !wanted.Contains(path))
                .Select(path => new FileChange(path, ChangeKind.Removed, Text(path), null))
                .Where(static change => PackFile.IsMarked(change.Before!));
            return [.. pack.Select(Compare).Concat(stale).OrderBy(static change => change.Path, StringComparer.Ordinal)];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new InputException(folder, $"the folder cannot be read ({exception.Message})", "check its permissions, or give another --output");
        }
    }

    /// <summary>Carries the changes out. Where one fails, those before it are taken back.</summary>
    /// <exception cref="InputException">The folder cannot be written.</exception>
    public void Apply(IReadOnlyList<FileChange> changes)
    {
        var staged = new List<(FileChange Change, string Temporary)>();
        var done = new List<FileChange>();
        try
        {
            foreach (var change in changes.Where(static change => change.Kind is ChangeKind.Created or ChangeKind.Changed))
            {
                var target = Full(change.Path);
                Directory.CreateDirectory(Path.GetDirectoryName(target)!);
                var temporary = $"{target}.{Guid.NewGuid():n}.tmp";
                staged.Add((change, temporary));
                File.WriteAllText(temporary, change.After);
            }

            foreach (var (change, temporary) in staged)
            {
                File.Move(temporary, Full(change.Path), overwrite: true);
                done.Add(change);
            }

            foreach (var change in changes.Where(static change => change.Kind == ChangeKind.Removed))
            {
                File.Delete(Full(change.Path));
                done.Add(change);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            foreach (var change in done) TakeBack(change);
            throw new InputException(folder, $"it cannot be written ({exception.Message})", "nothing was changed; check permissions and space, or give another --output");
        }
        finally
        {
            foreach (var (_, temporary) in staged) File.Delete(temporary);
        }
    }

    private FileChange Compare(PackFile file)
    {
        if (Directory.Exists(Full(file.Path))) throw new InputException(Full(file.Path), "a folder stands where a file is to be written", "move it away");
        if (!File.Exists(Full(file.Path))) return new FileChange(file.Path, ChangeKind.Created, null, file.Content);

        // A checkout may have brought other line ends; that alone is no change.
        var before = Text(file.Path);
        if (!PackFile.IsMarked(before)) throw new InputException(Full(file.Path), "the file was not generated, so it is not overwritten", "rename it or move it away, then generate again");
        return new FileChange(file.Path, before.ReplaceLineEndings("\n") == file.Content ? ChangeKind.Unchanged : ChangeKind.Changed, before, file.Content);
    }

    private void TakeBack(FileChange change)
    {
        if (change.Before is null) File.Delete(Full(change.Path));
        else File.WriteAllText(Full(change.Path), change.Before);
    }

    private string Full(string path) => Path.Combine(folder, path);

    private string Text(string path) => File.ReadAllText(Full(path));
}
