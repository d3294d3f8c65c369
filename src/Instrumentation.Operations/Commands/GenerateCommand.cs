using System.CommandLine;
using Instrumentation.Operations.Output;

namespace Instrumentation.Operations.Commands;

/// <summary><c>instrumentation generate ASSEMBLY... --output FOLDER</c></summary>
internal static class GenerateCommand
{
    public static Command Create()
    {
        var options = new PackOptions();
        var command = options.Command(
            "generate",
            "Writes the operations pack below a folder: dashboards (Grafana), alerts and their tests (Prometheus), runbooks and the on-call table. Removes what an earlier run wrote and is no longer part of it; never touches a file that was not generated.");
        command.SetAction(parsed =>
        {
            var writer = new PackWriter(options.Folder(parsed), PackFile.Places);
            var changes = writer.Compare(options.Build(parsed));
            writer.Apply(changes);
            Print(changes, parsed.InvocationConfiguration.Output);
            return CommandLine.Done;
        });
        return command;
    }

    private static void Print(IReadOnlyList<FileChange> changes, TextWriter output)
    {
        foreach (var change in changes) output.WriteLine($"{Word(change.Kind),-10} {change.Path}");
        output.WriteLine(string.Join(", ", Enum.GetValues<ChangeKind>()
            .Select(kind => (kind, count: changes.Count(change => change.Kind == kind)))
            .Where(static counted => counted.count > 0)
            .Select(static counted => $"{counted.count} {Word(counted.kind)}")));
    }

    private static string Word(ChangeKind kind) => kind.ToString().ToLowerInvariant();
}
