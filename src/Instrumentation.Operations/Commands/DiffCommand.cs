using System.CommandLine;
using Instrumentation.Operations.Catalog;
using Instrumentation.Operations.Comparison;

namespace Instrumentation.Operations.Commands;

/// <summary><c>instrumentation diff OLD NEW</c></summary>
internal static class DiffCommand
{
    public static Command Create()
    {
        var before = new Argument<string>("OLD") { Description = "The assembly or printed catalog of the version that runs." };
        var after = new Argument<string>("NEW") { Description = "The assembly or printed catalog of the version to come." };
        var command = new Command("diff", "Prints what differs between two catalogs. Exits with 1 where a change is breaking: a span, metric or tag removed or renamed, a unit or kind changed.")
        {
            before,
            after,
        };
        command.SetAction(parsed =>
        {
            var differences = CatalogComparison.Compare(Read(parsed.GetRequiredValue(before)), Read(parsed.GetRequiredValue(after)));
            var breaking = differences.Count(static difference => difference.Effect == Effect.Breaking);
            var output = parsed.InvocationConfiguration.Output;
            foreach (var difference in differences) output.WriteLine($"{difference.Effect.ToString().ToLowerInvariant(),-8} {difference.Text}");
            output.WriteLine(differences.Count == 0 ? "no changes" : $"{differences.Count} {(differences.Count == 1 ? "change" : "changes")}, {breaking} breaking");
            return breaking > 0 ? CommandLine.No : CommandLine.Done;
        });
        return command;
    }

    private static IReadOnlyList<CatalogDocument> Read(string file) => [.. CatalogReader.Read([file]).Select(static found => found.Document)];
}
