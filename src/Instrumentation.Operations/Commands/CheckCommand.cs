using System.CommandLine;
using Instrumentation.Operations.Output;

namespace Instrumentation.Operations.Commands;

/// <summary><c>instrumentation check ASSEMBLY... --output FOLDER</c></summary>
internal static class CheckCommand
{
    public static Command Create()
    {
        var options = new PackOptions();
        var command = options.Command("check", "Tells whether the pack in a folder is what 'generate' would write. Exits with 1 where it is not; writes nothing.");
        command.SetAction(parsed =>
        {
            var output = parsed.InvocationConfiguration.Output;
            var changes = new PackWriter(options.Folder(parsed), PackFile.Places).Compare(options.Build(parsed));
            var stale = changes.Where(static change => change.Kind != ChangeKind.Unchanged).ToList();
            if (stale.Count == 0)
            {
                output.WriteLine($"up to date: {changes.Count} files");
                return CommandLine.Done;
            }

            foreach (var change in stale) output.WriteLine(Describe(change));
            output.WriteLine($"Refresh with: {options.Refresh(parsed)}");
            return CommandLine.No;
        });
        return command;
    }

    private static string Describe(FileChange change)
    {
        if (change.Kind == ChangeKind.Created) return $"missing  {change.Path}";
        if (change.Kind == ChangeKind.Removed) return $"extra    {change.Path}";
        var (line, before, after) = change.FirstDifference;
        return $"stale    {change.Path}, line {line}\n  is        {before}\n  should be {after}";
    }
}
