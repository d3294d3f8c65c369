using System.CommandLine;
using Instrumentation.Operations.Catalog;
using Instrumentation.Operations.Output;
using Instrumentation.Operations.Privacy;

namespace Instrumentation.Operations.Commands;

/// <summary><c>instrumentation audit ASSEMBLY... [--output FOLDER]</c></summary>
internal static class AuditCommand
{
    public static Command Create()
    {
        var files = PackOptions.Assemblies();
        var output = new Option<string?>("--output", "-o")
        {
            Description = "The folder below which docs/privacy/AUDIT.md and docs/privacy/audit.json are written. Without it the page is printed.", HelpName = "FOLDER",
        };
        var command = new Command("audit", "Reports personal data: what is marked, where it goes, what redacts it, and who has accepted which flow, why and until when. Build with InstrumentationPrivacyReport=true, so that the catalog tells where data goes.")
        {
            files,
            output,
        };
        command.SetAction(parsed =>
        {
            var reports = CatalogReader.Read(parsed.GetRequiredValue(files))
                .Select(static found => AuditReport.Of(found.Document))
                .OrderBy(static report => report.Assembly.Name, StringComparer.Ordinal).ThenBy(static report => report.Assembly.Version, StringComparer.Ordinal).ToList();
            var notice = PackFile.Notice(reports.Select(static report => report.Assembly.Name), "audit");
            var page = AuditMarkdown.Write(reports, notice);
            if (parsed.GetValue(output) is { } folder) Write(folder, page, AuditJson.Write(reports, notice), parsed.InvocationConfiguration.Output);
            else parsed.InvocationConfiguration.Output.Write(page);
            return CommandLine.Done;
        });
        return command;
    }

    private static void Write(string folder, string page, string json, TextWriter output)
    {
        var writer = new PackWriter(folder, PackFile.AuditPlaces);
        var changes = writer.Compare([new PackFile("docs/privacy/AUDIT.md", page), new PackFile("docs/privacy/audit.json", json)]);
        writer.Apply(changes);
        foreach (var change in changes) output.WriteLine($"{change.Kind.ToString().ToLowerInvariant(),-10} {change.Path}");
    }
}
